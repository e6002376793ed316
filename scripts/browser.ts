/**
 * Finds the Chromium that the demo, the end-to-end tests and the bench run in. Branded Google
 * Chrome is passed over: since version 137 it ignores `--load-extension`.
 */
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { canInstall, install } from './apt.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-for-testing', 'chrome-for-testing'];

/** Where the binary lies inside one browser folder of Playwright's or Puppeteer's cache. */
const INSIDE = [
  'chrome-linux/chrome',
  'chrome-linux64/chrome',
  'chrome-win/chrome.exe',
  'chrome-win64/chrome.exe',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
];

/** On macOS applications are not on the PATH. */
const APPLICATIONS = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
];

/** Whether there is a program at this path. */
export function runnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Where programs of these names may be, by the PATH. */
export function onPath(names: readonly string[]): string[] {
  const ending = process.platform === 'win32' ? '.exe' : '';
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name + ending)));
}

/** Browsers that test tools have downloaded, the newest first. */
function inCaches(): string[] {
  const roots = [
    process.env.PLAYWRIGHT_BROWSERS_PATH,
    join(homedir(), '.cache/ms-playwright'),
    join(homedir(), 'Library/Caches/ms-playwright'),
    process.env.LOCALAPPDATA && join(process.env.LOCALAPPDATA, 'ms-playwright'),
    join(homedir(), '.cache/puppeteer/chrome'),
  ].filter((root): root is string => typeof root === 'string' && existsSync(root));
  return roots.flatMap((root) =>
    readdirSync(root)
      .filter((name) => /^(chromium|linux|win|mac)[^_]*-/.test(name))
      .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
      .flatMap((name) => INSIDE.map((path) => join(root, name, path))),
  );
}

function howToInstall(): string {
  if (process.platform === 'linux' && existsSync('/usr/bin/apt-get')) {
    return 'sudo apt-get update && sudo apt-get install -y chromium';
  }
  return 'npx playwright install chromium';
}

/**
 * The path of a Chromium that loads unpacked extensions: `CHROME_PATH`, then what is installed,
 * then what test tools have downloaded. Where there is none it is installed, if this is Debian or
 * Ubuntu and we are root.
 *
 * @throws an `Error` whose message is the command to run.
 */
export function findBrowser(): string {
  const wanted = process.env.CHROME_PATH;
  if (wanted) {
    if (runnable(wanted)) return wanted;
    throw new Error(`CHROME_PATH is ${wanted}, which cannot be run.`);
  }
  const find = () => [...onPath(NAMES), ...APPLICATIONS, ...inCaches()].find(runnable);
  const found = find();
  if (found) return found;
  if (canInstall()) {
    console.log('No Chromium found: installing the package chromium.');
    install([], 'chromium');
    const installed = find();
    if (installed) return installed;
  }
  throw new Error(
    `No Chromium found (Google Chrome does not load unpacked extensions). Run:\n  ${howToInstall()}\n` +
      'or set CHROME_PATH to a Chromium or Chrome for Testing.',
  );
}
