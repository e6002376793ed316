/**
 * Hand-over without a server, as three people live it: two sellers hand deals over under a
 * passphrase, their manager checks and hands back, and both merge it, twice and in another order.
 */
import type { Download, Page } from '@playwright/test';
import type { DealKey } from '../../lib/domain/deal.ts';
import { meeting, topic } from '../domain/meetings.ts';
import { axeCheck } from './axe.ts';
import { expect, shoot, test } from './extension.ts';
import { looksWell } from './looks.ts';
import { answered, bring, daysAgo, met, named, seen } from './seeded.ts';
import { openSession, type Session } from './session.ts';

const PASSPHRASE = 'four words are plenty';
const keyOf = (n: number): DealKey => `salesforce:acme:00600000000000${n}AAA`;

/** A seller's two deals, one with a meeting of which something was noted in private. */
function dealsOf(owner: string, first: number, names: readonly [string, string]) {
  return names.flatMap((name, index) => {
    const deal = keyOf(first + index);
    return [
      seen(deal, daysAgo(30), { name, account: `${name} Ltd`, owner, stage: 'Discovery', amount: '120000' }),
      answered(deal, daysAgo(12), 'fit.sweetSpot', 'yes', 'said', { quote: `${name}: every order waits` }),
      answered(deal, daysAgo(9), 'fit.owner', 'yes', 'shown', { quote: 'Ana drew the process herself' }),
      answered(deal, daysAgo(6), 'urgency.event', 'partly', 'said', { on: daysAgo(-40), quote: 'The line stops' }),
      ...(index === 0
        ? [met(deal, daysAgo(3), meeting({ topics: [topic('t1', { note: 'Only for me: Sam is afraid' })] }))]
        : []),
    ];
  });
}

const ANA = 'b2'.repeat(8);

interface Person {
  session: Session;
  page: Page;
}

async function sitDown(author: string, deals: ReturnType<typeof dealsOf>): Promise<Person> {
  const session = await openSession();
  const page = session.context.pages()[0] ?? (await session.context.newPage());
  if (deals.length > 0) await bring(page, session, deals, author);
  return { session, page };
}

async function goTo({ session, page }: Person, hand: string): Promise<void> {
  await page.goto(session.url(`review.html#hand=${encodeURIComponent(hand)}`));
  await page.reload();
}

/** Makes the file that the page offers, under the passphrase. */
async function makeFile(page: Page, name: string, passphrase: string): Promise<Download> {
  await page.getByRole('textbox', { name: 'Your name' }).fill(name);
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^Save the file/ }).click(),
  ]);
  await expect(page.getByText(`${download.suggestedFilename()} is in your downloads`)).toBeVisible();
  return download;
}

async function choose(page: Page, file: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles([]);
  await page.locator('input[type=file]').setInputFiles(file);
}

async function unlock(page: Page, passphrase: string): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.keyboard.press('Enter');
}

async function add(page: Page, file: string): Promise<void> {
  await choose(page, file);
  await unlock(page, PASSPHRASE);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByText(/^Added \d+ changes?\.$/)).toBeVisible();
}

test('two sellers and a manager: over, checked, back, and answered', async () => {
  // Three browsers, one after the other.
  test.slow();
  const kim = await sitDown('a1'.repeat(8), dealsOf('Kim Lee', 1, ['Widgets', 'Pumps']));
  const ana = await sitDown(ANA, dealsOf('Ana Silva', 5, ['Robots', 'Valves']));
  const mia = await sitDown('', []);
  try {
    // Kim sees exactly what goes, and what stays.
    await goTo(kim, 'out');
    await expect(kim.page.getByText('2 deals are chosen.')).toBeVisible();
    await expect(kim.page.getByText('3 answers, 1 meeting')).toBeVisible();
    await expect(kim.page.getByText('1 private note from a meeting')).toBeVisible();
    await kim.page.getByLabel('Passphrase', { exact: true }).fill('short');
    await kim.page.getByRole('button', { name: /^Save the file/ }).click();
    await expect(kim.page.getByText('At least 12 characters')).toBeVisible();
    expect(await axeCheck(kim.page)).toEqual([]);
    await shoot(kim.page, 'review-handover-out');
    const fromKim = await makeFile(kim.page, 'Kim Lee', PASSPHRASE);
    expect(fromKim.suggestedFilename()).toMatch(/^footing-handover-\d{4}-\d\d-\d\d\.footing$/);
    // Ana hands over one of hers, from its panel's menu.
    await ana.page.goto(ana.session.url(`panel.html?deal=${encodeURIComponent(keyOf(5))}`));
    await ana.page.getByRole('button', { name: 'More', exact: true }).click();
    const [review] = await Promise.all([
      ana.session.context.waitForEvent('page'),
      ana.page.getByRole('menuitem', { name: 'Hand this deal over' }).click(),
    ]);
    await expect(review.getByText('1 deal is chosen.')).toBeVisible();
    const fromAna = await makeFile(review, 'Ana Silva', PASSPHRASE);
    const [kims, anas] = [await fromKim.path(), await fromAna.path()];

    // Mia: another passphrase opens nothing; the right one shows whose it is before anything is added.
    await goTo(mia, 'in');
    await choose(mia.page, kims);
    await unlock(mia.page, 'four words are few');
    await expect(mia.page.getByText('This passphrase does not open the file.')).toBeVisible();
    expect(await axeCheck(mia.page)).toEqual([]);
    await shoot(mia.page, 'review-handover-sealed');
    await unlock(mia.page, PASSPHRASE);
    await expect(mia.page.getByRole('heading', { name: 'From Kim Lee' })).toBeFocused();
    expect(await axeCheck(mia.page)).toEqual([]);
    await shoot(mia.page, 'review-handover-preview');
    await mia.page.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(mia.page.getByText(/^Added \d+ changes\.$/)).toBeVisible();
    await add(mia.page, anas);
    await mia.page.getByRole('button', { name: 'Show them' }).click();
    await expect(mia.page.locator('.deal-row')).toHaveCount(3);

    // It is Kim's everywhere: nothing of it can be changed.
    await mia.page.locator('.deal-row').filter({ hasText: 'Widgets' }).click();
    const beside = mia.page.getByRole('complementary', { name: 'The deal' });
    await expect(beside.getByText('Handed over by Kim Lee.')).toBeVisible();
    await beside.getByRole('button', { name: /A problem we are best at/ }).click();
    await expect(beside.getByText('Widgets: every order waits').first()).toBeVisible();
    for (const tab of ['Deal', 'Meetings', 'Urgency', 'Checklist']) {
      await beside.getByRole('tab', { name: tab }).click();
      await expect(beside.getByRole('textbox')).toHaveCount(0);
      await expect(beside.getByRole('radio')).toHaveCount(0);
    }
    await expect(mia.page.getByText('Sam is afraid')).toHaveCount(0);
    expect(await axeCheck(mia.page)).toEqual([]);
    await shoot(mia.page, 'review-handover-theirs');

    // Three answers, one question, one date.
    await beside.getByRole('button', { name: 'Spot check' }).click();
    for (const [index, key] of ['1', '2', '3'].entries()) {
      await expect(mia.page.getByText(`Answer ${index + 1} of 3`)).toBeVisible();
      await mia.page.keyboard.press(key);
    }
    const ask = mia.page.getByRole('textbox', { name: 'The question to leave' });
    await ask.fill('Who stops the line, and when?');
    await ask.press('Enter');
    await expect(mia.page.getByRole('heading', { name: '1 deal checked' })).toBeVisible();
    await mia.page.getByRole('button', { name: 'Hand reviews back' }).click();
    await expect(mia.page.getByText('Asked: Who stops the line, and when?')).toBeVisible();
    await expect(mia.page.getByText('1 deal, 1 change in all')).toBeVisible();
    await expect(mia.page.getByText('A deal without a name')).toHaveCount(0);
    expect(await axeCheck(mia.page)).toEqual([]);
    const back = await makeFile(mia.page, 'Mia Roth', PASSPHRASE);
    await shoot(mia.page, 'review-handover-back');
    const mias = await back.path();

    // Kim merges it, twice; Ana's own file and her manager's of Kim's deals change nothing of hers.
    await goTo(kim, 'in');
    await add(kim.page, mias);
    await choose(kim.page, mias);
    await unlock(kim.page, PASSPHRASE);
    await expect(kim.page.getByText('All of it is here already.')).toBeVisible();
    await kim.page.getByRole('button', { name: 'Close' }).click();
    await choose(kim.page, kims);
    await unlock(kim.page, PASSPHRASE);
    await expect(kim.page.getByRole('alert')).toContainText('This file is your own.');
    await kim.page.goto(kim.session.url(`panel.html?deal=${encodeURIComponent(keyOf(1))}`));
    await kim.page.getByRole('tab', { name: 'Deal' }).click();
    await expect(kim.page.getByRole('tabpanel').getByText('Who stops the line, and when?')).toBeVisible();
    const reply = kim.page.getByRole('textbox', { name: 'Your answer' });
    await reply.fill('Ana does, on the 31st.');
    await reply.press('Enter');
    await expect(kim.page.getByText('Saved').first()).toBeVisible();
    await shoot(kim.page, 'review-handover-asked');

    // The answer goes over in the next file; Mia merges old and new in the other order.
    await goTo(kim, keyOf(1));
    const again = await (await makeFile(kim.page, 'Kim Lee', PASSPHRASE)).path();
    await goTo(mia, 'in');
    await add(mia.page, again);
    await choose(mia.page, kims);
    await unlock(mia.page, PASSPHRASE);
    await expect(mia.page.getByText('All of it is here already.')).toBeVisible();
    await mia.page.goto(mia.session.url(`review.html#deal=${encodeURIComponent(keyOf(1))}`));
    await mia.page.reload();
    await mia.page.getByRole('tab', { name: 'Deal' }).click();
    await expect(mia.page.getByText('Ana does, on the 31st.')).toBeVisible();
  } finally {
    await Promise.all([kim, ana, mia].map(({ session }) => session.dispose()));
  }
});

test('the screens of handing over read well, wide and narrow, in the light and in the dark', async ({
  session,
  page,
}) => {
  await bring(page, session, dealsOf('Kim Lee', 1, ['Widgets', 'Pumps']));
  for (const hand of ['out', 'in', 'back']) {
    await page.goto(session.url(`review.html#hand=${hand}`));
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    if (hand === 'out') await expect(page.getByText('2 deals are chosen.')).toBeVisible();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      // The first has all that the others have.
      for (const width of hand === 'out' ? [2560, 320, 1280] : [1280]) {
        await page.setViewportSize({ width, height: 900 });
        await shoot(page, `review-handover-${hand}-${width}-${colorScheme}`);
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      }
      expect(await axeCheck(page), `${hand}, ${colorScheme}`).toEqual([]);
    }
  }
});

test('a deal that was handed over is taken over, gone on with, and left again', async ({ session, page }) => {
  const anas = dealsOf('Ana Silva', 5, ['Robots', 'Valves']).map((op) => ({ ...op, by: ANA }));
  const names = anas.slice(0, 1).map((op) => named(op, ANA, 'Ana Silva'));
  await bring(page, session, [...dealsOf('Kim Lee', 1, ['Widgets', 'Pumps']), ...anas, ...names]);
  await page.goto(session.url(`review.html#deal=${encodeURIComponent(keyOf(5))}`));
  const whose = page.getByRole('region', { name: 'Whose deal this is' });
  await expect(whose).toContainText('Handed over by Ana Silva.');
  await looksWell(page, 'handover-take', { looks: ['light', 'forced'], sizes: [[320, 900]] });
  await whose.getByRole('button', { name: 'Take over this deal' }).focus();
  await page.keyboard.press('Enter');
  await expect(whose).toContainText('You took this deal over from Ana Silva on');
  await expect(whose).toBeFocused();
  await whose.getByRole('button', { name: 'Undo' }).click();
  await expect(whose).toContainText('Handed over by Ana Silva.');
  await whose.getByRole('button', { name: 'Take over this deal' }).click();
  await expect(page.getByRole('heading', { name: 'Ask next' })).toBeVisible();

  // What Ana answered stands under her name, until it is answered anew; the rest stays.
  await page.getByRole('button', { name: /^A problem we are best at/ }).click();
  const body = page.getByRole('region', { name: 'A problem we are best at' });
  await expect(body).toContainText('Given by Ana Silva.');
  await looksWell(page, 'handover-taken', { looks: ['light', 'dark'], sizes: [[1280, 900]] });
  await body.getByText('No', { exact: true }).click();
  await expect(body).not.toContainText('Given by Ana Silva.');
  await page.getByRole('tab', { name: 'Deal', exact: true }).click();
  await page.getByRole('tabpanel').getByRole('button', { name: 'Leave it to Ana Silva' }).click();
  await page.getByRole('tab', { name: 'Checklist' }).click();
  await expect(page.getByRole('button', { name: /^A problem we are best at.* Said$/ })).toBeVisible();
});

test('the keyboard alone chooses a deal and hands it over; a pack on the options page is shown its place', async ({
  session,
  page,
}) => {
  await bring(page, session, dealsOf('Kim Lee', 1, ['Widgets', 'Pumps']));
  await page.goto(session.url('review.html#hand=out'));
  await page.reload();
  await expect(page.getByText('2 deals are chosen.')).toBeVisible();
  await page.getByRole('button', { name: 'Choose none' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('No deal is chosen.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save the file' })).toBeDisabled();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(page.getByText('1 deal is chosen.')).toBeVisible();
  const name = page.getByRole('textbox', { name: 'Your name' });
  await expect(name).toHaveValue('Kim Lee');
  await name.focus();
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  await page.goto(session.url('options.html#data'));
  await page.locator('input[type=file]').setInputFiles(await download.path());
  await expect(page.getByRole('alert')).toContainText('Somebody handed this file over to you.');
  await page.getByRole('link', { name: 'Open it there' }).click();
  await expect(page.getByRole('heading', { name: 'Open what was handed over' })).toBeVisible();
});
