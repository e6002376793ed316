/** The extension's and the page's own comings and goings. Rows 11 to 13, 26, 27 and 29 of the README. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { DEALS } from '../../hosts/deals.ts';
import { hostServer } from '../../hosts/serve.ts';
import { ACME, dealPath, expect, GLOBEX, goTo, openDeal, test } from '../extension.ts';
import { launcher, openPanel, panelOf, panelShown, togglePanel } from '../overlay.ts';
import { EXTENSION_DIR, openSession } from '../session.ts';
import { firstRow, kept, openAlone, pick, top } from './hands.ts';
import { IS_LONG, tell } from './size.ts';

/** `<html>` has a head and a body; whatever else is in it is ours. */
const oursIn = (page: Page) => page.evaluate(() => document.documentElement.children.length - 2);

for (const panel of ['closed', 'open']) {
  test(`11: an update of the extension takes away what the old one put up, panel ${panel}`, async ({
    page,
    session,
  }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await openDeal(page, DEALS.widgets);
    await launcher(page);
    if (panel === 'open') await openPanel(page);
    // From a page: a worker that is watched as it reloads itself may stay behind without an extension (Chromium 156).
    const own = await session.context.newPage();
    await own.goto(session.url('options.html'));
    await own.evaluate('setTimeout(() => chrome.runtime.reload())');
    await expect.poll(() => oursIn(page)).toBe(0);
    await goTo(page, dealPath(DEALS.pumps));
    expect(await oursIn(page)).toBe(0);
    if (panel === 'closed') expect(errors).toEqual([]);
    // What came in its place is there once, from the next load on.
    await openDeal(page, DEALS.widgets);
    await (panel === 'open' ? panelOf(page) : launcher(page));
    expect(await oursIn(page)).toBe(1);
  });
}

test('12: after an uninstall nothing of it stays on an open page', async () => {
  // A copy: what is uninstalled is deleted from the disk.
  const extension = mkdtempSync(join(tmpdir(), 'footing-uninstalled-'));
  cpSync(EXTENSION_DIR, extension, { recursive: true });
  const server = await hostServer();
  const session = await openSession({ extension, args: server.args });
  try {
    const page = session.context.pages()[0] ?? (await session.context.newPage());
    await openDeal(page, DEALS.widgets);
    await openPanel(page);
    (await session.worker()).evaluate('chrome.management.uninstallSelf()').catch(() => undefined);
    await expect.poll(() => oursIn(page)).toBe(0);
    await goTo(page, dealPath(DEALS.pumps));
    expect(await oursIn(page)).toBe(0);
  } finally {
    await session.dispose();
    await server.close();
    rmSync(extension, { recursive: true, force: true });
  }
});

test.describe('13', () => {
  test.use({ browserOptions: { backForwardCache: true } });

  test('a page whose panel was never opened comes back from the back/forward cache, and works', async ({
    page,
    session,
  }) => {
    await openDeal(page, DEALS.widgets);
    await launcher(page);
    await page.evaluate(() => {
      addEventListener('pageshow', (event) => Object.assign(window, { came: event.persisted }));
    });
    await openDeal(page, DEALS.widgets, GLOBEX);
    await launcher(page);
    await page.evaluate(() => history.back());
    await expect.poll(() => page.evaluate('window.came').catch(() => null)).toBe(true);
    await launcher(page);
    await togglePanel(session, page);
    await expect.poll(() => panelShown(page)).toBe(true);
  });
});

test.describe('26 and 29', () => {
  const NET_LOG = join(tmpdir(), `footing-net-${process.pid}.json`);
  test.use({ browserOptions: { args: [`--log-net-log=${NET_LOG}`] } });
  test.afterAll(() => rmSync(NET_LOG, { force: true }));

  test('offline everything works and nothing is asked of a network; a clock that was wrong loses no order', async ({
    session,
  }) => {
    const asked: string[] = [];
    session.context.on('request', (request) => {
      if (!/^(chrome-extension|blob|data|about):/.test(request.url())) asked.push(request.url());
    });
    await session.context.setOffline(true);
    const ahead = await session.context.newPage();
    await ahead.clock.setFixedTime(Date.now() + 400 * 86_400_000);
    await ahead.goto(session.url(`panel.html?deal=salesforce:acme:006000000000001AAA`));
    await pick(ahead, 'Yes');
    await expect(ahead.locator('.saved')).toBeVisible();
    await ahead.close();

    // The clock is right again: what is said now is newer all the same.
    const panel = await openAlone(session);
    await firstRow(panel).click();
    await panel.locator('.checklist label', { hasText: /^No$/ }).click();
    await expect(panel.locator('.saved')).toBeVisible();
    await panel.reload();
    await expect(firstRow(panel)).not.toContainText('Our word');
    const { ops } = await kept(session);
    expect(ops.map(({ value }) => (value as { verdict: string }).verdict)).toEqual(['yes', 'no']);

    const options = await session.context.newPage();
    await options.goto(session.url('options.html#data'));
    const [download] = await Promise.all([
      options.waitForEvent('download'),
      options.getByRole('button', { name: 'Save a backup file' }).click(),
    ]);
    expect(JSON.parse(readFileSync(await download.path(), 'utf8')).ops).toHaveLength(2);
    for (const path of ['review.html', 'recent.html']) {
      await options.goto(session.url(path));
      await expect(options.getByRole('heading').first()).toBeAttached();
    }
    expect(asked).toEqual([]);

    // What no page shows, the worker's own requests among them, stands in the browser's own log.
    const foreign = 'http://127.0.0.1:9/';
    await options.goto(foreign).catch(() => undefined);
    await session.quit();
    const { events } = JSON.parse(readFileSync(NET_LOG, 'utf8')) as { events: { params?: { url?: string } }[] };
    const requests = events.flatMap(({ params }) =>
      /^https?:/.test(params?.url ?? '') ? [JSON.stringify(params)] : [],
    );
    expect(requests.filter((request) => request.includes(foreign))).not.toEqual([]);
    expect(requests.filter((request) => request.includes(session.extensionId))).toEqual([]);
    tell(`fault 29: ${requests.length} lines on requests in the browser's network log, 0 of them ours`);
  });
});

if (IS_LONG) {
  test('27: on a machine four times as slow the launcher comes, and the panel with it', async ({ page }) => {
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const times: number[] = [];
    for (const id of Object.values(DEALS)) {
      await page.goto(ACME + dealPath(id), { waitUntil: 'commit' });
      await launcher(page);
      // Since the page's scripts had run; looked at each 25 ms.
      times.push(
        await page.evaluate(() => {
          const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
          return performance.now() - (navigation?.domContentLoadedEventEnd ?? 0);
        }),
      );
    }
    const panel = await openPanel(page);
    await expect(top(panel)).toBeVisible();
    tell(
      `fault 27: launcher after ${times
        .map(Math.round)
        .sort((a, b) => a - b)
        .join(', ')} ms at a quarter of the speed`,
    );
  });
}
