/**
 * The panel in a tab of its own: answering, and what becomes of an answer. No page stands beside
 * it here; `panel-page.spec.ts` has what page and panel do together.
 */
import type { Page } from '@playwright/test';
import { axeCheck } from './axe.ts';
import { expect, shoot, test } from './extension.ts';
import { looksWell } from './looks.ts';
import type { Session } from './session.ts';

const DEAL = 'salesforce:acme:006000000000001AAA';
const FIRST = 'What have you tried so far, and where did it fall short?';

async function openAlone(session: Session, deal: string = DEAL): Promise<Page> {
  const page = await session.context.newPage();
  await page.setViewportSize({ width: 360, height: 760 });
  await page.goto(session.url(`panel.html?deal=${deal}`));
  await expect(page.getByRole('heading', { name: 'Ask next' })).toBeVisible();
  return page;
}

/** The deal's firmness as it is read aloud. */
async function firmness(page: Page): Promise<number> {
  const name = await page.getByRole('button', { name: /^Firmness \d+ of 100$/ }).getAttribute('aria-label');
  return Number(/\d+/.exec(name ?? '')?.[0]);
}

/** Waits until a text that is being typed is in the database, as a draft. */
async function kept(page: Page, text: string): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const open = indexedDB.open('footing');
        await new Promise((resolve) => open.addEventListener('success', resolve));
        const rows = open.result.transaction('drafts').objectStore('drafts').getAll();
        await new Promise((resolve) => rows.addEventListener('success', resolve));
        open.result.close();
        return JSON.stringify(rows.result);
      }),
    )
    .toContain(`"${text}"`);
}

/** The question on top, as distinct from one that is open in the checklist. */
const top = (page: Page) => page.getByRole('region', { name: 'Ask next' });
const pick = (page: Page, name: string) =>
  top(page)
    .locator('label', { hasText: new RegExp(`^${name}$`) })
    .click();
const picked = (page: Page, name: string) => top(page).getByRole('radio', { name, exact: true });

test('an answer takes two clicks, and is there again', async ({ session }) => {
  const panel = await openAlone(session);
  await expect(panel.getByRole('button', { name: '7 things to ask' })).toBeVisible();
  await pick(panel, 'Yes');
  await expect(panel.getByText('Only our word so far.')).toBeVisible();
  await pick(panel, 'Said');
  // More than what is seen without any answer: that no promise is late.
  await expect.poll(() => firmness(panel)).toBeGreaterThan(11);
  await expect(panel.locator('.saved')).toBeVisible();
  const before = await firmness(panel);
  await panel.close();

  const again = await openAlone(session);
  expect(await firmness(again)).toBe(before);
  await again.getByRole('button', { name: 'A problem we are best at', exact: false }).last().click();
  await expect(again.getByRole('radio', { name: 'Said' })).toBeChecked();
});

test('who said what, and when; a day to come is refused in words', async ({ session }) => {
  const panel = await openAlone(session);
  await pick(panel, 'Yes');
  await pick(panel, 'Said');
  await panel.getByLabel('Who said it?').fill('Ana Ruiz');
  await panel.getByLabel('What exactly?').fill('We lose two days a month.');
  await panel.getByLabel('When').fill('2999-01-01');
  await panel.getByLabel('When').blur();
  await expect(panel.getByText('Evidence has a day that has been.')).toBeVisible();
  await panel.getByLabel('When').fill('2026-01-02');
  await panel.getByLabel('When').blur();
  await panel.getByRole('button', { name: /^Firmness/ }).click();
  await expect(panel.getByRole('dialog')).toContainText('said by Ana Ruiz');
  await panel.keyboard.press('Escape');

  await panel.getByRole('button', { name: 'Next question' }).click();
  await pick(panel, 'Partly');
  await pick(panel, 'Shown');
  const offered = panel.locator('datalist option');
  await expect(offered).toHaveAttribute('value', 'Ana Ruiz');
});

test('unknown is an answer, best with a day; a question that does not apply wants a reason', async ({ session }) => {
  const panel = await openAlone(session);
  await pick(panel, 'Unknown');
  await panel.getByLabel('I will know by').fill('2999-12-24');
  await panel.getByLabel('I will know by').blur();
  const row = panel.getByRole('button', { name: /A problem we are best at.*by Dec 24, 2999/ });
  await expect(row.last()).toBeVisible();

  await panel.getByRole('button', { name: 'More answers' }).click();
  await panel.getByRole('menuitem', { name: 'Does not apply' }).click();
  await panel.getByLabel('Why does it not apply?').blur();
  await expect(picked(panel, 'Unknown')).toBeChecked();
  await panel.getByRole('button', { name: 'More answers' }).click();
  await panel.getByRole('menuitem', { name: 'Does not apply' }).click();
  await panel.getByLabel('Why does it not apply?').fill('A renewal');
  await panel.getByLabel('Why does it not apply?').press('Enter');
  await expect(panel.locator('.checklist').getByText('Does not apply')).toBeVisible();
  await expect(panel.getByText('0 of 3', { exact: true })).toBeVisible();
});

test('a question can be skipped and comes back; why and proof are a click away', async ({ session }) => {
  const panel = await openAlone(session);
  await expect(top(panel).getByText(FIRST)).toBeVisible();
  await panel.getByRole('button', { name: 'Why' }).click();
  await expect(panel.getByRole('button', { name: 'Why' })).toHaveAttribute('aria-expanded', 'true');
  await panel.getByRole('button', { name: 'Proof' }).click();
  await expect(panel.locator('.detail')).toBeVisible();
  for (let skipped = 0; skipped < 4; skipped++) await panel.getByRole('button', { name: 'Skip' }).click();
  await expect(panel.getByText('You have been through everything that is due.')).toBeVisible();
  await panel.getByRole('button', { name: 'Start again' }).click();
  await expect(top(panel).getByText(FIRST)).toBeVisible();
});

test('the last change can be undone, and every change stays in the history', async ({ session }) => {
  const panel = await openAlone(session);
  await pick(panel, 'Yes');
  await pick(panel, 'Shown');
  await expect(picked(panel, 'Shown')).toBeChecked();
  await panel.getByRole('button', { name: 'Undo' }).click();
  await expect(picked(panel, 'Guess')).toBeChecked();
  await expect(panel.getByText('Undone', { exact: true })).toBeVisible();

  await panel
    .locator('.checklist')
    .getByRole('button', { name: /A problem we are best at/ })
    .click();
  const body = panel.getByRole('region', { name: 'A problem we are best at' });
  await body.getByRole('button', { name: /History/ }).click();
  await expect(body.locator('.revisions > li')).toHaveCount(3);
  await expect(body.locator('.revisions > li').nth(1)).toContainText('shown there');
});

test('old evidence is asked again, and one click says that it still holds', async ({ session }) => {
  const past = await session.context.newPage();
  await past.clock.setFixedTime('2026-01-05T10:00:00Z');
  await past.goto(session.url(`panel.html?deal=${DEAL}`));
  await pick(past, 'Yes');
  await pick(past, 'Said');
  await expect(past.getByRole('button', { name: 'A problem we are best at Said' })).toBeVisible();
  const fresh = await firmness(past);
  await past.close();

  const panel = await session.context.newPage();
  await panel.clock.setFixedTime('2026-11-22T10:00:00Z');
  await panel.goto(session.url(`panel.html?deal=${DEAL}`));
  expect(await firmness(panel)).toBeLessThan(fresh);
  await panel
    .locator('.checklist')
    .getByRole('button', { name: /A problem we are best at.*Still true/ })
    .click();
  await expect(panel.getByText('Asked again because it is 321 days old.')).toBeVisible();
  await panel.getByRole('button', { name: 'Still true', exact: true }).click();
  await expect.poll(() => firmness(panel)).toBe(fresh);
});

test('everything works by keyboard alone', async ({ session }) => {
  const panel = await openAlone(session);
  const focus = () => panel.evaluate(() => document.activeElement?.textContent || document.activeElement?.ariaLabel);
  const tabTo = async (reached: () => Promise<boolean>) => {
    for (let presses = 0; presses < 40; presses++) {
      await panel.keyboard.press('Tab');
      if (await reached()) return;
    }
    throw new Error('not reached by Tab');
  };
  const onRadio = () => panel.evaluate(() => document.activeElement instanceof HTMLInputElement);
  await tabTo(onRadio);
  await panel.keyboard.press('Space');
  await expect(picked(panel, 'Yes')).toBeChecked();
  await tabTo(onRadio);
  await panel.keyboard.press('ArrowRight');
  await panel.keyboard.press('ArrowRight');
  await expect(picked(panel, 'Said')).toBeChecked();
  await panel.keyboard.press('Tab');
  await panel.keyboard.type('Ana Ruiz');
  await tabTo(async () => (await focus()) === 'Next question');
  await panel.keyboard.press('Enter');
  await expect(top(panel).getByText(FIRST)).toBeHidden();
  await tabTo(async () => (await focus()) === 'Checklist');
  await panel.keyboard.press('ArrowRight');
  await panel.keyboard.press('ArrowRight');
  await expect(panel.getByRole('tab', { name: 'Agenda' })).toHaveAttribute('aria-selected', 'true');
  await tabTo(async () => (await focus()) === 'Copy agenda');
});

test('what is typed outlives a tab that is closed in the same second', async ({ session }) => {
  const panel = await openAlone(session);
  await pick(panel, 'Yes');
  await pick(panel, 'Said');
  await panel.getByLabel('What exactly?').pressSequentially('Nobody owns this, and it costs us two days');
  await panel.close();

  const again = await openAlone(session);
  await again
    .locator('.checklist')
    .getByRole('button', { name: /A problem we are best at/ })
    .click();
  await expect(again.getByLabel('What exactly?')).toHaveValue('Nobody owns this, and it costs us two days');
});

test('names are text, whatever is in them', async ({ session }) => {
  const panel = await openAlone(session);
  const name =
    `<img src=x onerror="document.title='owned'"> \u202Egnol yrev\u202C ${'Widgets and more '.repeat(5)}`.trim();
  await panel.getByRole('tab', { name: 'Deal' }).click();
  await panel.getByRole('button', { name: 'Type it: Name' }).click();
  await panel.getByLabel('Name').fill(name);
  await panel.getByLabel('Name').press('Enter');
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText(name);
  expect(await panel.locator('h1 img').count()).toBe(0);
  const box = await panel.getByRole('heading', { level: 1 }).boundingBox();
  expect(box?.height ?? 0).toBeLessThan(60);
  expect(await panel.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await shoot(panel, 'panel-name');
});

test('the agenda is copied as rich and as plain text', async ({ session }) => {
  const panel = await openAlone(session);
  await panel.getByRole('tab', { name: 'Agenda' }).click();
  await expect(panel.getByLabel(/^Topic \d$/)).toHaveCount(3);
  await panel.getByRole('button', { name: 'Copy agenda' }).click();
  await expect(panel.getByText('Copied. Paste it into an e-mail.')).toBeVisible();
  const mail = await session.context.newPage();
  await mail.setContent('<textarea></textarea><div contenteditable></div>');
  await mail.locator('textarea').focus();
  await mail.keyboard.press('Control+V');
  expect(await mail.locator('textarea').inputValue()).toContain(`1. ${FIRST}`);
  await mail.locator('div').focus();
  await mail.keyboard.press('Control+V');
  await expect(mail.locator('div ol > li')).toHaveText([
    /^What have you/,
    /^What happens/,
    /^What have you/,
    /^What we agreed/,
  ]);
});

test('axe finds nothing in any state, in any look, at 360 and at 320 px; what moves stands still where that is asked for', async ({
  session,
}) => {
  const panel = await openAlone(session);
  const moving = () =>
    panel.evaluate(() =>
      Number.parseFloat(getComputedStyle(document.querySelector('.plain') as Element).transitionDuration),
    );
  const moves = await moving();
  expect(moves).toBeGreaterThan(0.001);
  expect(moves).toBeLessThan(0.15);
  const look = (state: string) =>
    looksWell(panel, `panel-${state}`, {
      looks: ['light', 'dark', 'forced'],
      sizes: [
        [360, 760],
        [320, 400],
      ],
    });
  await look('empty');
  expect(await moving()).toBeLessThan(0.001);
  await pick(panel, 'Yes');
  await pick(panel, 'Said');
  await panel.getByLabel('Who said it?').fill('Ana Ruiz');
  await panel.getByLabel('Who said it?').blur();
  await look('one-answer');
  await panel.getByRole('button', { name: /^Firmness/ }).click();
  await look('why');
  await panel.keyboard.press('Escape');
  await panel.getByRole('button', { name: 'Next question' }).click();
  await pick(panel, 'Unknown');
  await look('unknown');
  await panel
    .locator('.checklist')
    .getByRole('button', { name: /A problem we are best at/ })
    .click();
  await panel.getByRole('button', { name: /History/ }).click();
  await look('open-question');
  for (const tab of ['Agenda', 'Deal']) {
    await panel.getByRole('tab', { name: tab }).click();
    await look(tab.toLowerCase());
  }
  await panel.getByRole('button', { name: 'More', exact: true }).click();
  await look('menu');
});

/** Words of the tabs that stand on more than one line. */
const broken = (panel: Page) =>
  panel.locator('.tab').evaluateAll((tabs) =>
    tabs.flatMap(({ firstChild }) => {
      const range = document.createRange();
      if (firstChild) range.selectNodeContents(firstChild);
      return range.getClientRects().length === 1 ? [] : String(range);
    }),
  );

/** What can be pressed and is cut off at the side: the panel scrolls up and down alone. */
const cutOff = (panel: Page) =>
  panel
    .locator('button:visible, .option:visible')
    .evaluateAll((all) =>
      all
        .filter((each) => each.getBoundingClientRect().right > document.documentElement.clientWidth)
        .map((each) => each.getAttribute('aria-label') ?? each.textContent),
    );

test('in the narrowest sidebar no word of the tabs breaks, be it long or twice as large', async ({ session }) => {
  const panel = await openAlone(session);
  // Firefox's, as narrow as it goes by itself.
  await panel.setViewportSize({ width: 252, height: 600 });
  const tops = () =>
    panel.locator('.tab').evaluateAll((tabs) => new Set(tabs.map((tab) => tab.getBoundingClientRect().top)).size);
  expect(await broken(panel)).toEqual([]);
  expect(await tops()).toBe(1);
  expect(await cutOff(panel)).toEqual([]);
  await looksWell(panel, 'panel-sidebar', { sizes: [[252, 600]] });
  await panel.evaluate(() => {
    document.documentElement.style.fontSize = '175%';
  });
  expect(await broken(panel)).toEqual([]);
  await panel.locator('.tab').evaluateAll((tabs) => {
    const german = ['Checkliste', 'Dringlichkeit', 'Tagesordnung', 'Geschäft'];
    for (const [n, tab] of tabs.entries()) if (tab.firstChild) tab.firstChild.nodeValue = german[n] ?? '';
  });
  expect(await broken(panel)).toEqual([]);
  expect(await cutOff(panel)).toEqual([]);
  await looksWell(panel, 'panel-sidebar-long', { looks: ['light'], sizes: [[252, 600]] });
});

test('recent deals lead to what to do, then to the deals', async ({ session }) => {
  const recent = await session.context.newPage();
  await recent.goto(session.url('recent.html'));
  await expect(recent.getByText('No deals yet.')).toBeVisible();
  expect(await axeCheck(recent)).toEqual([]);
  const panel = await openAlone(session);
  await pick(panel, 'Yes');
  await pick(panel, 'Said');
  await expect(recent.getByText(/^Firmness [1-9]/)).toBeAttached();
  expect(await axeCheck(recent)).toEqual([]);
  await shoot(recent, 'recent');
});

test('a field that was being typed is there again after its tab was closed in the middle of it', async ({
  session,
}) => {
  const panel = await openAlone(session);
  await panel.getByRole('tab', { name: 'Deal' }).click();
  await panel.getByRole('button', { name: 'Type it: Name' }).click();
  await panel.getByLabel('Name', { exact: true }).pressSequentially('Acme, 1,200 Widgets');
  await kept(panel, 'Acme, 1,200 Widgets');
  await panel.close();
  const again = await openAlone(session);
  await again.getByRole('tab', { name: 'Deal' }).click();
  const line = again.getByLabel('Name', { exact: true });
  await expect(line).toHaveValue('Acme, 1,200 Widgets');
  await line.press('Enter');
  await expect(again.locator('.field-row', { hasText: 'Name' })).toContainText('Typed by you');
  await expect(again.getByRole('heading', { level: 1 })).toHaveText('Acme, 1,200 Widgets');
});
