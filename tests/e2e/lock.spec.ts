/** The lock on what a person writes, in the real browser: turned on, killed in between, closed, opened. */
import type { Page } from '@playwright/test';
import type { DealKey } from '../../lib/domain/deal';
import { expect, openDeal, test } from './extension.ts';
import { looksWell } from './looks.ts';
import { openPanel, panelOf } from './overlay.ts';
import { answered, bring, daysAgo, seen } from './seeded.ts';
import { openSession } from './session.ts';

const PASS = 'four words are plenty';
/** In every text: wherever it stands on the disk, a text got out. */
const WORD = 'Quagga';
const ID = '0067Q00000ARuZXQA1';
const DEAL: DealKey = `salesforce:acme:${ID}`;
const QUOTE = `${WORD} pays for every late order`;
const SIZES = [[320, 900]] as const;

/** Every row of every table, and the copies of drafts, as text. */
function disk(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve) => request.addEventListener('success', () => resolve(request.result)));
    const db = await done(indexedDB.open('footing'));
    const rows = await Promise.all(
      [...db.objectStoreNames].map((name) => done(db.transaction(name).objectStore(name).getAll())),
    );
    db.close();
    return JSON.stringify([rows, { ...localStorage }]);
  });
}

/** Deals with texts, so many that sealing them takes a while. */
const past = (count: number) => [
  seen(DEAL, daysAgo(9), { name: 'Widgets' }),
  answered(DEAL, daysAgo(5), 'urgency.cost', 'yes', 'said', { quote: QUOTE, who: 'Ana Ruiz' }),
  ...Array.from({ length: count }, (_, n) =>
    answered(`salesforce:acme:006${String(n).padStart(15, '0')}`, daysAgo(5), 'urgency.cost', 'yes', 'said', {
      quote: `${WORD} ${n}`,
    }),
  ),
];

const openPart = (page: Page, name: string) => page.getByRole('tab', { name, exact: true }).click();

async function turnOn(page: Page): Promise<void> {
  await page.getByLabel('New passphrase', { exact: true }).fill(PASS);
  await page.getByLabel('The same again', { exact: true }).fill(PASS);
  await page.getByText('I know that nobody can open my notes').click();
  await page.getByRole('button', { name: 'Turn the lock on' }).click();
}

test('the lock is turned on through a kill, and leaves no text on the disk', async () => {
  let session = await openSession();
  try {
    let page = await session.context.newPage();
    await bring(page, session, past(400));
    await openPart(page, 'Lock');
    await turnOn(page);
    // It is under way, and not at its end.
    await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', /^[1-9]/);
    await session.kill();

    session = await session.reopen();
    page = await session.context.newPage();
    await page.goto(session.url('options.html#lock'));
    await expect(page.getByText('The lock is on, and closed.')).toBeVisible();
    const half = await disk(page);
    expect(half).toContain('"state":"sealing"');
    expect([half.includes(`${WORD} 399`), half.includes('"sealed":"v1:')]).toEqual([true, true]);
    await page.getByLabel('Passphrase', { exact: true }).fill(PASS);
    await page.keyboard.press('Enter');
    await expect(page.getByText('The lock is on. Everything that was here is sealed.')).toBeVisible();
    const whole = await disk(page);
    expect(whole).toContain('"state":"sealed"');
    expect(whole).not.toContain(WORD);
  } finally {
    await session.dispose();
  }
});

test('notes are locked, and opened where they are read', async ({ session, page }) => {
  test.slow();
  await bring(page, session, past(2));
  await openPart(page, 'Lock');
  await page.getByRole('button', { name: 'Turn the lock on' }).click();
  await expect(page.getByText('Say that you know this first.')).toBeVisible();
  await looksWell(page, 'lock-off', { sizes: SIZES });
  await turnOn(page);
  await expect(page.getByText('The lock is on. Everything that was here is sealed.')).toBeVisible();
  await looksWell(page, 'lock-on', { looks: ['light'], sizes: [[1280, 1200]] });

  const crm = await session.context.newPage();
  await openDeal(crm, ID);
  let panel = await openPanel(crm);
  // The key is in the browser's memory: a page that is loaded anew asks for nothing.
  await expect(panel.getByRole('heading', { name: 'Ask next' })).toBeVisible();
  const firm = await panel.getByRole('button', { name: /^Firmness/ }).getAttribute('aria-label');
  await panel.getByRole('button', { name: 'More', exact: true }).click();
  await panel.getByRole('menuitem', { name: 'Lock notes now' }).click();
  panel = await panelOf(crm);
  await expect(panel.getByRole('heading', { name: 'Your notes are locked' })).toBeVisible();
  await expect(panel.getByRole('button', { name: /^Firmness/ })).toHaveAttribute('aria-label', firm ?? '');
  expect(await panel.content()).not.toContain(WORD);

  const review = await session.context.newPage();
  await review.goto(session.url('review.html'));
  await expect(review.getByRole('heading', { name: 'Your notes are locked' })).toBeVisible();
  await review.getByRole('button', { name: 'I forgot it' }).click();
  await looksWell(review, 'lock-page', { looks: ['dark'], sizes: [[1280, 800]] });
  // A file of what is locked is refused with words.
  await openPart(page, 'Your data');
  await page.getByRole('button', { name: 'Save a backup file' }).click();
  await expect(page.getByText('Your notes are locked.', { exact: false })).toBeVisible();

  await crm.bringToFront();
  const field = panel.getByLabel('Passphrase', { exact: true });
  await field.fill('four words are plenty?');
  await field.press('Enter');
  await expect(panel.getByText('This is not the passphrase.')).toBeVisible();
  const alone = await session.context.newPage();
  // Its clock can be moved on, later.
  await alone.clock.install();
  await alone.goto(session.url(`panel.html?deal=${DEAL}`));
  await expect(alone.getByLabel('Passphrase', { exact: true })).toBeFocused();
  await looksWell(alone, 'lock-panel', {
    sizes: [
      [320, 700],
      [360, 760],
    ],
  });
  await field.fill(PASS);
  await field.press('Enter');
  await expect(panel.getByRole('heading', { name: 'Ask next' })).toBeVisible();
  // One opens all.
  await expect(alone.getByRole('heading', { name: 'Ask next' })).toBeVisible();
  await expect(review.getByRole('grid')).toBeVisible();

  // Used, it stays open; unused for as long as the person said, it closes everywhere, and the key goes.
  await openPart(page, 'Lock');
  await page.getByRole('button', { name: /Lock after$/ }).click();
  await page.getByRole('option', { name: '5 minutes without use', exact: true }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  const worker = await session.worker();
  const key = () => worker.evaluate("chrome.storage.session.get('lock').then(({ lock }) => lock?.until ?? null)");
  const first = await key();
  await alone.clock.fastForward('04:30');
  await alone.keyboard.press('Shift');
  await expect.poll(key).toBeGreaterThan(Number(first) + 4 * 60_000);
  await alone.clock.fastForward('04:30');
  await expect(alone.getByRole('heading', { name: 'Ask next' })).toBeVisible();
  await alone.clock.fastForward('00:40');
  await expect(alone.getByRole('heading', { name: 'Your notes are locked' })).toBeVisible();
  await expect(panel.getByRole('heading', { name: 'Your notes are locked' })).toBeVisible();
  await expect(review.getByRole('heading', { name: 'Your notes are locked' })).toBeVisible();
  expect(await key()).toBeNull();

  // With nobody there to see the time pass, the alarm for it wakes the worker.
  await openPart(page, 'Lock');
  await page.getByLabel('Passphrase', { exact: true }).fill(PASS);
  await page.keyboard.press('Enter');
  await expect.poll(key).not.toBeNull();
  expect(await worker.evaluate("chrome.alarms.get('lock').then(({ scheduledTime }) => scheduledTime)")).toBe(
    await key(),
  );
  for (const each of [crm, alone, review, page]) await each.close();
  await worker.evaluate(`chrome.storage.session.get('lock').then(async ({ lock }) => {
    await chrome.storage.session.set({ lock: { ...lock, until: Date.now() } });
    await chrome.alarms.create('lock', { when: Date.now() });
  })`);
  await expect.poll(key).toBeNull();
});
