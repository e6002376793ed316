/**
 * What stands beside the table of the review: the charts, the numbers of execution, what is in
 * focus and where to start. One walk each, in light and dark, narrow and wide.
 */
import type { Page } from '@playwright/test';
import type { DealKey } from '../../lib/domain/deal.ts';
import type { Op } from '../../lib/domain/op.ts';
import { meeting, promise } from '../domain/meetings.ts';
import { axeCheck } from './axe.ts';
import { expect, shoot, test } from './extension.ts';
import { type Looked, looksWell } from './looks.ts';
import { answered, bring, daysAgo, decided, met, promised, seen } from './seeded.ts';

// Colours that fade from one scheme into the other would be judged half-way.
test.use({ browserOptions: { reducedMotion: 'reduce' } });

const SELLER = 'b2'.repeat(8);
const NAMES = ['Widgets', 'Pumps', 'Line 4', 'Renewal', 'Robots', 'Valves', 'Sensors', 'Presses', 'Dryers', 'Mills'];

/** A deal with a past of three months, number `n` of its owner; every third stands on firm ground. */
function deal(n: number, owner: string): Op[] {
  const key: DealKey = `salesforce:acme:006000000000${String(n).padStart(3, '0')}AAA`;
  const isFirm = n % 3 === 2;
  const page = {
    name: NAMES[n % NAMES.length] ?? '',
    account: `Customer ${n}`,
    owner,
    amount: String(n % 10 === 0 ? 900_000 : 20_000 + ((n * 7919) % 200) * 1000),
    closeDate: daysAgo(-20 - 5 * n),
  };
  const start = Date.parse(`${daysAgo(20 + n)}T09:00:00Z`);
  return [
    seen(key, daysAgo(100), { ...page, stage: 'Prospecting' }),
    answered(key, daysAgo(95), 'fit.sweetSpot', 'yes', 'guess'),
    answered(key, daysAgo(70 - n), 'fit.sweetSpot', 'yes', 'said', { quote: 'Every order waits for the old line.' }),
    answered(key, daysAgo(60 - n), 'fit.owner', 'yes', isFirm ? 'said' : 'guess'),
    seen(key, daysAgo(45 - n), { ...page, stage: 'Discovery' }),
    answered(key, daysAgo(30 - n), 'urgency.event', isFirm ? 'yes' : 'partly', 'said', { on: daysAgo(-45) }),
    ...(isFirm ? [answered(key, daysAgo(10), 'urgency.commitment', 'yes', 'shown')] : []),
    met(
      key,
      daysAgo(15),
      meeting({
        id: `m${n}`,
        when: { kind: 'at', at: start },
        steps: [{ state: 'agreed', who: 'Ana', at: start - (isFirm ? 30 : 3) * 3_600_000 }],
      }),
    ),
    promised(
      key,
      daysAgo(9),
      promise({ state: n % 4 === 0 ? 'broken' : 'kept', due: daysAgo(9), closedOn: daysAgo(9) }),
    ),
    ...(n === 1 ? [decided(key, daysAgo(5), { choice: 'stop', trigger: '', on: null, reason: 'No owner' })] : []),
  ];
}

const MINE = Array.from({ length: 10 }, (_, n) => deal(n, 'Kim Lee')).flat();
const THEIRS = Array.from({ length: 3 }, (_, n) => deal(20 + n, 'Ana Silva'))
  .flat()
  .map((op): Op => ({ ...op, by: SELLER }));

/** Everything that the page was refused: by its policy, or by an error. */
function watch(page: Page): string[] {
  const refused: string[] = [];
  page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
  page.on('pageerror', (error) => refused.push(String(error)));
  return refused;
}

/** Looks at a screen as a laptop, a shared screen and a narrow pane show it, once it is drawn. */
async function looksRight(page: Page, name: string, looks: Looked['looks']): Promise<void> {
  await expect(page.locator('.chart svg.recharts-surface, .numbers-table, .habit').first()).toBeVisible();
  await looksWell(page, name, {
    looks,
    sizes: [
      [320, 900],
      [1280, 800],
      [2560, 1300],
    ],
  });
}

test('charts draw what the filters leave, read as tables, and open deals', async ({ session, page }) => {
  await bring(page, session, [...MINE, ...THEIRS]);
  const refused = watch(page);
  await page.goto(session.url('review.html'));
  await page.getByRole('link', { name: 'Charts' }).click();
  const card = (name: string) => page.getByRole('region', { name, exact: true }).first();
  await expect(card('Firmness and urgency over time').locator('.recharts-line-curve')).toHaveCount(2);
  await expect(card('Big and soft').locator('circle.dot')).toHaveCount(13);
  await looksRight(page, 'review-charts', ['light', 'dark', 'forced']);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.screens')).toBeHidden();
  await shoot(page, 'review-charts-print');
  await page.emulateMedia({ media: null });

  // The same as a table, by the keyboard alone; a deal in it opens beside.
  await card('Big and soft').getByText('As a table').focus();
  await page.keyboard.press('Enter');
  await expect(card('Big and soft').getByRole('row')).toHaveCount(14);
  expect(await axeCheck(page)).toEqual([]);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const beside = page.getByRole('complementary', { name: 'The deal' });
  await expect(beside.getByRole('heading', { name: 'Ask next' })).toBeVisible();
  await shoot(page, 'review-charts-beside');
  await page.keyboard.press('Escape');
  await expect(beside).toHaveCount(0);

  // A point opens its deal; a filter leaves fewer points; the address brings the same view back.
  await card('Big and soft').locator('circle.dot').first().click();
  await expect(beside).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('searchbox').fill('Widgets');
  await expect(card('Big and soft').locator('circle.dot')).toHaveCount(2);
  await page.reload();
  await expect(card('Big and soft').locator('circle.dot')).toHaveCount(2);
  expect(new URL(page.url()).hash).toBe('#view=charts&search=Widgets');
  expect(refused).toEqual([]);
});

test("numbers are one's own first, each with its cases; two habits, and the third is refused", async ({
  session,
  page,
}) => {
  await bring(page, session, [...MINE, ...THEIRS]);
  const refused = watch(page);
  await page.goto(session.url('review.html#view=numbers'));
  await expect(page.getByRole('heading', { name: 'Your numbers' })).toBeVisible();
  const number = (name: string) => page.getByRole('row', { name });
  // Ten meetings, three of them agreed a day before; the one stopped deal is a count, not a share.
  await expect(number('Agendas agreed a day before').getByRole('cell').first()).toContainText('30%3 of 10');
  await expect(number('Our promises kept').getByRole('cell').first()).toContainText('7 of 10');
  await expect(number('Stopped early').getByRole('cell').first()).toHaveText('1 of 1');
  await looksRight(page, 'review-numbers', ['light', 'forced']);

  // One suggestion, taken by the keyboard; then a second habit; the third says why not.
  await page.getByRole('button', { name: 'Practise this' }).focus();
  await page.keyboard.press('Enter');
  const habits = page.locator('.habit');
  await expect(habits).toHaveCount(1);
  await expect(habits).toContainText('Now');
  const more = page.getByRole('button', { name: /Practise something else/ });
  await more.click();
  await page.getByRole('option', { name: /Agenda agreed a day before/ }).click();
  await expect(habits).toHaveCount(2);
  await expect(page.getByText('Two things are in focus.')).toBeVisible();
  await more.click();
  await page.getByRole('option').last().click();
  await expect(page.getByRole('alert')).toContainText('Not begun: two are in focus.');
  await expect(habits).toHaveCount(2);
  await looksRight(page, 'review-habits', ['dark']);

  // They are kept; one ends, which makes room.
  await page.reload();
  await expect(habits).toHaveCount(2);
  await page
    .getByRole('button', { name: /^End: / })
    .first()
    .click();
  await expect(habits).toHaveCount(1);

  // Others' only where they were handed over, by name and never side by side.
  await page.getByRole('button', { name: /Whose numbers/ }).click();
  await expect(page.getByRole('option')).toHaveText(['Your numbers', 'Ana Silva', 'All together']);
  await page.getByRole('option', { name: 'Ana Silva' }).click();
  await expect(number('Agendas agreed a day before').getByRole('cell').first()).toHaveText(/^\d of 3$/);
  await page.getByRole('button', { name: /Periods/ }).click();
  await page.getByRole('option', { name: 'By quarter' }).click();
  await expect(page.getByRole('columnheader')).toHaveCount(6);
  expect(new URL(page.url()).hash).toBe(`#view=numbers&person=${SELLER}&by=quarter`);
  expect(refused).toEqual([]);
});
