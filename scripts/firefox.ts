/**
 * Finds the Firefox that `npm run test:firefox` runs in. It must be one that lets a person install what
 * Mozilla has not signed: ESR, Developer Edition or Nightly, not the ordinary release.
 */

import { canInstall, install } from './apt.ts';
import { onPath, runnable } from './browser.ts';

const NAMES = ['firefox-esr', 'firefox-developer-edition', 'firefox-devedition', 'firefox-nightly'];

const APPLICATIONS = [
  '/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox',
  '/Applications/Firefox Nightly.app/Contents/MacOS/firefox',
];

/**
 * The path of such a Firefox: `FIREFOX_PATH`, or what is installed. Where there is none it is installed,
 * if this is Debian or Ubuntu and we are root.
 *
 * @throws an `Error` whose message says what to do.
 */
export function findFirefox(): string {
  const wanted = process.env.FIREFOX_PATH;
  if (wanted) {
    if (runnable(wanted)) return wanted;
    throw new Error(`FIREFOX_PATH is ${wanted}, which cannot be run.`);
  }
  const find = () => [...onPath(NAMES), ...APPLICATIONS].find(runnable);
  const found = find();
  if (found) return found;
  if (canInstall()) {
    console.log('No Firefox found: installing the package firefox-esr.');
    install([], 'firefox-esr');
    const installed = find();
    if (installed) return installed;
  }
  throw new Error(
    'No Firefox found that installs unsigned extensions. Install Firefox ESR (Debian: firefox-esr), ' +
      'Developer Edition or Nightly, or set FIREFOX_PATH to one.',
  );
}
