/** A hand on the stage: what to know first, why it went on all the same, and what was decided before. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Page } from '@playwright/test';
import { addDays } from '../../lib/domain/day';
import type { DealKey } from '../../lib/domain/deal';
import { DEALS } from '../hosts/deals.ts';
import { axeCheck } from './axe.ts';
import { ACME, dealPath, expect, shoot, test } from './extension.ts';
import { advice, adviceNow, endAdvice, launcher, openPanel, togglePanel } from './overlay.ts';
import { answered, bring, daysAgo, decided, seen, today } from './seeded.ts';
import { EXTENSION_DIR, openSession, type Session } from './session.ts';

const DEAL: DealKey = `salesforce:acme:${DEALS.widgets}`;
const NAME = 'Acme - 1,200 Widgets';
const STAGE = 'Needs Analysis';

/** A deal that is known, with an old fact, a weak one, and much that is open. */
const past = (deal: DealKey = DEAL) => [
  seen(deal, daysAgo(70), { name: NAME, stage: STAGE }),
  answered(deal, daysAgo(60), 'fit.owner', 'yes', 'shown'),
  answered(deal, daysAgo(2), 'urgency.commitment', 'yes', 'guess'),
];

/** Opens the deal's page once its past is there. */
async function open(page: Page, session: Session, query = ''): Promise<void> {
  await bring(page, session, past());
  await load(page, query);
}

async function load(page: Page, query: string): Promise<void> {
  await page.goto(`${ACME}${dealPath(DEALS.widgets)}${query}`);
  await expect.poll(async () => (await launcher(page)).label).toContain('Firmness');
}

const current = (page: Page) => page.locator('.slds-path__item.slds-is-current');
const button = (page: Page) => page.locator('.slds-path__mark-complete');
const stageField = (page: Page) => page.locator('[data-target-selection-name$="StageName"]');

/** The list of stages of a record that is being edited. */
const stageBox = (page: Page) => page.locator('records-record-picklist');

for (const shadow of ['synthetic', 'native'] as const) {
  for (const path of ['aura', 'lwc'] as const) {
    test(`the ${path} path in ${shadow} shadow says what to know before a later step, never a step back, and every click goes through`, async ({
      page,
      session,
    }) => {
      const query = `?shadow=${shadow}&path=${path}`;
      await open(page, session, query);
      await page.locator('.slds-path__item', { hasText: 'Perception Analysis' }).click();
      const { text } = await advice(page);
      expect(text).toMatch(
        /^Before you advance: \d+ gaps\. Weakest: .+ - only our word so far\. Oldest: .+ - 60 days ago\.\nAsk: .+\?$/,
      );
      await expect(page.locator('.slds-path__item.slds-is-active')).toContainText('Perception Analysis');
      await expect(current(page)).toContainText(STAGE);

      // A page that is loaded anew shows the stage that it began with.
      await load(page, query);
      await page.locator('.slds-path__item', { hasText: 'Prospecting' }).click();
      await button(page).click();
      await expect(current(page)).toContainText('Prospecting');
      expect(await adviceNow(page)).toBeNull();

      await load(page, query);
      await button(page).click();
      await expect(current(page)).toContainText('Value Proposition');
      const { since } = await advice(page);
      await button(page).press('Enter');
      await expect(current(page)).toContainText('Id. Decision Makers');
      await advice(page, since);
    });
  }

  test(`the stage's field in ${shadow} shadow says it when chosen and when saved, in either layout`, async ({
    page,
    session,
  }) => {
    await bring(page, session, past());
    for (const layout of ['page', 'dynamic']) {
      await load(page, `?shadow=${shadow}&layout=${layout}&edit=true`);
      await stageBox(page).getByRole('combobox').click();
      const { text } = await advice(page);
      expect(text).toContain('Before you advance');
      await stageBox(page).getByRole('option', { name: 'Proposal/Price Quote' }).click();
      const { since } = await advice(page);
      await page.locator('[name=SaveEdit]').click();
      await expect(current(page)).toContainText('Proposal/Price Quote');
      await advice(page, since);
    }
  });

  test(`another field's save says nothing, and the stage's pencil does, in ${shadow} shadow`, async ({
    page,
    session,
  }) => {
    await open(page, session, `?shadow=${shadow}`);
    await page.locator('[data-target-selection-name$="NextStep"] .inline-edit-trigger').click();
    await page.locator('[name=SaveEdit]').click();
    await expect(page.locator('[name=SaveEdit]')).toBeHidden();
    expect(await adviceNow(page)).toBeNull();
    await stageField(page).locator('.inline-edit-trigger').click();
    await advice(page);
  });

  test(`a card that is dragged over a board says it in ${shadow} shadow, and lands`, async ({ page, session }) => {
    await bring(page, session, past());
    await page.goto(`${ACME}/lightning/o/Opportunity/list?filterName=Recent&shadow=${shadow}`);
    await page.waitForFunction(() => '__app' in window);
    await page.evaluate(() => window.__app.kanban());
    const column = (stage: string) => page.locator(`[data-stage="${stage}"]`);
    const card = (id: string) => page.locator(`.pipelineViewCard[class~="${id}"]`);
    // Nobody has opened this one with Footing: there is nothing to say, and nothing is put into the page.
    await card(DEALS.retrofit).dragTo(column('Perception Analysis'));
    await expect(column('Perception Analysis').locator(card(DEALS.retrofit))).toHaveCount(1);
    expect(await page.evaluate(() => document.documentElement.children.length)).toBe(2);

    await card(DEALS.widgets).dragTo(column('Value Proposition'));
    await expect(column('Value Proposition').locator(card(DEALS.widgets))).toHaveCount(1);
    expect((await advice(page)).text).toMatch(/Weakest: .+ - only our word/);
  });
}

test('says it on a German page too, of that deal alone, once, and for no longer than a moment', async ({
  page,
  session,
}) => {
  await open(page, session, '?locale=de-DE');
  await expect(button(page)).toHaveText('Phase als abgeschlossen markieren');
  await button(page).click();
  const { since } = await advice(page);
  await shoot(page, 'advance-launcher');

  await page.evaluate((to) => window.__app.go(to), dealPath(DEALS.pumps));
  await expect.poll(() => adviceNow(page)).toBeNull();
  await page.goBack();
  await expect.poll(async () => (await launcher(page)).label).toContain('Firmness');
  expect(await adviceNow(page)).toBeNull();

  const front = button(page).filter({ visible: true });
  await front.click();
  await advice(page, since);
  await openPanel(page);
  await togglePanel(session, page);
  await launcher(page);
  expect(await adviceNow(page)).toBeNull();

  await front.click();
  await advice(page);
  expect(await endAdvice(page)).toBeLessThanOrEqual(12_000);
  await expect.poll(() => adviceNow(page)).toBeNull();
});

test('says nothing of a deal that nobody has opened with Footing', async ({ page }) => {
  await page.goto(`${ACME}${dealPath(DEALS.widgets)}`);
  await launcher(page);
  await button(page).click();
  await expect(current(page)).toContainText('Value Proposition');
  expect(await adviceNow(page)).toBeNull();
});

const before = (panel: Frame) => panel.getByRole('region', { name: /^Before you advance to/ });
const why = (panel: Frame) => panel.getByRole('region', { name: /^Moved to .+ with \d+ gaps?$/ });
const moves = (panel: Frame | Page) => panel.getByRole('region', { name: 'Moved on' });

test('the open panel says it, asks why it went on all the same, and keeps both', async ({ page, session }) => {
  await open(page, session, '?highlights=compact');
  const panel = await openPanel(page);
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText(NAME);
  await page.locator('.slds-path__item', { hasText: 'Perception Analysis' }).click();
  await expect(before(panel)).toContainText('Oldest:');
  await expect(before(panel)).toContainText(/\d+ gaps: .+ and \d+ more/);
  expect(await axeCheck(panel)).toEqual([]);
  await shoot(page, 'advance-panel-light');
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await shoot(page, 'advance-panel-dark');
  await page.emulateMedia({ colorScheme: 'light' });

  await button(page).press('Enter');
  await expect(why(panel)).toBeVisible();
  await expect(before(panel)).toBeHidden();
  expect(await axeCheck(panel)).toEqual([]);
  await shoot(page, 'advance-why');
  const line = panel.getByLabel('What made you go on?');
  await line.fill('Their budget round ends on Friday');
  // The text is a draft at each key: another deal, and back, and it is there.
  await page.evaluate((to) => window.__app.go(to), dealPath(DEALS.pumps));
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText('Northwind Pumps: second line');
  await page.goBack();
  await expect(line).toHaveValue('Their budget round ends on Friday');
  await line.press('Enter');
  await expect(why(panel)).toBeHidden();
  await panel.getByRole('tab', { name: 'Deal' }).click();
  await expect(moves(panel).getByRole('listitem')).toHaveCount(1);
  await expect(moves(panel)).toContainText('Discover → Validate');
  await expect(moves(panel)).toContainText('Their budget round ends on Friday');

  await page.evaluate((id) => window.__app.stage(id, 'Proposal/Price Quote'), DEALS.widgets);
  await why(panel).getByRole('button', { name: 'Skip' }).click();
  await expect(moves(panel).getByRole('listitem').first()).toContainText('Went on without saying why.');
  await expect(moves(panel).getByRole('listitem')).toHaveCount(2);
  await panel.getByRole('button', { name: 'Undo' }).click();
  await expect(why(panel)).toBeVisible();
  await expect(moves(panel).getByRole('listitem').first()).toContainText('Seen on the page; nobody said why.');
});

test('a move that nobody saw being made is told with what stood open then', async ({ page, session }) => {
  await bring(page, session, [
    ...past(),
    seen(DEAL, daysAgo(1), { name: NAME, stage: 'Negotiation/Review' }),
    answered(DEAL, today(), 'buying.decider', 'yes', 'said'),
  ]);
  await page.goto(session.url(`panel.html?deal=${DEAL}`));
  await page.getByRole('tab', { name: 'Deal' }).click();
  await expect(moves(page)).toContainText('Discover → Commit');
  await expect(moves(page)).toContainText(/\d+ gaps then/);
});

test.describe('a decision', () => {
  test.use({ browserOptions: { viewport: { width: 320, height: 1400 }, timezone: 'UTC' } });

  const decision = (page: Page) => page.getByRole('region', { name: 'Continue, set aside or stop' });
  const choose = (page: Page, name: string) =>
    decision(page)
      .locator('label', { hasText: new RegExp(`^${name}$`) })
      .last()
      .click();

  async function deal(page: Page, session: Session): Promise<void> {
    await bring(page, session, past());
    await page.goto(session.url(`panel.html?deal=${DEAL}`));
    await page.getByRole('tab', { name: 'Deal' }).click();
  }

  test('is called for by evidence, by what was written before it', async ({ page, session }) => {
    await deal(page, session);
    await decision(page).getByRole('button', { name: 'Write a criterion' }).click();
    expect(await axeCheck(page)).toEqual([]);
    await page.screenshot({ path: 'test-results/criterion.png' });
    await decision(page).getByRole('button', { name: 'About which fact?' }).click();
    await page.getByRole('option', { name: 'Someone committed' }).click();
    await decision(page).getByRole('button', { name: 'Write it down' }).click();
    await expect(decision(page)).toContainText('Stop if they say no: Someone committed');
    await expect(decision(page)).toContainText('Not yet.');

    await page.getByRole('tab', { name: 'Checklist' }).click();
    await page
      .locator('.checklist')
      .getByRole('button', { name: /^Someone committed/ })
      .click();
    const body = page.locator('.question.open');
    await body.locator('label', { hasText: /^No$/ }).click();
    await body.locator('label', { hasText: /^Said$/ }).click();
    await page.getByRole('tab', { name: 'Deal' }).click();
    await expect(decision(page)).toContainText('The evidence is there.');
    await expect(decision(page)).toContainText('now is the time to stop');

    await choose(page, 'Stop');
    await expect(decision(page)).toContainText('One line of why helps');
    await decision(page).getByLabel('Why does it stop?').fill('No budget before 2028');
    await decision(page).getByLabel('Why does it stop?').press('Enter');
    await expect(decision(page)).toContainText('Stopping early is good work.');
    await expect(page.getByRole('region', { name: 'What was decided' })).toContainText('No budget before 2028');
    expect(await axeCheck(page)).toEqual([]);
    await shoot(page, 'decision-stop-light');
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await shoot(page, 'decision-stop-dark');
  });

  test('to recycle brings the deal back on its day, and the toolbar icon says so', async ({ page, session }) => {
    await deal(page, session);
    await choose(page, 'Set aside');
    await expect(decision(page)).toContainText('Pick the day to look again.');
    await decision(page).getByLabel('What would bring it back?').fill('Their new fiscal year');
    await decision(page).getByLabel('What would bring it back?').press('Enter');
    await decision(page).getByLabel('Look again on').fill(addDays(today(), 30));
    await decision(page).getByLabel('Look again on').press('Enter');
    const note = page.getByRole('region', { name: 'What was decided' });
    await expect(note).toContainText(/Set aside until .+/);
    await expect(note).toContainText('Their new fiscal year');
    const worker = await session.worker();
    const badge = () => worker.evaluate('chrome.action.getBadgeText({})');
    await worker.evaluate("chrome.alarms.create('reminders', { when: Date.now() })");
    expect(await badge()).toBe('');
    await decision(page).getByLabel('Look again on').fill(today());
    await decision(page).getByLabel('Look again on').press('Enter');
    await expect(note).toContainText('that day has come');
    await expect.poll(badge).toBe('1');
    await note.getByRole('button', { name: 'Take it up again' }).click();
    await expect(note).toBeHidden();
    await expect.poll(badge).toBe('');
    await expect(decision(page).getByRole('radio', { name: 'Continue' })).toBeChecked();
  });
});

test('notices of the system are off until they are asked for', async ({ page, session }) => {
  await page.goto(session.url('options.html#about'));
  await expect(page.getByText('Notices are off.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Turn notices on' })).toBeEnabled();
  expect(
    await (await session.worker()).evaluate("chrome.permissions.contains({ permissions: ['notifications'] })"),
  ).toBe(false);
  expect(await axeCheck(page)).toEqual([]);
});

test('with them on, a deal that comes back is told of once', async () => {
  // The browser's question is out of a test's reach: this build holds what it would grant.
  const extension = mkdtempSync(join(tmpdir(), 'footing-granted-'));
  cpSync(EXTENSION_DIR, extension, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8'));
  manifest.permissions.push(...manifest.optional_permissions);
  writeFileSync(join(extension, 'manifest.json'), JSON.stringify({ ...manifest, optional_permissions: [] }));
  const session = await openSession({ extension });
  try {
    const page = session.context.pages()[0] ?? (await session.context.newPage());
    const recycled = { choice: 'recycle', trigger: 'Their new fiscal year', on: daysAgo(1), reason: '' } as const;
    await bring(page, session, [...past(), decided(DEAL, daysAgo(40), recycled)]);
    const worker = await session.worker();
    const ring = () => worker.evaluate("chrome.alarms.create('reminders', { when: Date.now() })");
    const shown = async () => Object.keys((await worker.evaluate('chrome.notifications.getAll()')) as object);
    await ring();
    await expect.poll(shown).toEqual([`${DEAL} ${recycled.on}`]);
    await worker.evaluate(`chrome.notifications.clear(${JSON.stringify(`${DEAL} ${recycled.on}`)})`);
    await worker.evaluate("chrome.action.setBadgeText({ text: '' })");
    await ring();
    // It counts again, and stays silent.
    await expect.poll(() => worker.evaluate('chrome.action.getBadgeText({})')).toBe('1');
    expect(await shown()).toEqual([]);
  } finally {
    await session.dispose();
    rmSync(extension, { recursive: true, force: true });
  }
});
