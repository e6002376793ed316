/** The tab of its own on which everything goes out, comes back, and is set once. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { freshAnswer } from '../../lib/domain/answer';
import { opId } from '../../lib/domain/clock';
import type { DealSnapshot } from '../../lib/domain/deal';
import { answerKey, type Op, SNAPSHOT_KEY } from '../../lib/domain/op';
import { PACK_TAIL, type PackHeader, packBody, packHead } from '../../lib/domain/pack';
import { axeCheck } from './axe.ts';
import { expect, shoot, test } from './extension.ts';
import { looksWell } from './looks.ts';
import { openSession, type Session } from './session.ts';

const AUTHOR = 'a1'.repeat(8);
const LONG =
  'Acme Aktiengesellschaft für Widgets und Zubehör - 1,200 Widgets for the new plant in Straßkirchen, second half of the year';

let minute = 0;
/** An op made in November 2026, each a minute after the one before. */
const op = (rest: Pick<Op, 'kind' | 'subject' | 'key' | 'value'>): Op => ({
  id: opId({ ms: Date.UTC(2026, 10, 10, 9, minute++), counter: 0 }, AUTHOR, '00000000'),
  by: AUTHOR,
  version: 'basics@1',
  scope: 'local',
  ...rest,
});

const seen = (deal: string, name: string, stage: string): Op => {
  const field = (text: string) => ({ text, from: 'detail', value: text });
  const value: DealSnapshot = {
    deal: deal as DealSnapshot['deal'],
    url: 'https://acme.lightning.force.com/lightning/r/Opportunity/0067Q00000ARuZXQA1/view',
    seenAt: Date.UTC(2026, 10, 10),
    fields: { name: field(name), account: null, stage: field(stage), amount: null, closeDate: null, owner: null },
  };
  return op({ kind: 'snapshot.seen', subject: deal, key: SNAPSHOT_KEY, value });
};

const answered = (deal: string, question: string): Op =>
  op({ kind: 'answer.set', subject: deal, key: answerKey(question), value: freshAnswer('yes', '2026-11-10') });

const WIDGETS = 'salesforce:acme:0067Q00000ARuZXQA1';
const PUMPS = 'salesforce:acme:0068c00000qgKWWAA2';
const OPS = [
  seen(WIDGETS, LONG, 'Needs Analysis'),
  answered(WIDGETS, 'fit.owner'),
  answered(WIDGETS, 'urgency.event'),
  seen(PUMPS, 'Pumps', 'Solution Fit and Commercial Alignment'),
  answered(PUMPS, 'fit.owner'),
];

const HEADER: PackHeader = {
  product: 'footing',
  kind: 'backup',
  format: 1,
  made: '2026-11-22T09:10:00.000Z',
  app: '0.1.0',
  ops: OPS.length,
  authors: [AUTHOR],
};
const pack = (ops: readonly Op[] = OPS, claims: object = {}) =>
  packHead({ ...HEADER, ops: ops.length, ...claims }) + packBody(ops, true) + PACK_TAIL;

const open = async (page: Page, session: Session, part = '') => {
  await page.goto(session.url(`options.html#${part}`));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
};

const choose = (page: Page, text: string, name = 'footing-backup-2026-11-22.json') =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer: Buffer.from(text) });

const bring = async (page: Page, text: string) => {
  await choose(page, text);
  await page.getByRole('button', { name: 'Add to what is here' }).click();
  await expect(page.getByText(/^Added \d+ changes?\.$/)).toBeVisible();
};

/** What "What is kept" says: deals, answers, changes. */
const kept = (page: Page) =>
  expect.poll(async () => (await page.locator('.facts dd').allTextContents()).slice(0, 3).map(Number));

test('everything goes out as one file, and comes into another profile', async ({ page, session }) => {
  await open(page, session);
  await kept(page).toEqual([0, 0, 0]);
  await choose(page, pack());
  await expect(page.locator('.changes li')).toHaveText(['2 new deals', '5 changes in all are added']);
  await kept(page).toEqual([0, 0, 0]);
  await shoot(page, 'options-preview');
  await page.getByRole('button', { name: 'Add to what is here' }).click();
  await kept(page).toEqual([2, 3, 5]);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save a backup file' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^footing-backup-\d{4}-\d\d-\d\d\.json$/);
  const file = readFileSync(await download.path(), 'utf8');
  expect(JSON.parse(file).ops).toEqual(OPS);

  const other = await openSession();
  try {
    const there = await other.context.newPage();
    await open(there, other);
    await bring(there, file);
    await kept(there).toEqual([2, 3, 5]);
    await choose(there, file);
    await expect(there.getByText('Everything in this file is here already')).toBeVisible();
    await expect(there.getByRole('button', { name: 'Add to what is here' })).toHaveCount(0);
  } finally {
    await other.dispose();
  }
});

test('a file is added to a used profile, and says before what it would change', async ({ page, session }) => {
  await open(page, session);
  await bring(page, pack(OPS.slice(0, 2)));
  await choose(page, pack([...OPS, answered(WIDGETS, 'fit.owner')]));
  await expect(page.locator('.changes li')).toHaveText([
    '1 new deal',
    '1 new answer in a deal that is here',
    '1 answer gives way to a newer one; it stays in the history',
    '4 changes in all are added',
    '2 changes are here already',
  ]);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await kept(page).toEqual([1, 1, 2]);
});

test('a file that is none is refused in words, and changes nothing', async ({ page, session }) => {
  const bad = { ...answered(PUMPS, 'fit.owner'), value: { ...freshAnswer('no', '2026-11-10'), evidenceOn: 'soon' } };
  const files: [string, string, RegExp][] = [
    ['deals.csv', 'Name,Amount\nAcme,140000\n', /not a Footing backup\. It looks like a table \(CSV\)/],
    ['page.html', '<!doctype html><p>x', /looks like a web page/],
    ['empty.json', '', /looks like an empty file/],
    ['package.json', '{"name":"x","dependencies":{}}', /made by another program/],
    ['newer.json', pack([], { format: 3 }), /made by a newer Footing \(format 3; this one reads up to 1\)/],
    ['cut.json', pack().slice(0, -100), /cut off after change 4 of 5/],
    ['bad.json', pack([...OPS, bad]), /change number 6 cannot be read, at "value\.evidenceOn"/],
    ['deep.json', pack().replace('"yes"', '['.repeat(5000)), /nested deeper than 32 levels/],
    ['twice.json', pack([...OPS, { ...bad, ...OPS[1], value: null }]), /change number 6 is told in two different ways/],
  ];
  await open(page, session);
  await bring(page, pack(OPS.slice(0, 2)));
  for (const [name, text, words] of files) {
    await choose(page, text, name);
    const alert = page.getByRole('alert').filter({ hasText: name });
    await expect(alert).toHaveText(words);
    await expect(alert).toContainText('Nothing was changed.');
  }
  await kept(page).toEqual([1, 1, 2]);
  await shoot(page, 'options-refused');
});

test('a file of a gigabyte is refused without being read', async ({ page, session }) => {
  await open(page, session);
  await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('input[type=file]');
    const mebibyte = new Uint8Array(1024 * 1024);
    const file = new File(Array<Uint8Array<ArrayBuffer>>(1024).fill(mebibyte), 'huge.json');
    const transfer = new DataTransfer();
    transfer.items.add(file);
    if (input) input.files = transfer.files;
    input?.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await expect(page.getByRole('alert')).toHaveText(/too large \(1\.1 GB; a backup is at most 536\.9 MB\)/);
});

test('answers that went missing are said, and a backup brings them back', async ({ page, session }) => {
  await open(page, session);
  await bring(page, pack());
  const cdp = await session.context.newCDPSession(page);
  const origin = new URL(session.url('')).origin;
  await cdp.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
  await page.reload();
  const notice = page.getByRole('alert');
  await expect(notice).toContainText('0 of 5 changes are left');
  await shoot(page, 'options-lost');
  await bring(page, pack(OPS.slice(0, 3)));
  await expect(notice).toContainText('3 of 5 changes are left');
  expect(await axeCheck(page)).toEqual([]);
  await bring(page, pack());
  await expect(notice).toHaveCount(0);
  await page.reload();
  await kept(page).toEqual([2, 3, 5]);
  await expect(notice).toHaveCount(0);
});

test('a loss that nothing makes good ends with a second click', async ({ page, session }) => {
  await open(page, session);
  await bring(page, pack());
  const cdp = await session.context.newCDPSession(page);
  const origin = new URL(session.url('')).origin;
  await cdp.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
  await page.reload();
  await page.getByRole('button', { name: 'Go on without them' }).click();
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.getByRole('button', { name: 'Yes, go on without them' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a stage gets its step for the whole org, and its usual meaning back', async ({ page, session }) => {
  await open(page, session);
  await bring(page, pack());
  await page.getByRole('tab', { name: 'Stages' }).click();
  const unknown = page.getByRole('button', { name: /Step for "Solution Fit/ });
  await expect(unknown).toContainText('Not said yet');
  await unknown.click();
  await page.getByRole('option', { name: 'Validate' }).click();
  await expect(unknown).toContainText('Validate');
  await expect(page.getByRole('status')).toContainText('stands for Validate');
  const usual = page.getByRole('button', { name: /Step for "Needs Analysis"/ });
  await expect(usual).toContainText('Discover');
  await usual.click();
  await page.getByRole('option', { name: 'Qualify' }).click();
  await expect(usual).toContainText('Qualify');
  await page.reload();
  await expect(usual).toContainText('Qualify');
  await page.getByRole('button', { name: 'Back to the usual meaning of "Needs Analysis"' }).click();
  await expect(usual).toContainText('Discover');
  await expect(page.getByRole('button', { name: /^Forget what "Solution Fit/ })).toBeVisible();
  await shoot(page, 'options-stages');
});

test('a site whose launcher was hidden is listed, and shown again', async ({ page, session }) => {
  const worker = await session.worker();
  const hide = `chrome.storage.local.set({
    'site:https://acme.lightning.force.com': { side: 'left', y: 0.2, width: 400, open: false, hidden: true },
    'site:https://globex.lightning.force.com': { side: 'left', y: 0.2, width: 400, open: false, hidden: false },
  })`;
  await open(page, session, 'sites');
  await expect(page.getByText('The launcher is hidden nowhere.')).toBeVisible();
  await worker.evaluate(hide);
  const again = page.getByRole('button', { name: 'Show again on acme.lightning.force.com' });
  await expect(page.locator('.row')).toHaveCount(1);
  await again.click();
  await expect(page.getByText('The launcher is hidden nowhere.')).toBeVisible();
  const hidden = page.getByRole('region', { name: 'Launcher hidden' });
  await expect(hidden.getByRole('status')).toContainText('back on acme.lightning.force.com');
  const now = await worker.evaluate(`chrome.storage.local.get('site:https://acme.lightning.force.com')`);
  expect(now).toEqual({
    'site:https://acme.lightning.force.com': { side: 'left', y: 0.2, width: 400, open: false, hidden: false },
  });
});

test('the keyboard alone brings a backup back', async ({ page, session }) => {
  await open(page, session);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('tab', { name: 'Your data' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'Lock' })).toBeFocused();
  expect(new URL(page.url()).hash).toBe('#lock');
  await page.keyboard.press('ArrowLeft');
  for (const way of ['Back up now', 'Choose a folder', 'Save a backup file']) {
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: way })).toBeFocused();
  }
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Choose a backup file' })).toBeFocused();
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
  await chooser.setFiles({ name: 'b.json', mimeType: 'application/json', buffer: Buffer.from(pack()) });
  await expect(page.getByRole('heading', { name: 'b.json' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Add to what is here' })).toBeFocused();
  await page.keyboard.press('Enter');
  await kept(page).toEqual([2, 3, 5]);
});

test('axe finds nothing on any part, and nothing is wider than 320 px', async ({ page, session }) => {
  const sizes = [
    [1280, 800],
    [320, 640],
  ] as const;
  await open(page, session);
  expect(await axeCheck(page)).toEqual([]);
  await bring(page, pack(OPS.slice(0, 3)));
  await choose(page, 'x', `${'a very long name of a file '.repeat(4)}.csv`);
  await expect(page.getByRole('alert')).toBeVisible();
  expect(await axeCheck(page)).toEqual([]);
  await choose(page, pack());
  await expect(page.getByRole('button', { name: 'Add to what is here' })).toBeVisible();
  for (const part of ['Your data', 'Stages', 'Playbooks', 'Sites', 'Proof', 'About']) {
    await page.getByRole('tab', { name: part }).click();
    await expect(page.getByRole('tabpanel', { name: part })).toBeVisible();
    await looksWell(page, `options-${part.toLowerCase().replace(' ', '-')}`, { sizes });
  }
});
