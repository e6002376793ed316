/** Why now, on whose word; remarks on answers; what changed since the last look; how it went over time. */
import type { Page } from '@playwright/test';
import { addDays } from '../../lib/domain/day';
import { axeCheck } from './axe.ts';
import { expect, shoot, test } from './extension.ts';
import { looksWell } from './looks.ts';
import { answered, bring, daysAgo, seen, today } from './seeded.ts';
import type { Session } from './session.ts';

const DEAL = 'salesforce:acme:0067Q00000ARuZXQA1';
const NARROW = { width: 360, height: 900 };
const NAME = 'Acme - 1,200 Widgets';

test.use({ browserOptions: { viewport: NARROW, timezone: 'UTC' } });

/** The panel alone in a tab, on the deal. */
async function open(page: Page, session: Session, tab: 'Checklist' | 'Urgency' | 'Deal'): Promise<void> {
  await page.goto(session.url(`panel.html?deal=${DEAL}`));
  await page.getByRole('tab', { name: tab }).click();
}

/** A row of the part that is shown, and what it opens. */
const row = (page: Page, name: string) => page.getByRole('tabpanel').getByRole('button', { name });
const body = (page: Page, name: string) => page.getByRole('tabpanel').getByRole('region', { name, exact: true });

/** Chooses one of a group of choices. */
async function choose(page: Page, within: string, option: string): Promise<void> {
  await body(page, within).getByRole('radiogroup').getByText(option, { exact: true }).click();
  await expect(body(page, within).getByRole('radio', { name: option, exact: true })).toBeChecked();
}

/** Opens a fact and says that somebody there said it. */
async function said(page: Page, fact: string, quote: string): Promise<void> {
  await row(page, fact).click();
  await choose(page, fact, 'Yes');
  await choose(page, fact, 'Said');
  await body(page, fact).getByLabel('Who said it?').fill('Ana Ruiz');
  await body(page, fact).getByLabel('What exactly?').fill(quote);
  await body(page, fact).getByLabel('What exactly?').press('Enter');
  await expect(body(page, fact).locator('.saved')).toContainText('Saved');
}

const EVENT = 'Something happens, on a date';
const DATE = 'The day it happens';
const level = (page: Page) => page.getByRole('button', { name: /^Urgency/ });

test('four facts make the level, and the dates are held against each other', async ({ page, session }) => {
  await bring(page, session, [seen(DEAL, daysAgo(3), { name: NAME, closeDate: addDays(today(), 80) })]);
  await open(page, session, 'Urgency');
  await expect(level(page)).toContainText('None');
  await expect(page.getByText('The close date has no customer reason behind it.')).toBeVisible();

  await said(page, EVENT, 'The old line is switched off');
  await expect(level(page)).toContainText('Claimed');
  await expect(page.getByText('nobody has named the day')).toBeVisible();

  // A day says "yes" by itself; it stands once somebody there said it.
  await row(page, DATE).click();
  await body(page, DATE).getByLabel('Their date').fill(addDays(today(), 60));
  await body(page, DATE).getByLabel('Their date').press('Enter');
  await expect(body(page, DATE).getByRole('radio', { name: 'Yes', exact: true })).toBeChecked();
  await expect(page.getByText('20 days after they need it')).toBeVisible();
  await expect(level(page)).toContainText('Claimed');
  await choose(page, DATE, 'Said');
  await expect(level(page)).toContainText('Dated');

  const days = page.getByRole('tabpanel').getByRole('list').first().getByRole('listitem');
  await expect(days).toHaveText([/^Today/, /^Their date.*in 60 days/, /^Close date.*in 80 days/]);
  expect(await axeCheck(page)).toEqual([]);
  await level(page).click();
  await expect(page.getByRole('dialog')).toContainText("2 of 4 facts stand on the customer's word.");
});

test('an event of ours is refused with the reason, and is theirs after one click', async ({ page, session }) => {
  await open(page, session, 'Urgency');
  await said(page, EVENT, 'It has to be in before our quarter end');
  const remark = page.getByRole('region', { name: 'A remark on this answer' });
  await expect(remark).toContainText('"our quarter end" reads like our date, not theirs.');
  await expect(row(page, EVENT)).toContainText('Not theirs');
  await expect(level(page)).toContainText('None');
  await shoot(page, 'urgency-refused');

  await remark.getByRole('button', { name: 'It is theirs' }).click();
  await expect(level(page)).toContainText('Claimed');
  await expect(body(page, EVENT).getByLabel('What exactly?')).toHaveValue('It has to be in before our quarter end');
  await body(page, EVENT).locator('.confirmed').getByRole('button', { name: 'Undo' }).click();
  await expect(remark).toBeVisible();
});

test('a quote that hedges counts as our word until the seller stands by it', async ({ page, session }) => {
  const owner = 'Someone owns the problem';
  await open(page, session, 'Checklist');
  await said(page, owner, 'I think Ben in the plant owns it');
  const remark = page.getByRole('region', { name: 'A remark on this answer' });
  await expect(remark).toContainText('"I think" is a guess.');
  // What would settle it stands on top of the answer.
  await expect(body(page, owner)).toContainText('Who feels this most, and how would they describe it?');
  await expect(row(page, owner)).toContainText('Our word');
  expect(await axeCheck(page)).toEqual([]);
  await shoot(page, 'honesty-hedge');

  await remark.getByRole('button', { name: 'They did say it' }).click();
  await expect(row(page, owner)).toContainText('Said');
  await expect(body(page, owner).getByLabel('What exactly?')).toHaveValue('I think Ben in the plant owns it');

  await body(page, owner).getByLabel('What exactly?').fill('Probably Ben');
  await body(page, owner).getByLabel('What exactly?').press('Enter');
  await expect(remark).toContainText('"Probably" is a guess.');
  await expect(row(page, owner)).toContainText('Our word');
});

test('text that only fills a field is told to the seller, who may let it be for good', async ({ page, session }) => {
  const same = { quote: 'They said so' };
  await bring(page, session, [
    answered(DEAL, daysAgo(4), 'fit.sweetSpot', 'yes', 'said', same),
    answered(DEAL, daysAgo(3), 'fit.owner', 'yes', 'said', { quote: 'they said so.' }),
    answered(DEAL, daysAgo(2), 'urgency.commitment', 'yes', 'said', same),
    answered(DEAL, daysAgo(1), 'urgency.event', 'yes', 'said', { quote: 'tbd' }),
  ]);
  await open(page, session, 'Checklist');
  const remarks = page.getByRole('region', { name: 'Remarks on your answers' });
  await expect(remarks.getByRole('listitem')).toHaveCount(2);
  await expect(remarks).toContainText('"They said so" stands on 3 answers.');
  await expect(remarks).toContainText('Only you see this.');
  expect(await axeCheck(page)).toEqual([]);
  await shoot(page, 'honesty-filler');

  await remarks.getByRole('button', { name: 'It is meant so' }).first().click();
  await expect(remarks.getByRole('listitem')).toHaveCount(1);
  await page.reload();
  await expect(remarks.getByRole('listitem')).toHaveCount(1);
  await remarks.getByRole('button', { name: 'Show' }).click();
  await expect(body(page, EVENT).getByLabel('What exactly?')).toHaveValue('tbd');
  await body(page, EVENT).getByRole('button', { name: 'Their date, who answers for it' }).click();
  await expect(body(page, EVENT).getByLabel('What exactly?')).toHaveValue('tbd');
  await expect(page.getByRole('tab', { name: 'Urgency' })).toHaveAttribute('aria-selected', 'true');
});

/** A deal of two months: their date moved twice, the stage once, and answers came and aged. */
const story = () => [
  seen(DEAL, daysAgo(60), {
    name: NAME,
    account: 'Acme Manufacturing',
    stage: 'Qualification',
    closeDate: addDays(today(), 20),
    amount: '140000',
    owner: 'Jo Berg',
  }),
  answered(DEAL, daysAgo(60), 'fit.sweetSpot', 'yes', 'guess'),
  answered(DEAL, daysAgo(55), 'urgency.event', 'yes', 'said', { quote: 'The old line is switched off for good' }),
  answered(DEAL, daysAgo(54), 'urgency.date', 'yes', 'said', { on: addDays(today(), 10), quote: 'End of the lease' }),
  answered(DEAL, daysAgo(50), 'fit.sweetSpot', 'yes', 'said', { quote: 'Every order waits two days' }),
  answered(DEAL, daysAgo(40), 'urgency.date', 'yes', 'said', { on: addDays(today(), 25), quote: 'End of the lease' }),
  seen(DEAL, daysAgo(30), { name: NAME, stage: 'Needs Analysis' }),
  answered(DEAL, daysAgo(20), 'fit.owner', 'yes', 'said', { quote: 'It lands on my desk every time' }),
  answered(DEAL, daysAgo(12), 'urgency.date', 'yes', 'said', { on: addDays(today(), 41), quote: 'End of the lease' }),
  answered(DEAL, daysAgo(5), 'buying.path', 'unknown', null, { who: '', knowBy: addDays(today(), 7) }),
];

test('a date that moved takes a level, until they say why it will hold', async ({ page, session }) => {
  await bring(page, session, story());
  await open(page, session, 'Urgency');
  await expect(page.getByText('Their date moved 2 times:')).toBeVisible();
  await expect(level(page)).toContainText('Claimed 2 of 4 on their word, less one because it moved');
  await expect(page.getByText('21 days before they need it')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Will be known: How they will buy' })).toBeVisible();
  await shoot(page, 'urgency');

  await said(page, 'Why it will hold', 'The landlord has let the hall to somebody else');
  await expect(level(page)).toContainText('Dated');
});

test('the cost of waiting stays in the panel until every number is somebody’s', async ({ page, session }) => {
  await bring(page, session, story());
  await open(page, session, 'Urgency');
  const cost = page.getByRole('region', { name: 'What waiting costs them' });
  const put = async (name: string, set: () => Promise<void>, rung: string | null) => {
    await cost.getByRole('button', { name }).click();
    await set();
    if (rung) {
      await choose(page, name, rung);
      await body(page, name).getByLabel('Who said it?').fill('Ana Ruiz');
      await body(page, name).getByLabel('Who said it?').press('Enter');
    }
    await expect(cost.locator('.saved')).toContainText('Saved');
    await cost.getByRole('button', { name }).click();
  };
  const line = (name: string, field: string, text: string) => async () => {
    await body(page, name).getByLabel(field, { exact: true }).fill(text);
    await body(page, name).getByLabel(field, { exact: true }).press('Enter');
  };

  await put('How many', line('How many', 'A number', '40'), 'Said');
  await put('What each costs', line('What each costs', 'An amount', '62.50'), null);
  await put('In which time', () => choose(page, 'In which time', 'Month'), 'Said');
  await expect(cost).toContainText('$575.34 per week, according to Ana Ruiz');
  await expect(cost).toContainText('It stays in this panel: what each costs is only our word.');

  await page.reload();
  await put('What each costs', async () => {}, 'Said');
  await expect(cost).toContainText('$575.34 per week, according to Ana Ruiz');
  await expect(cost.getByText('It stays in this panel')).toHaveCount(0);
  expect(await axeCheck(page)).toEqual([]);
  await shoot(page, 'waiting');

  await cost.getByRole('button', { name: 'How many' }).click();
  await body(page, 'How many').getByLabel('A number').fill('many');
  await expect(body(page, 'How many')).toContainText('This does not look like a number.');
  await page.reload();
  await expect(cost).toContainText('$575.34 per week');
});

test('what changed since the last look comes first, until it is read', async ({ page, session }) => {
  await bring(page, session, story());
  await open(page, session, 'Checklist');
  const news = page.getByRole('region', { name: 'Since you last looked' });
  await expect(row(page, 'How they will buy')).toBeVisible();
  await expect(news).toHaveCount(0);

  const pushed = addDays(today(), 60);
  await bring(page, session, [seen(DEAL, today(), { name: NAME, stage: 'Value Proposition', closeDate: pushed })]);
  await open(page, session, 'Checklist');
  await expect(news).toContainText('Stage: Needs Analysis → Value Proposition');
  await expect(news).toContainText('moved later');
  await expect(news.getByRole('button', { name: 'Ask again: Someone owns the problem' })).toHaveCount(0);
  expect(await axeCheck(page)).toEqual([]);
  await shoot(page, 'since-last-look');

  await page.reload();
  await expect(news).toBeVisible();
  await news.getByRole('button', { name: 'I have read it' }).click();
  await expect(news).toHaveCount(0);
  await page.reload();
  await expect(row(page, 'How they will buy')).toBeVisible();
  await expect(news).toHaveCount(0);
});

test('firmness and urgency over time, in a picture and in a table', async ({ page, session }) => {
  await bring(page, session, story());
  await open(page, session, 'Deal');
  const trend = page.getByRole('region', { name: 'Over time' });
  const rows = trend.getByRole('row');
  await expect(rows.first()).toHaveText(/Day.*Firm.*Urgency.*What changed/);
  await expect(rows.filter({ hasText: 'Qualify → Discover' })).toHaveCount(1);
  await expect(rows.filter({ hasText: 'Answered: Someone owns the problem' })).toContainText('+1.6');
  await expect(trend.locator('.plot.firm .line')).toHaveAttribute('d', /^M0 /);
  await trend.scrollIntoViewIfNeeded();
  expect(await axeCheck(page)).toEqual([]);
  await shoot(page, 'trend');
});

test('a fact is found and answered with the keyboard alone', async ({ page, session }) => {
  await open(page, session, 'Urgency');
  await page.getByRole('tab', { name: 'Urgency' }).focus();
  const focused = (name: string) => page.locator(':focus').filter({ hasText: name });
  for (let tabs = 0; (await focused('The day it happens').count()) === 0; tabs += 1) {
    expect(tabs).toBeLessThan(12);
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await expect(body(page, DATE)).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(body(page, DATE).getByRole('radio', { name: 'Yes', exact: true })).toBeChecked();
  await expect(row(page, DATE)).toContainText('Our word');
});

test('every part fits and can be read, in the dark, in forced colours, at the narrowest', async ({ page, session }) => {
  await bring(page, session, story());
  for (const tab of ['Urgency', 'Deal'] as const) {
    await open(page, session, tab);
    await expect(page.getByRole('tabpanel').getByRole('heading').last()).toBeVisible();
    await looksWell(page, `urgency-${tab.toLowerCase()}`, { looks: ['light', 'dark', 'forced'], sizes: [[320, 900]] });
  }
});
