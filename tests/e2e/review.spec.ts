/**
 * The review: every deal in one table, looked at in ways that the address keeps; the spot check,
 * from the draw to what the seller finds on the deal; and what leaves as a file or on paper.
 */
import { readFileSync } from 'node:fs';
import type { Download, Page } from '@playwright/test';
import Papa from 'papaparse';
import type { DealKey } from '../../lib/domain/deal.ts';
import type { Op } from '../../lib/domain/op.ts';
import { axeCheck } from './axe.ts';
import { expect, shoot, test } from './extension.ts';
import { looksWell } from './looks.ts';
import { answered, bring, daysAgo, seen } from './seeded.ts';
import type { Session } from './session.ts';

const keyOf = (index: number): DealKey => `salesforce:acme:006000000000${String(index).padStart(3, '0')}AAA`;

const STAGES = ['Discovery', 'Proposal/Price Quote', 'Value Proposition', 'Prospecting', 'Negotiation/Review'];
const NAMES = [
  'Widgets',
  'Pumps for Köln',
  '=HYPERLINK("http://x")',
  'Line 4',
  'Renewal',
  'Robots',
  'Valves',
  'Sensors',
];

/** A team's deals: the first is large and stands on nothing; every third has firm ground. */
function team(count: number): Op[] {
  return Array.from({ length: count }, (_, index) => {
    const deal = keyOf(index);
    const isFirm = index % 3 === 2;
    const close = { closeDate: index % 4 === 0 ? daysAgo(-20) : daysAgo(-(30 + index)) };
    const page = {
      name: NAMES[index] ?? `Deal ${index}`,
      account: `Customer ${index}`,
      owner: ['Kim Lee', 'Ana Silva', 'Jo Novak'][index % 3] ?? '',
      stage: STAGES[index % STAGES.length] ?? '',
      amount: String(index === 0 ? 900_000 : 20_000 + ((index * 7919) % 200) * 1000),
    };
    const ops = [
      seen(deal, daysAgo(60), { ...page, closeDate: daysAgo(-10) }),
      seen(deal, daysAgo(40), { ...page, ...close }),
    ];
    if (index === 0) return [...ops, answered(deal, daysAgo(5), 'fit.owner', 'yes', 'guess')];
    return [
      ...ops,
      answered(deal, daysAgo(12), 'fit.sweetSpot', 'yes', isFirm ? 'shown' : 'said', {
        quote: 'Every order waits for the old line, two days a week.',
      }),
      answered(deal, daysAgo(50), 'fit.owner', 'yes', isFirm ? 'said' : 'guess'),
      answered(deal, daysAgo(8), 'urgency.event', isFirm ? 'yes' : 'partly', 'said', {
        on: daysAgo(-25),
        quote: 'The old line stops at the end of the quarter of the plant.',
      }),
      ...(isFirm ? [answered(deal, daysAgo(3), 'urgency.commitment', 'yes', 'shown')] : []),
    ];
  }).flat();
}

async function openReview(session: Session, page: Page, address = ''): Promise<void> {
  await page.goto(session.url(`review.html${address}`));
  await expect(page.getByRole('heading', { name: 'Review', level: 1 })).toBeVisible();
}

const rows = (page: Page) => page.locator('.deal-row');
const names = (page: Page) => page.locator('.deal-row .cell-deal .strong').allTextContents();

async function textOf(download: Download): Promise<string> {
  return readFileSync(await download.path(), 'utf8');
}

test('with nothing here, it says what to do', async ({ session, page }) => {
  await openReview(session, page);
  await expect(page.getByText('No deals to review yet.')).toBeVisible();
  await expect(page.getByText('Open an opportunity in your CRM')).toBeVisible();
  expect(await axeCheck(page)).toEqual([]);
  await shoot(page, 'review-empty');
});

test('the deal with most at stake on least evidence comes first; every view is in the address', async ({
  session,
  page,
}) => {
  await bring(page, session, team(24));
  await openReview(session, page);
  await expect(page.getByText('24 deals')).toBeVisible();
  expect((await names(page))[0]).toBe('Widgets');

  // Filters narrow it, and what they found is said.
  await page.getByRole('button', { name: 'No evidence' }).click();
  await expect(page.getByText('1 of 24 deals')).toBeVisible();
  await page.getByRole('button', { name: 'No evidence' }).click();
  await page.getByRole('button', { name: 'Discover' }).click();
  await page.getByRole('searchbox').fill('customer 1');
  await expect(rows(page)).toHaveCount(2);
  expect(new URL(page.url()).hash).toBe('#search=customer+1&phase=discover');

  // The address alone brings it back; the usual view has none.
  await page.reload();
  await expect(rows(page)).toHaveCount(2);
  await page.goto(session.url('review.html#search=nobody'));
  await page.reload();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(page.getByText('24 deals')).toBeVisible();
  expect(new URL(page.url()).hash).toBe('');

  // Groups keep their own order, and close.
  await page.getByRole('button', { name: /No groups/ }).click();
  await page.getByRole('option', { name: 'By owner' }).click();
  const groups = page.locator('.group-row');
  await expect(groups).toHaveCount(3);
  await expect(groups.first()).toContainText('Ana Silva');
  expect(await axeCheck(page)).toEqual([]);
  await shoot(page, 'review-groups');
  await groups.first().click();
  await expect(groups.first()).toHaveAttribute('aria-expanded', 'false');
});

test('works by the keyboard alone: sort, move, open a deal beside, and back', async ({ session, page }) => {
  await bring(page, session, team(24));
  await openReview(session, page);
  await expect(rows(page).first()).toBeVisible();
  await page.getByRole('button', { name: 'Closed too' }).focus();
  await page.keyboard.press('Tab');
  const at = () => page.evaluate(() => document.activeElement?.getAttribute('data-at'));
  expect(await at()).toBe('0:0');
  await page.keyboard.press('Control+End');
  await expect.poll(at).toBe('23:12');
  await page.keyboard.press('Control+Home');
  await expect.poll(at).toBe('0:0');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  expect(await at()).toBe('-1:0');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('columnheader', { name: 'Deal' })).toHaveAttribute('aria-sort', 'ascending');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: 'The deal' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Ask next' })).toBeVisible();
  await expect(page.locator('.deal-row[aria-selected=true]')).toHaveCount(1);
  expect(await axeCheck(page)).toEqual([]);
  await shoot(page, 'review-beside');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('complementary')).toHaveCount(0);
  expect(await at()).toBe('0:0');

  // From the table through a check and back to its row takes ten keys: three for the answers, one for the
  // question and the date that are offered.
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowUp');
  const row = (await at()) ?? '';
  const scrolled = () => page.locator('.deal-grid').evaluate(({ scrollTop }) => scrollTop);
  const before = await scrolled();
  expect(before).toBeGreaterThan(0);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  for (const [index, key] of ['1', '2', '3'].entries()) {
    await expect(page.getByText(`Answer ${index + 1} of 3`)).toBeVisible();
    await page.keyboard.press(key);
  }
  await expect(page.getByRole('textbox', { name: 'The question to leave' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '1 deal checked' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(at).toBe(row);
  expect(await scrolled()).toBe(before);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('complementary')).toHaveCount(0);
  expect(await at()).toBe(row);
});

test('a spot check takes five keys, stays on the deal, and is where the next one begins', async ({ session, page }) => {
  await bring(page, session, team(3));
  await openReview(session, page, `#deal=${encodeURIComponent(keyOf(2))}`);
  await page.getByRole('complementary').getByRole('button', { name: 'Spot check' }).click();

  const how = page.getByRole('heading', { name: 'How do you know?' });
  await expect(how).toBeVisible();
  await expect(page.getByText('Answer 1 of 3')).toBeVisible();
  const address = page.url();
  const first = await page.locator('.spot-prompt').textContent();
  expect(await axeCheck(page)).toEqual([]);
  await shoot(page, 'check-answer');
  // The same address draws the same answers.
  await page.reload();
  await expect(page.locator('.spot-prompt')).toHaveText(first ?? '');
  expect(page.url()).toBe(address);

  await page.keyboard.press('1');
  await expect(page.getByText('Answer 2 of 3')).toBeVisible();
  await page.keyboard.press('2');
  await expect(page.getByText('Answer 3 of 3')).toBeVisible();
  await page.keyboard.press('3');
  const ask = page.getByRole('textbox', { name: 'The question to leave' });
  await expect(ask).toBeFocused();
  await expect(ask).toHaveValue(/^[A-Z].+\?$/);
  expect(await axeCheck(page)).toEqual([]);
  await shoot(page, 'check-leave');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '1 deal checked' })).toBeVisible();
  await expect(page.getByText('1 weaker, 1 agree, 1 stronger')).toBeVisible();
  await shoot(page, 'check-done');
  expect(await axeCheck(page)).toEqual([]);

  // The seller finds it on the deal, and says something to it. No answer of theirs has changed.
  const panel = await session.context.newPage();
  await panel.setViewportSize({ width: 400, height: 900 });
  await panel.goto(session.url(`panel.html?deal=${encodeURIComponent(keyOf(2))}`));
  await shoot(panel, 'check-note');
  await panel
    .getByRole('region', { name: 'Asked at the spot check' })
    .getByRole('button', { name: 'Answer it' })
    .click();
  await expect(panel.getByText('You were asked')).toBeVisible();
  await expect(panel.getByText('Weaker')).toBeVisible();
  const reply = panel.getByRole('textbox', { name: 'Your answer' });
  await reply.fill('Ana wrote it on Monday.');
  await panel.reload();
  await expect(reply).toHaveValue('Ana wrote it on Monday.');
  await reply.press('Enter');
  await expect(panel.getByText('Saved').first()).toBeVisible();
  await expect(panel.getByRole('region', { name: 'Asked at the spot check' })).toHaveCount(0);
  expect(await axeCheck(panel)).toEqual([]);
  await reply.scrollIntoViewIfNeeded();
  await shoot(panel, 'check-asked');
  await panel.close();

  // The row says when; the next check begins with what was promised.
  await page.getByRole('button', { name: 'Back to the review' }).click();
  await expect(rows(page).filter({ hasText: '=HYPERLINK' })).toContainText('today');
  await page.getByRole('complementary').getByRole('button', { name: 'Spot check' }).click();
  await expect(page.getByText('Last time, first')).toBeVisible();
  await expect(page.getByText('Ana wrote it on Monday.')).toBeVisible();
  expect(await axeCheck(page)).toEqual([]);
  await shoot(page, 'check-last-time');
  await page.keyboard.press('Enter');
  await expect(how).toBeVisible();
});

test('a round goes through the deals that it drew, and can be left', async ({ session, page }) => {
  await bring(page, session, team(9));
  await openReview(session, page);
  await page.getByRole('button', { name: 'Spot check 5 deals' }).click();
  await expect(page.getByText('Deal 1 of 5')).toBeVisible();
  const name = () => page.locator('.spot-name').textContent();
  const first = await name();
  await page.reload();
  await expect(page.getByText('Deal 1 of 5')).toBeVisible();
  expect(await name()).toBe(first);
  const stage = page.getByRole('heading', { name: 'How do you know?' });
  const ask = page.getByRole('textbox', { name: 'The question to leave' });
  const prompt = page.locator('.spot-prompt');
  for (let deal = 1; deal <= 5; deal += 1) {
    await expect(page.getByText(`Deal ${deal} of 5`)).toBeVisible();
    await expect(stage.or(ask)).toBeVisible();
    while (await stage.isVisible()) {
      const words = (await prompt.textContent()) ?? '';
      await page.keyboard.press('2');
      await expect(prompt.filter({ hasText: words })).toHaveCount(0);
      if (deal !== 3 || !(await prompt.isVisible())) continue;
      // Left in the middle, and come back to: the same deal, at the answer that was next.
      const next = (await prompt.textContent()) ?? '';
      await page.getByRole('button', { name: 'Stop here' }).click();
      await page.getByRole('button', { name: 'Go on, 3 deals left' }).click();
      await expect(page.getByText('Deal 3 of 5')).toBeVisible();
      await expect(prompt).toHaveText(next);
      await page.reload();
      await expect(prompt).toHaveText(next);
    }
    if (deal === 3) {
      await ask.fill('Who says so, by name?');
      await page.reload();
      await expect(ask).toHaveValue('Who says so, by name?');
    }
    await ask.press('Enter');
  }
  await expect(page.getByRole('heading', { name: '5 deals checked' })).toBeVisible();
  await expect(page.getByText('Who says so, by name?')).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Review', level: 1 })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Go on/ })).toHaveCount(0);
});

test('leaves as CSV that runs nowhere, as Markdown, and on paper', async ({ session, page }) => {
  await bring(page, session, team(24));
  await openReview(session, page);
  await page.getByRole('button', { name: 'Save, print' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Save as CSV for Excel' }).click(),
  ]);
  const text = await textOf(download);
  expect(text.startsWith('\ufeff')).toBe(true);
  const table = Papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true });
  expect(table.errors).toEqual([]);
  expect(table.data).toHaveLength(24);
  expect(table.data[0]).toMatchObject({ Deal: 'Widgets', Amount: '900000', Currency: 'USD', Owner: 'Kim Lee' });
  expect(table.data.map(({ Deal }) => Deal)).toContain(`'=HYPERLINK("http://x")`);

  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.printed tbody tr')).toHaveCount(24);
  // No word is broken in two, whatever else stands beside it.
  const phases = await page.locator('.printed td.cell-phase').evaluateAll((cells) =>
    cells.map((cell) => {
      const range = document.createRange();
      range.selectNodeContents(cell);
      return range.getClientRects().length;
    }),
  );
  expect(new Set(phases)).toEqual(new Set([1]));
  await expect(page.locator('.deal-grid')).toBeHidden();
  await shoot(page, 'review-print');
  const paper = await page.pdf({ format: 'A4', landscape: true });
  const pages = paper.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  expect(pages).toBeGreaterThan(0);
  expect(pages).toBeLessThanOrEqual(2);
  await page.emulateMedia({ media: null });

  await rows(page).nth(1).click();
  await page.evaluate(() => {
    navigator.clipboard.write = () => Promise.reject(new Error('no clipboard'));
    document.execCommand = () => false;
  });
  const beside = page.getByRole('complementary');
  await beside.getByRole('button', { name: 'Save, print' }).click();
  await page.getByRole('menuitem', { name: 'Copy as Markdown' }).click();
  await beside.getByRole('button', { name: 'Not copied - save it as a file' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Save as Markdown' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/\.md$/);
  const sheet = await textOf(file);
  expect(sheet).toContain('## What is due and not firm');
  expect(sheet).toContain('- Amount: \\$210,000');
  expect(sheet).toContain('- Their date: Dec 17');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.printed h2')).toBeVisible();
  await shoot(page, 'review-print-deal');
});

test('reads well and passes axe, from the narrowest window to the widest, in light and in dark', async ({
  session,
  page,
}) => {
  const sizes = [
    [320, 640],
    [1280, 800],
    [2560, 1300],
  ] as const;
  await bring(page, session, team(60));
  await openReview(session, page);
  await expect(rows(page).first()).toBeVisible();
  await expect(page.getByText(/^60 deals/)).toBeVisible();
  // Nothing but the table itself is wider than the page.
  await looksWell(page, 'review', { sizes });
  await page.goto(session.url('review.html#check=3&draw=03f9a2'));
  await page.reload();
  await expect(page.getByRole('heading', { name: 'How do you know?' })).toBeVisible();
  await looksWell(page, 'check', { sizes });
  await looksWell(page, 'check', { looks: ['forced'], sizes: [[1280, 800]] });
});

test('draws only the rows that are on screen, and reaches all of them', async ({ session, page }) => {
  await bring(page, session, team(150));
  await openReview(session, page);
  await expect(page.getByText(/^150 deals/)).toBeVisible();
  expect(await rows(page).count()).toBeLessThan(60);
  await page.getByRole('gridcell').first().focus();
  await page.keyboard.press('Control+End');
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-at'))).toBe('149:12');
  await expect(page.locator(':focus')).toBeInViewport();
  expect(await rows(page).count()).toBeLessThan(60);
});
