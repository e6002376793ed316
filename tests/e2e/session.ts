/**
 * One Chromium with the built extension in it, on a profile that outlives it: it can be quit or
 * killed, and opened again on the same profile. Shared by the tests, the demo and the bench.
 */
import { existsSync, mkdirSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium, type Worker } from '@playwright/test';
import { findBrowser } from '../../scripts/browser.ts';

export const EXTENSION_DIR = fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url));

/**
 * Our own list in place of Playwright's: that one turns storage partitioning off, and Debian's
 * build then denies the extension's iframe its database.
 */
const DISABLED_FEATURES = ['Translate', 'OptimizationHints', 'MediaRouter', 'DialMediaRouteProvider'];

export interface SessionOptions {
  /** The profile's folder; a fresh one under the system's temporary folder by default. */
  profile?: string;
  headless?: boolean;
  /** The extension to load, as built. */
  extension?: string;
  args?: string[];
  /** What the browser is started with in place of this process's own. */
  env?: NodeJS.ProcessEnv;
  /** Keep the back/forward cache on; Playwright turns it off. */
  backForwardCache?: boolean;
  viewport?: { width: number; height: number } | null;
  locale?: string;
  timezone?: string;
  colorScheme?: 'light' | 'dark';
  reducedMotion?: 'reduce' | 'no-preference';
  forcedColors?: 'active' | 'none';
  deviceScaleFactor?: number;
  /** Called for each new browser, before its first page: the place for routes. */
  prepare?: (context: BrowserContext) => Promise<void>;
}

export interface Session {
  readonly context: BrowserContext;
  readonly profile: string;
  readonly extensionId: string;
  /** The extension's service worker, started if it sleeps. */
  worker(): Promise<Worker>;
  /** The address of one of the extension's own pages. */
  url(path: string): string;
  /** Closes the browser as a person would. */
  quit(): Promise<void>;
  /** SIGKILL to the browser process that this session started: nothing gets to say goodbye. */
  kill(): Promise<void>;
  /** A new browser on the same profile. */
  reopen(changes?: SessionOptions): Promise<Session>;
  /** Quits, and deletes the profile. */
  dispose(): Promise<void>;
}

/**
 * Waits until Footing knows what the organisation set: on a profile's first start, for seconds, it shows
 * nothing before; later it takes what it knew.
 */
export async function firstStart({ context, url }: Session): Promise<void> {
  const page = await context.newPage();
  await page.goto(url('options.html'));
  await page.evaluate(`(async () => {
    while (!('managed-seen' in (await chrome.storage.local.get()))) await new Promise((go) => setTimeout(go, 100));
  })()`);
  await page.close();
}

/** Unpacked extensions come back after `runtime.reload()` in developer mode only. */
function makeProfile(): string {
  const profile = mkdtempSync(join(tmpdir(), 'footing-profile-'));
  mkdirSync(join(profile, 'Default'));
  writeFileSync(
    join(profile, 'Default', 'Preferences'),
    JSON.stringify({ extensions: { ui: { developer_mode: true } } }),
  );
  return profile;
}

/** The browser's process id; Chromium writes it into the profile's lock, `host-pid`. */
function browserPid(profile: string): number {
  return Number(readlinkSync(join(profile, 'SingletonLock')).split('-').at(-1));
}

/** Starts a Chromium with the extension in it. */
export async function openSession(options: SessionOptions = {}): Promise<Session> {
  const extension = options.extension ?? EXTENSION_DIR;
  if (!existsSync(join(extension, 'manifest.json'))) {
    throw new Error(`No built extension in ${extension}. Run: npx wxt build`);
  }
  const profile = options.profile ?? makeProfile();
  for (const name of ['SingletonLock', 'SingletonCookie', 'SingletonSocket']) {
    rmSync(join(profile, name), { force: true });
  }
  const ignored = ['--disable-extensions', ...(options.backForwardCache ? ['--disable-back-forward-cache'] : [])];
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser(),
    headless: options.headless ?? true,
    env: options.env,
    chromiumSandbox: process.getuid?.() !== 0,
    ignoreDefaultArgs: ignored,
    viewport: options.viewport === undefined ? { width: 1280, height: 800 } : options.viewport,
    locale: options.locale ?? 'en-US',
    timezoneId: options.timezone,
    colorScheme: options.colorScheme ?? 'light',
    reducedMotion: options.reducedMotion ?? 'no-preference',
    forcedColors: options.forcedColors ?? 'none',
    deviceScaleFactor: options.deviceScaleFactor,
    args: [
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      `--disable-features=${DISABLED_FEATURES.join(',')}`,
      '--disable-quic',
      ...(options.args ?? []),
    ],
  });
  await options.prepare?.(context);

  const worker = async () => context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const extensionId = new URL((await worker()).url()).host;
  const closed = new Promise<void>((resolve) => context.once('close', () => resolve()));
  const session: Session = {
    context,
    profile,
    extensionId,
    worker,
    url: (path) => `chrome-extension://${extensionId}/${path}`,
    async quit() {
      await context.close();
    },
    async kill() {
      process.kill(browserPid(profile), 'SIGKILL');
      await closed;
    },
    async reopen(changes) {
      await context.close();
      return openSession({ ...options, ...changes, profile });
    },
    async dispose() {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
  return session;
}
