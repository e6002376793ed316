/**
 * A page that the browser draws ahead of a visit. Row 14 of the README. Chromium draws nothing ahead
 * while a debugger looks at the page, so this browser has none: the page tells its own server how it stands.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { findBrowser } from '../../../scripts/browser.ts';
import { DEALS } from '../../hosts/deals.ts';
import { hostServer, type Reply } from '../../hosts/serve.ts';
import { ACME, dealPath } from '../extension.ts';
import { EXTENSION_DIR } from '../session.ts';
import { tell } from './size.ts';

const [HERE, AHEAD] = [dealPath(DEALS.widgets), dealPath(DEALS.pumps)];

/** How a page stood at one look. */
interface Look {
  path: string;
  /** Nobody has come to it yet. */
  ahead: boolean;
  /** Elements of ours in it. */
  ours: number;
}

/** Runs in the page: looks again with each answer, because timers of a page that nobody sees hardly run. */
async function lookOn(): Promise<void> {
  for (;;) {
    const look: Look = {
      path: location.pathname,
      ahead: Reflect.get(document, 'prerendering'),
      ours: document.documentElement.children.length - 2,
    };
    const goes = await (await fetch(`/look?${encodeURIComponent(JSON.stringify(look))}`)).text();
    if (goes && goes !== look.path && !look.ahead) location.href = goes;
  }
}

test('14: on a page that is drawn ahead nothing is shown before somebody comes, and then at once', async () => {
  const looks: Look[] = [];
  let goes = '';
  const page = (rules: string): Reply => ({
    status: 200,
    headers: { 'content-type': 'text/html' },
    body: `<!doctype html><html><head>${rules}</head><body><script>onload = ${lookOn}</script></body></html>`,
  });
  const rules = JSON.stringify({ prerender: [{ urls: [AHEAD], eagerness: 'immediate' }] });
  const server = await hostServer({}, (address) => {
    const { pathname, search } = new URL(address);
    if (pathname === '/look') {
      looks.push(JSON.parse(decodeURIComponent(search.slice(1))));
      return { status: 200, headers: {}, body: goes };
    }
    if (pathname === HERE) return page(`<script type="speculationrules">${rules}</script>`);
    return pathname === AHEAD ? page('') : null;
  });
  const profile = mkdtempSync(join(tmpdir(), 'footing-ahead-'));
  const browser = spawn(findBrowser(), [
    ...['--headless=new', '--no-first-run', '--disable-quic', `--user-data-dir=${profile}`],
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...[`--disable-extensions-except=${EXTENSION_DIR}`, `--load-extension=${EXTENSION_DIR}`],
    ...[...server.args, ACME + HERE],
  ]);
  try {
    const ahead = () => looks.filter((look) => look.path === AHEAD && look.ahead);
    const standing = (path: string) => looks.some((look) => look.path === path && !look.ahead && look.ours === 1);
    await expect.poll(() => standing(HERE), { timeout: 30_000 }).toBe(true);
    const then = ahead().length;
    await expect.poll(() => ahead().length, { timeout: 30_000 }).toBeGreaterThan(then + 100);
    goes = AHEAD;
    await expect.poll(() => standing(AHEAD), { timeout: 30_000 }).toBe(true);
    expect(Math.max(...ahead().map(({ ours }) => ours))).toBe(0);
    tell(
      `fault 14: ${ahead().length} looks at a page that was drawn ahead: nothing of ours; once visited, the launcher`,
    );
  } finally {
    const gone = once(browser, 'exit');
    browser.kill('SIGKILL');
    await gone;
    await server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
});
