/** The panel beside a page: whose answer an answer is, what the page's changes mean, and the ways between the two. */
import type { Frame, Page } from '@playwright/test';
import { DEALS } from '../hosts/deals.ts';
import { reply } from '../hosts/serve.ts';
import { axeCheck } from './axe.ts';
import { dealPath, expect, goTo, openDeal, shoot, test } from './extension.ts';
import { advice, launcher, launcherMiddle, openPanel, panelBox, panelOf, panelShown, togglePanel } from './overlay.ts';
import { sidePanel } from './side-panel.ts';

const ALL = Object.values(DEALS);

const top = (panel: Frame) => panel.getByRole('region', { name: 'Ask next' });
const pick = (panel: Frame, name: string) =>
  top(panel)
    .locator('label', { hasText: new RegExp(`^${name}$`) })
    .click();
const row = (panel: Frame | Page, name: RegExp) => panel.locator('.checklist').getByRole('button', { name });

/** All that one table of the database holds, read past our own code. */
const rows = (panel: Frame, table: 'ops' | 'drafts') =>
  panel.evaluate(async (name) => {
    const open = indexedDB.open('footing');
    await new Promise((resolve) => open.addEventListener('success', resolve));
    const all = open.result.transaction(name).objectStore(name).getAll();
    await new Promise((resolve) => all.addEventListener('success', resolve));
    open.result.close();
    return all.result;
  }, table);

interface Given {
  rung: string;
  quote?: string;
}

/** The answers that were kept, in their order, with the ids of their deals: the log itself. */
async function answers(panel: Frame): Promise<[id: string, answer: Given][]> {
  const ops = (await rows(panel, 'ops')) as { kind: string; subject: string; value: Given }[];
  return ops
    .filter(({ kind }) => kind === 'answer.set')
    .map(({ subject, value }) => [subject.split(':')[2] ?? '', value]);
}

/** The quotes that were kept, by deal. */
async function quotes(panel: Frame): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const [id, { quote }] of await answers(panel)) if (quote) found[id] = [...(found[id] ?? []), quote];
  return found;
}

/** The quotes being typed of deals at which the page was then, as it said itself. */
async function agreed(panel: Frame): Promise<(string | undefined)[]> {
  const drafts = (await rows(panel, 'drafts')) as { value: { held: boolean; patch: { quote?: string } } }[];
  return drafts.filter(({ value }) => !value.held).map(({ value }) => value.patch.quote);
}

test('shows what the page shows, and its launcher shows what the panel says', async ({ page }) => {
  await openDeal(page, DEALS.widgets);
  const panel = await openPanel(page);
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText('Acme - 1,200 Widgets');
  await expect(panel.locator('.facts')).toContainText('Discover');
  await pick(panel, 'Yes');
  await pick(panel, 'Said');
  await expect(panel.locator('.checklist').getByRole('button', { name: /Said$/ })).toBeVisible();
  const name = panel.getByRole('button', { name: /^Firmness [1-9]\d* of 100$/ });
  await expect(name).toBeVisible();
  const said = (await name.getAttribute('aria-label')) ?? 'nothing';
  expect(await axeCheck(panel)).toEqual([]);
  await shoot(page, 'panel-beside-page');
  await panel.getByRole('button', { name: 'Close' }).click();
  expect((await launcher(page)).label).toContain(/\d+/.exec(said)?.[0]);
});

test('the text of an answer is of the deal that it was typed for, however fast the page moves', async ({ page }) => {
  test.setTimeout(120_000);
  await openDeal(page, DEALS.widgets);
  const panel = await openPanel(page);
  // An answer at each deal first, so that every one has a line to type in.
  for (const id of ALL) {
    await goTo(page, dealPath(id));
    await expect(panel.getByRole('button', { name: /thing(s)? to ask$/ })).toBeVisible();
    await pick(panel, 'Yes');
    await pick(panel, 'Said');
    // A click shows before the page has said that it is still at the deal, and is not kept until then.
    await expect
      .poll(async () => (await answers(panel)).filter(([deal, { rung }]) => deal === id && rung === 'said'))
      .toHaveLength(1);
  }
  // 200 moves in bursts that the panel cannot follow one by one; what is typed where a burst ends stays there.
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 48271) % 2147483647;
    return seed % below;
  };
  const typed: Record<string, string[]> = Object.fromEntries(ALL.map((id) => [id, []]));
  for (let burst = 0; burst < 20; burst++) {
    const path = Array.from({ length: 10 }, () => ALL[random(ALL.length)] ?? DEALS.widgets);
    const at = path.at(-1) ?? DEALS.widgets;
    await page.evaluate((to) => {
      for (const each of to) window.__app.go(each);
    }, path.map(dealPath));
    await page.evaluate(
      () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
    );
    await panel.locator('.checklist').waitFor();
    const first = row(panel, /A problem we are best at/);
    if ((await first.getAttribute('aria-expanded')) === 'false') await first.click();
    const line = panel.getByLabel('What exactly?').last();
    await line.fill(`${at} at ${burst}`);
    typed[at]?.push(`${at} at ${burst}`);
    // Should the page go on before it has said where it was, the text waits for a word of the person (the next test).
    await expect.poll(() => agreed(panel)).toContain(`${at} at ${burst}`);
    // The next burst starts with the text still in its line: leaving the deal is what saves it.
  }
  await goTo(page, dealPath(DEALS.widgets));
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText('Acme - 1,200 Widgets');
  // A deal's last text is seen when the deal is: nothing may be lost, doubled, or with another deal.
  await expect.poll(() => quotes(panel)).toEqual(typed);
});

test('a click that meets a page on its way elsewhere is not saved, and the person says what becomes of it', async ({
  page,
}) => {
  await openDeal(page, DEALS.widgets);
  const panel = await openPanel(page);
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText('Acme - 1,200 Widgets');
  // The panel is busy while the page moves, so the click comes before it can hear of the move.
  const busy = page.waitForEvent('console', (message) => message.text() === 'busy');
  const clicked = panel.evaluate(() => {
    const radio = document.querySelector<HTMLInputElement>('.ask-next input[value="yes"]');
    console.log('busy');
    for (const end = Date.now() + 2000; Date.now() < end; ) radio?.focus();
    radio?.click();
  });
  await busy;
  await goTo(page, dealPath(DEALS.pumps));
  await clicked;
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText('Northwind Pumps: second line');
  await expect(panel.getByRole('button', { name: /things to ask$/ })).toBeVisible();
  await goTo(page, dealPath(DEALS.widgets));
  await expect(panel.getByText('Not saved - the page was moving to another deal')).toBeVisible();
  await expect(row(panel, /A problem we are best at.*Open/)).toBeVisible();
  await panel.getByRole('button', { name: 'Save it here' }).click();
  await expect(row(panel, /A problem we are best at.*Our word/)).toBeVisible();
});

test('a stage that moves makes older evidence worth asking again', async ({ page }) => {
  await openDeal(page, DEALS.widgets);
  const panel = await openPanel(page);
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText('Acme - 1,200 Widgets');
  await row(panel, /What else they could do/).click();
  const body = panel.locator('.question.open');
  await body.locator('label', { hasText: /^Yes$/ }).click();
  await body.locator('label', { hasText: /^Said$/ }).click();
  await expect(body.locator('.saved')).toBeVisible();
  await page.evaluate((id) => window.__app.stage(id, 'Value Proposition'), DEALS.widgets);
  await expect(
    panel.getByText(/Asked again because the stage moved \(Needs Analysis → Value Proposition\)/),
  ).toBeVisible();
  await expect(panel.locator('.facts')).toContainText('Validate');
  await body.getByRole('button', { name: 'Still true', exact: true }).click();
  await expect(panel.getByText(/Asked again because/)).toBeHidden();
  await panel.getByRole('tab', { name: 'Deal' }).click();
  await expect(panel.getByRole('region', { name: 'What changed' })).toContainText(
    'Stage: Needs Analysis → Value Proposition',
  );
});

test('an unknown stage is asked once, for every deal of the org', async ({ page }) => {
  await openDeal(page, DEALS.widgets);
  const panel = await openPanel(page);
  await page.evaluate((id) => window.__app.stage(id, 'Legal review'), DEALS.widgets);
  await expect(panel.getByText('Which step is "Legal review"?')).toBeVisible();
  expect(await axeCheck(panel)).toEqual([]);
  await shoot(page, 'panel-stage');
  await panel.locator('.stage-ask label', { hasText: 'Propose' }).click();
  await expect(panel.getByText('Which step is "Legal review"?')).toBeHidden();
  await expect(panel.locator('.facts')).toContainText('Propose');
  await page.evaluate((id) => window.__app.stage(id, 'Legal review'), DEALS.pumps);
  await goTo(page, dealPath(DEALS.pumps));
  await expect(panel.getByRole('heading', { level: 1 })).not.toHaveText('Acme - 1,200 Widgets');
  await expect(panel.locator('.facts')).toContainText('Propose');
});

test.describe('on a page without its close date', () => {
  test.use({ host: { missing: ['CloseDate'] } });

  test('what the page does not show can be typed, and says that it was', async ({ page }) => {
    await openDeal(page, DEALS.widgets);
    const panel = await openPanel(page);
    await panel.getByRole('tab', { name: 'Deal' }).click();
    await expect(panel.locator('.field-row', { hasText: 'Name' })).toContainText('From the page');
    const line = panel.locator('.field-row', { hasText: 'Close date' });
    await expect(line).toContainText('Not on this page');
    await line.getByRole('button', { name: 'Type it: Close date' }).click();
    await panel.getByLabel('Close date').fill('2027-12-31');
    await panel.getByLabel('Close date').press('Enter');
    await expect(line).toContainText('Typed by you');
    await expect(panel.locator('.facts')).toContainText('closes Dec 31, 2027');
  });
});

test('the edge takes the arrow keys, Escape closes what lies on top before it leaves', async ({ page, session }) => {
  await openDeal(page, DEALS.widgets);
  const search = page.getByLabel('Search');
  await search.focus();
  await launcher(page);
  await togglePanel(session, page);
  const panel = await panelOf(page);
  await expect(top(panel).getByRole('radio', { name: 'Yes' })).toBeFocused();
  const edge = panel.getByRole('separator', { name: 'Panel width' });
  await edge.focus();
  const { width } = await panelBox(page);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(async () => (await panelBox(page)).width).toBe(width + 16);
  await page.keyboard.press('Home');
  await expect.poll(async () => (await panelBox(page)).width).toBe(320);

  await panel.getByRole('button', { name: 'More', exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(panel.getByRole('menu')).toBeHidden();
  await page.keyboard.press('Escape');
  expect(await panelShown(page)).toBe(true);
  await expect(search).toBeFocused();
});

test('the agenda is copied from inside the page', async ({ page, session }) => {
  await openDeal(page, DEALS.widgets);
  const panel = await openPanel(page);
  await panel.getByRole('tab', { name: 'Agenda' }).click();
  await panel.getByRole('button', { name: 'Copy agenda' }).click();
  await expect(panel.getByText('Copied. Paste it into an e-mail.')).toBeVisible();
  const mail = await session.context.newPage();
  await mail.setContent('<div contenteditable></div>');
  await mail.locator('div').focus();
  await mail.keyboard.press('Control+V');
  await expect(mail.locator('div ol > li').last()).toContainText('What we agreed, and what comes next');
});

test('the same panel in the browser’s side panel follows the page, and saves', async ({ page, session }) => {
  await openDeal(page, DEALS.widgets);
  const panel = await openPanel(page);
  await panel.getByRole('button', { name: 'More', exact: true }).click();
  await panel.getByRole('menuitem', { name: 'Open in the side panel' }).click();
  const side = await sidePanel(session.context);
  await expect.poll(() => panelShown(page)).toBe(false);
  await expect.poll(side.text).toContain('Acme - 1,200 Widgets');
  await side.run(`document.querySelector('.ask-next input[value=yes]').click()`);
  await expect.poll(side.text).toContain('Saved');
  await goTo(page, dealPath(DEALS.pumps));
  await expect.poll(side.text).toContain('Northwind Pumps: second line');
  await page.goto('about:blank');
  await expect.poll(side.text).toContain('No deal on this page.');
  await expect.poll(side.text).toContain('Acme - 1,200 Widgets');
});

/** Serves the record pages with headers of another policy than the usual. */
const serveWith = (page: Page, policy: Record<string, string>) =>
  page.route(/\/lightning\/r\//, async (route) => {
    const { status, headers, body } = await reply(route.request().url());
    await route.fulfill({ status, headers: { ...headers, ...policy }, body });
  });

test('a page of the strictest policy has the panel all the same; where no frame may come in, the side panel has it', async ({
  page,
  session,
}) => {
  await serveWith(page, {
    'content-security-policy':
      "default-src 'none'; script-src 'self'; style-src 'self'; frame-src 'none'; trusted-types",
    'permissions-policy': 'clipboard-read=(), clipboard-write=(), storage-access=()',
    'document-isolation-policy': 'isolate-and-require-corp',
  });
  await openDeal(page, DEALS.widgets);
  const panel = await openPanel(page);
  await pick(panel, 'Yes');
  await expect(panel.getByText('Saved. Firmness')).toBeAttached();
  await panel.getByRole('tab', { name: 'Agenda' }).click();
  await panel.getByRole('button', { name: 'Copy agenda' }).click();
  await expect(panel.getByText('Copied. Paste it into an e-mail.')).toBeVisible();
  await page.unroute(/\/lightning\/r\//);

  // It was open: found empty, it closes, and says where it opens instead.
  await serveWith(page, {
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-opener-policy': 'same-origin',
  });
  await openDeal(page, DEALS.widgets);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  expect((await advice(page)).text).toContain('Press here to open it in the browser');
  await expect.poll(() => panelShown(page)).toBe(false);
  await shoot(page, 'panel-barred');
  const { x, y } = await launcherMiddle(page);
  await page.mouse.click(x, y);
  const side = await sidePanel(session.context);
  await expect.poll(side.text).toContain('Acme - 1,200 Widgets');
  await expect.poll(() => panelShown(page)).toBe(false);
  await goTo(page, dealPath(DEALS.pumps));
  await expect.poll(side.text).toContain('Northwind Pumps: second line');
});

test('a page in the background changes nothing in the side panel', async ({ page, session }) => {
  await openDeal(page, DEALS.widgets);
  const panel = await openPanel(page);
  await panel.getByRole('button', { name: 'More', exact: true }).click();
  await panel.getByRole('menuitem', { name: 'Open in the side panel' }).click();
  const side = await sidePanel(session.context);
  await expect.poll(side.text).toContain('Acme - 1,200 Widgets');
  const other = await session.context.newPage();
  await openDeal(other, DEALS.pumps);
  await other.bringToFront();
  await expect.poll(side.text).toContain('Northwind Pumps: second line');
  await side.run(`
    window.seen = new Set();
    new MutationObserver(() => seen.add(document.querySelector('h1')?.textContent))
      .observe(document.body, { subtree: true, childList: true, characterData: true })
  `);
  // The page behind moves on, and is loaded again; then the page in front moves away and back.
  await goTo(page, dealPath(DEALS.rollout));
  await expect(page).toHaveURL(new RegExp(DEALS.rollout));
  await openDeal(page, DEALS.retrofit);
  await goTo(other, dealPath(DEALS.widgets));
  await expect.poll(side.text).toContain('Acme - 1,200 Widgets');
  await goTo(other, dealPath(DEALS.pumps));
  await expect.poll(side.text).toContain('Northwind Pumps: second line');
  await side.run(`document.querySelector('.ask-next input[value=yes]').click()`);
  await expect.poll(side.text).toContain('Saved');
  expect(await side.run('[...seen].filter(Boolean).sort()')).toEqual([
    'Acme - 1,200 Widgets',
    'Northwind Pumps: second line',
  ]);
  await page.bringToFront();
  await expect.poll(side.text).toContain('Delta Yards crane retrofit');
});
