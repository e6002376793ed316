/** What Footing does on a CRM's page, and what it leaves alone. */
import type { Page } from '@playwright/test';
import { CONTACT, DEALS } from '../hosts/deals.ts';
import { ACME, dealPath, expect, GLOBEX, goTo, openDeal, test } from './extension.ts';
import {
  dragLauncher,
  launcher,
  launcherMiddle,
  launcherNow,
  openPanel,
  panelBox,
  panelNow,
  panelOf,
  panelShown,
  togglePanel,
} from './overlay.ts';
import { pagePort } from './page-port.ts';
import { choose } from './walk.ts';

/** `<html>` has a head and a body; whatever else is in it is ours. */
const oursIn = (page: Page) => page.evaluate(() => document.documentElement.children.length - 2);

/** Where the launcher's middle is, in CSS pixels from the window's upper edge. */
const middle = async (page: Page) => (await launcherMiddle(page)).y;

test.describe('a page that is no deal', () => {
  test('gets nothing, and nobody hears of it', async ({ page, session }) => {
    const worker = await session.worker();
    await worker.evaluate('globalThis.heard = []; chrome.runtime.onMessage.addListener((m) => { heard.push(m.t); });');
    await page.goto(`${ACME}/lightning/page/home`);
    await page.waitForFunction(() => '__app' in window);
    for (const path of [
      '/lightning/o/Opportunity/list?filterName=Recent',
      `/lightning/r/Contact/${CONTACT}/view?ws=${encodeURIComponent(dealPath(DEALS.rollout))}`,
    ]) {
      await goTo(page, path);
    }
    expect(await oursIn(page)).toBe(0);
    expect(await worker.evaluate('heard')).toEqual([]);
    await goTo(page, dealPath(DEALS.widgets));
    await launcher(page);
    expect(await worker.evaluate('heard')).toEqual(['at']);
  });

  test('is left as it was when it comes after a deal', async ({ page }) => {
    await openDeal(page, DEALS.widgets);
    await openPanel(page);
    await goTo(page, '/lightning/page/home');
    await expect.poll(() => panelShown(page)).toBe(false);
    expect(await launcherNow(page)).toBeNull();
    await goTo(page, dealPath(DEALS.widgets));
    await expect.poll(() => panelShown(page)).toBe(true);
  });
});

test.describe('the launcher', () => {
  test('is there at a deal, without a frame, and unreadable to the page', async ({ page }) => {
    await page.addInitScript(() => {
      const attach = Element.prototype.attachShadow;
      Element.prototype.attachShadow = function (init) {
        if (init.mode === 'closed') window.name = 'caught';
        return attach.call(this, init);
      };
    });
    await openDeal(page, DEALS.widgets);
    const { label, box } = await launcher(page);
    expect(label).toBe('Footing');
    expect(box.x + box.width).toBe(1280);
    expect(page.frames()).toHaveLength(1);
    expect(
      await page.evaluate(() => {
        const host = document.documentElement.lastElementChild;
        return {
          root: host?.shadowRoot,
          text: (host as HTMLElement).innerText,
          html: host?.outerHTML,
          frames: window.length,
          caught: window.name,
        };
      }),
    ).toEqual({ root: null, text: '', html: '<div></div>', frames: 0, caught: '' });
  });

  test('is moved along its edge, within the window and off the utility bar, and stays there', async ({ page }) => {
    await openDeal(page, DEALS.widgets);
    await dragLauncher(page, 300);
    expect(await middle(page)).toBeCloseTo(300, -1);
    expect(panelNow(page) !== null && (await panelShown(page))).toBe(false);
    await dragLauncher(page, -200);
    expect((await launcher(page)).box.y).toBeGreaterThanOrEqual(0);
    await dragLauncher(page, 2000);
    const { box } = await launcher(page);
    expect(box.y + box.height).toBeLessThanOrEqual(800 - 48);
    await dragLauncher(page, 200);
    await expect.poll(() => middle(page)).toBeCloseTo(200, -1);

    await page.reload();
    expect(await middle(page)).toBeCloseTo(200, -1);
    await page.setViewportSize({ width: 1280, height: 400 });
    await expect.poll(() => middle(page)).toBeCloseTo(100, -1);
    await openDeal(page, DEALS.widgets, GLOBEX);
    expect(await middle(page)).toBeCloseTo(200, -1);
  });

  test('is moved by the arrow keys', async ({ page, session }) => {
    await openDeal(page, DEALS.widgets);
    const frame = await openPanel(page);
    await expect(frame.locator(':focus')).toBeVisible();
    await togglePanel(session, page);
    const before = await middle(page);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await middle(page)).toBeCloseTo(before - 32, 0);
    await page.keyboard.press('ArrowDown');
    expect(await middle(page)).toBeCloseTo(before - 16, 0);
    await page.keyboard.press('Enter');
    await expect.poll(() => panelShown(page)).toBe(true);
  });

  test('shows what is known of a deal while the panel was not opened', async ({ page, session }) => {
    await openDeal(page, DEALS.widgets);
    const frame = await openPanel(page);
    await choose(frame, 'Is it so?', 'Yes');
    await togglePanel(session, page);
    await expect.poll(async () => (await launcher(page)).label).toMatch(/^Footing\. Firmness \d+ of 100\. \d+ gaps$/);
    const { label, gaps } = await launcher(page);
    await page.reload();
    await expect.poll(() => launcher(page)).toMatchObject({ label, gaps });
    expect(panelNow(page)).toBeNull();
    await goTo(page, dealPath(DEALS.pumps));
    await expect.poll(async () => (await launcher(page)).label).toBe('Footing');
  });

  test('says nothing of firmness while nothing is answered, and never what is of another deal', async ({
    page,
    session,
  }) => {
    await openDeal(page, DEALS.widgets);
    const frame = await openPanel(page);
    // The panel and the launcher say the same.
    const label = `Footing. ${await frame.getByRole('button', { name: /things to ask$/ }).textContent()}`;
    await togglePanel(session, page);
    await expect.poll(() => launcher(page)).toMatchObject({ label });
    await page.reload();
    await expect.poll(() => launcher(page)).toMatchObject({ label });

    const port = await pagePort(session, page);
    const numbers = { known: true, firmness: 99, gaps: 1, label: 'Of another' };
    await port.say({ t: 'numbers', key: `salesforce:acme:${DEALS.pumps}`, numbers });
    await port.read();
    expect((await launcher(page)).label).toMatch(label);
    await port.say({ t: 'numbers', key: `salesforce:acme:${DEALS.widgets}`, numbers });
    await expect.poll(async () => (await launcher(page)).label).toBe('Of another');
  });

  test('makes way for an open composer, and comes back', async ({ page }) => {
    await openDeal(page, DEALS.widgets);
    const before = await middle(page);
    await page.evaluate(() => window.__app.composer(true));
    await expect.poll(async () => (await launcher(page)).box.y + 40).toBeLessThanOrEqual(800 - 480);
    await page.evaluate(() => window.__app.composer(false));
    await expect.poll(() => middle(page)).toBe(before);
  });

  test('stands below modals and above the page', async ({ page }) => {
    await openDeal(page, DEALS.widgets);
    const { x, y } = await launcherMiddle(page);
    const isOurs = () =>
      page.evaluate(([x, y]) => document.elementFromPoint(x, y)?.parentNode === document.documentElement, [
        x,
        y,
      ] as const);
    expect(await isOurs()).toBe(true);
    await page.evaluate(() => window.__app.modal(true));
    expect(await isOurs()).toBe(false);
  });
});

test.describe('the panel', () => {
  test('is made when a pointer comes near, and shown when the launcher is pressed', async ({ page }) => {
    // Its own policy among them: it forbids what it does not need, and needs nothing that it forbids.
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await openDeal(page, DEALS.widgets);
    const { x, y } = await launcherMiddle(page);
    await page.mouse.move(x, y);
    const frame = await panelOf(page);
    expect(await panelShown(page)).toBe(false);
    await page.mouse.click(x, y);
    await expect.poll(() => panelShown(page)).toBe(true);
    expect(panelNow(page)).toBe(frame);
    expect(await panelBox(page)).toEqual({ x: 1280 - 360, y: 0, width: 360, height: 760 });
    await expect(frame.getByRole('heading', { name: 'Acme - 1,200 Widgets' })).toBeVisible();
    expect(await page.evaluate(() => window.length)).toBe(0);
    expect(complaints).toEqual([]);
  });

  test('is kept from deal to deal', async ({ page }) => {
    await openDeal(page, DEALS.widgets);
    const frame = await openPanel(page);
    await frame.evaluate('window.kept = true');
    for (const [id, name] of [
      [DEALS.pumps, 'Northwind Pumps: second line'],
      [DEALS.widgets, 'Acme - 1,200 Widgets'],
    ] as const) {
      await goTo(page, dealPath(id));
      await expect(frame.getByRole('heading', { name })).toBeVisible();
    }
    await goTo(page, '/lightning/page/home');
    await goTo(page, dealPath(DEALS.pumps));
    await expect(frame.getByRole('heading', { name: 'Northwind Pumps: second line' })).toBeVisible();
    expect(await frame.evaluate('window.kept')).toBe(true);
  });

  test('opens and closes by the toolbar icon and the shortcut, and is found as it was left', async ({
    page,
    session,
  }) => {
    await openDeal(page, DEALS.widgets);
    await launcher(page);
    await togglePanel(session, page);
    await expect.poll(() => panelShown(page)).toBe(true);
    await page.reload();
    await expect.poll(() => panelShown(page)).toBe(true);
    await togglePanel(session, page);
    await expect.poll(() => panelShown(page)).toBe(false);
    await page.reload();
    await launcher(page);
    expect(panelNow(page)).toBeNull();
  });

  test('takes the toolbar icon at a deal alone', async ({ page, session }) => {
    const worker = await session.worker();
    const popup = () =>
      worker.evaluate(`chrome.tabs.query({ active: true, lastFocusedWindow: true })
        .then(([tab]) => chrome.action.getPopup({ tabId: tab.id }))
        .then((address) => address && new URL(address).pathname)`);
    await page.goto(`${ACME}/lightning/page/home`);
    expect(await popup()).toBe('/recent.html');
    await openDeal(page, DEALS.widgets);
    await expect.poll(popup).toBe('');
    await goTo(page, '/lightning/page/home');
    await expect.poll(popup).toBe('/recent.html');
  });

  test('is hidden on request with its launcher, and brought back by the toolbar icon', async ({ page, session }) => {
    await openDeal(page, DEALS.widgets);
    const port = await pagePort(session, page);
    await launcher(page);
    await port.say({ t: 'hide' });
    await expect.poll(() => launcherNow(page)).toBeNull();
    await page.reload();
    await page.waitForFunction(() => '__app' in window);
    const again = await pagePort(session, page);
    await expect.poll(async () => (await again.heard()).some((message) => message.t === 'placement')).toBe(true);
    expect(await launcherNow(page)).toBeNull();
    await togglePanel(session, page);
    await expect.poll(() => panelShown(page)).toBe(true);
    await togglePanel(session, page);
    await launcher(page);
  });

  test('docks left, takes another width, and keeps both', async ({ page, session }) => {
    await openDeal(page, DEALS.widgets);
    await openPanel(page);
    const port = await pagePort(session, page);
    await port.say({ t: 'dock', side: 'left' });
    await port.say({ t: 'width', width: 420, done: true });
    await expect.poll(() => panelBox(page)).toEqual({ x: 0, y: 0, width: 420, height: 760 });
    const placements = async () => (await port.heard()).filter((message) => message.t === 'placement');
    await expect.poll(async () => (await placements()).at(-1)).toMatchObject({ placement: { width: 420 } });
    await page.reload();
    await expect.poll(() => panelBox(page)).toEqual({ x: 0, y: 0, width: 420, height: 760 });
    await togglePanel(session, page);
    expect((await launcher(page)).box.x).toBe(0);
  });

  test('keeps its keys to itself, and gives the keyboard back where it was', async ({ page, session }) => {
    await openDeal(page, DEALS.widgets);
    const search = page.getByLabel('Search');
    await search.focus();
    await launcher(page);
    await togglePanel(session, page);
    const frame = await panelOf(page);
    await expect(frame.locator(':focus')).toBeVisible();
    for (const key of ['e', 'g', '/', '?', 'n']) await page.keyboard.press(key);
    expect(await page.evaluate(() => window.__app.shortcuts)).toEqual([]);
    await togglePanel(session, page);
    await expect(search).toBeFocused();
  });
});

test.describe('the service worker', () => {
  const ask = (message: unknown) =>
    `chrome.runtime.sendMessage(${JSON.stringify(message)}).then((view) => view ?? null)`;
  const url = ACME + dealPath(DEALS.widgets);

  test('answers pages of a CRM alone, and each about its own org alone', async ({ page, session }) => {
    // The content script's own world, found by what only it has.
    const contexts: number[] = [];
    const cdp = await page.context().newCDPSession(page);
    cdp.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin.startsWith('chrome-extension:') && context.auxData?.type === 'isolated')
        contexts.push(context.id);
    });
    await cdp.send('Runtime.enable');
    await openDeal(page, DEALS.widgets);
    await launcher(page);
    const fromPage = async (message: unknown) => {
      const answer = await cdp.send('Runtime.evaluate', {
        contextId: contexts.at(-1),
        expression: ask(message),
        awaitPromise: true,
        returnByValue: true,
      });
      return answer.result.value;
    };
    expect(await fromPage({ t: 'at', url })).toMatchObject({ numbers: { known: false }, placement: { side: 'right' } });
    expect(await fromPage({ t: 'at', url: url.replace('acme', 'globex') })).toBeNull();
    expect(await fromPage({ t: 'at', url: 7 })).toBeNull();
    expect(await fromPage({ t: 'seen', url, raw: { fields: 'none' } })).toBeNull();
    expect(await fromPage({ t: 'erase' })).toBeNull();
    expect(await fromPage(null)).toBeNull();

    const own = await page.context().newPage();
    await own.goto(session.url('recent.html'));
    expect(await own.evaluate(ask({ t: 'at', url }))).toBeNull();
  });
});
