/** What keeps itself, and what goes for good: backups, corruption, erasing, and the proof. */
import { existsSync, readdirSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { axeCheck } from './axe.ts';
import { expect, shoot, test } from './extension.ts';
import { answered, bring, daysAgo, seen } from './seeded.ts';
import { openSession, type Session } from './session.ts';

const ACME = 'salesforce:acme:0067Q00000ARuZXQA1';
const GLOBEX = 'salesforce:globex:0068c00000qgKWWAA2';
/** Words that stand nowhere else, and have no part in common. */
const [QUOTE, NAME] = ['Xq7vBrmkzPwd', 'jUf3HtoYlsGe'];

const OPS = [
  seen(ACME, daysAgo(9), { name: `Widgets ${NAME}`, stage: 'Qualify' }),
  answered(ACME, daysAgo(8), 'fit.owner', 'yes', 'said', { quote: `we lose two days ${QUOTE}` }),
  answered(ACME, daysAgo(7), 'urgency.event', 'yes', 'said'),
  seen(GLOBEX, daysAgo(6), { name: 'Pumps', stage: 'Qualify' }),
  answered(GLOBEX, daysAgo(5), 'fit.owner', 'yes', 'shown'),
];

const files = (folder: string): string[] =>
  (existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : []).flatMap((entry) =>
    entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)],
  );

/** What a file holds; a living browser takes files away between two looks, and those hold nothing. */
const bytesOf = (file: string) => {
  try {
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
};

/** In which files of the profile a word stands, as it is written there. */
const holding = (session: Session, word: string) =>
  files(join(session.profile, 'Default')).filter((file) => {
    const bytes = bytesOf(file);
    return bytes.includes(Buffer.from(word)) || bytes.includes(Buffer.from(word, 'utf16le'));
  });

const open = async (page: Page, session: Session, part = 'data') => {
  await page.goto(session.url(`options.html#${part}`));
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
};

const backUp = async (page: Page) => {
  await page.getByRole('button', { name: 'Back up now' }).click();
  await expect(page.getByText('A backup was made.')).toBeVisible();
};

const prove = async (page: Page, session: Session) => {
  await open(page, session, 'proof');
  await page.getByRole('button', { name: 'Prove it' }).click();
  return page.getByRole('status');
};

/** What corruption does to the files of the database; each opens without an error. */
const databaseFiles = (session: Session, pattern: RegExp) =>
  files(join(session.profile, 'Default', 'IndexedDB')).filter((file) => pattern.test(file));

const CORRUPTIONS: [string, string[], (session: Session) => void][] = [
  [
    'a cut manifest',
    [],
    (session) => {
      for (const file of databaseFiles(session, /MANIFEST/)) truncateSync(file, 10);
    },
  ],
  [
    'half of the other kind of database',
    ['--enable-features=IdbSqliteOnDiskRollout:stage/UseSqliteForNewStores,IdbSqliteBackingStore'],
    (session) => {
      for (const file of databaseFiles(session, /indexeddb|IndexedDB/)) {
        truncateSync(file, Math.floor(statSync(file).size / 2));
      }
    },
  ],
];

test('whatever corrupts the database, the loss is said and the newest backup brings it back', async () => {
  test.slow();
  for (const [name, args, corrupt] of CORRUPTIONS) {
    let session = await openSession({ args });
    try {
      let page = session.context.pages()[0] ?? (await session.context.newPage());
      await bring(page, session, OPS);
      await backUp(page);
      await session.quit();
      corrupt(session);
      session = await openSession({ args, profile: session.profile });
      page = session.context.pages()[0] ?? (await session.context.newPage());
      await open(page, session);
      const alert = page.getByRole('alert');
      await expect(alert, name).toContainText(/of 5 changes are left.*The newest backup is from/);
      await page.getByRole('button', { name: 'Look at the newest backup' }).click();
      await page.getByRole('button', { name: 'Add to what is here' }).click();
      await expect(page.getByText(/^Added \d changes?\.$/), name).toBeVisible();
      await expect(alert, name).toHaveCount(0);
      await expect(await prove(page, session), name).toContainText('All of it is whole.');
      await expect(page.getByText('5 changes were read, of 2 deals'), name).toBeVisible();
    } finally {
      await session.dispose();
    }
  }
});

test('what is deleted comes back, and what is erased does not', async ({ page, session }) => {
  const cleared = answered(ACME, daysAgo(4), 'fit.owner', 'yes', 'said');
  await bring(page, session, [...OPS, { ...cleared, value: null }]);
  await page.getByRole('button', { name: /^Bring back: Answer/ }).click();
  await expect(page.getByText(/^Brought back: Answer/)).toBeVisible();
  await expect(page.getByText('Nothing was deleted.')).toBeVisible();
  await backUp(page);
  expect(holding(session, QUOTE)).not.toEqual([]);

  // One deal: counted before, then out of the database, the backup and the lists.
  await page.getByRole('button', { name: /^Choose what/ }).click();
  await page.getByRole('option', { name: 'One deal' }).click();
  await page.getByRole('combobox', { name: 'Deal' }).fill('widg');
  await page.getByRole('option', { name: /Widgets/ }).click();
  const box = page.locator('.preview');
  await expect(box).toContainText('1 deal');
  await expect(box).toContainText('2 answers');
  await expect(box).toContainText('5 changes in all');
  await expect(box).toContainText('its part of 1 backup');
  expect(await axeCheck(page)).toEqual([]);
  await box.scrollIntoViewIfNeeded();
  await shoot(page, 'options-erase');
  await page.getByRole('button', { name: 'Erase for good' }).click();
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.getByRole('button', { name: 'Yes, erase it' }).press('Enter');
  await expect(page.getByText(/^Erased for good: 1 deal, 2 answers, 5 changes/)).toBeVisible();
  await expect(page.getByRole('button', { name: /^Choose what/ })).toBeFocused();
  const kept = await page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name = '' }) => name);
    const rows = names.map(async (name) => {
      const db = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
      });
      const all = [...db.objectStoreNames].map(
        (store) =>
          new Promise((resolve) => {
            const request = db.transaction(store).objectStore(store).getAll();
            request.onsuccess = () => resolve(request.result);
          }),
      );
      const texts = JSON.stringify(await Promise.all(all));
      db.close();
      return texts;
    });
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('backups');
    const backups: string[] = [];
    for await (const entry of folder.values()) {
      const file = await (entry as FileSystemFileHandle).getFile();
      backups.push(await new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).text());
    }
    return { rows: (await Promise.all(rows)).join(), backups, local: JSON.stringify({ ...localStorage }) };
  });
  expect(kept.backups).toHaveLength(1);
  for (const text of [kept.rows, ...kept.backups]) {
    expect(text).toContain('Pumps');
    for (const word of [QUOTE, NAME]) expect(text).not.toContain(word);
  }
  expect(kept.local).not.toContain(QUOTE);
  // The storage engine lets go of the bytes when it tidies up, and nobody can make it do that.
  test.info().annotations.push({ type: 'left in raw files after a deal', description: holding(session, QUOTE).join() });

  // A backup file from before cannot bring it back unnoticed.
  await page.locator('input[type=file]').setInputFiles({
    name: 'before.json',
    mimeType: '',
    buffer: Buffer.from(JSON.stringify({ header: header(OPS.length), ops: OPS })),
  });
  await expect(page.getByText('3 changes in it are of what you erased for good here.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add to what is here' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Close' }).click();

  // Everything: no file of ours holds it, and the engine's own bytes go with Footing.
  await page.getByRole('button', { name: /^Choose what/ }).click();
  await page.getByRole('option', { name: 'Everything' }).click();
  await page.getByRole('button', { name: 'Erase for good' }).click();
  await page.getByRole('button', { name: 'Yes, erase it' }).click();
  await expect(page.getByText(/^Erased for good: 1 deal/)).toBeVisible();
  const left = [QUOTE, NAME].flatMap((word) => holding(session, word));
  expect(left.filter((file) => !file.includes('/IndexedDB/'))).toEqual([]);
  test.info().annotations.push({ type: 'left in raw files after everything', description: left.join() });
  await (await session.worker()).evaluate('chrome.management.uninstallSelf({ showConfirmDialog: false })').catch(() => {
    // The worker goes with what it uninstalls.
  });
  for (const word of [QUOTE, NAME]) await expect.poll(() => holding(session, word), word).toEqual([]);
});

const header = (ops: number) => ({
  product: 'footing',
  kind: 'backup',
  format: 1,
  made: new Date().toISOString(),
  app: '0.1.0',
  ops,
  authors: ['a1'.repeat(8)],
});

test('the proof page is read on screen and on paper, and a folder of the person holds a second copy', async ({
  page,
  session,
}) => {
  // The browser's own window cannot be walked in a test: another real folder stands for the one chosen in it.
  await page.addInitScript(() => {
    Object.assign(globalThis, {
      showDirectoryPicker: async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle('My backups', { create: true }),
    });
    // What a browser that was closed says of a folder of the person's, until it is asked again with a click.
    const folder = FileSystemHandle.prototype as { queryPermission?: unknown; requestPermission?: unknown };
    folder.queryPermission = async () => sessionStorage.getItem('allowed') ?? 'granted';
    folder.requestPermission = async () => {
      sessionStorage.setItem('allowed', navigator.userActivation.isActive ? 'granted' : 'denied');
      return sessionStorage.getItem('allowed');
    };
  });
  await bring(page, session, OPS);
  await page.getByRole('button', { name: 'Choose a folder' }).click();
  await expect(page.getByText('Copies go to: My backups')).toBeVisible();
  const copies = await page.evaluate(async () => {
    const names: string[] = [];
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('My backups');
    for await (const name of folder.keys()) names.push(name);
    return names;
  });
  expect(copies).toEqual([expect.stringMatching(/^footing-.*-whole\.json\.gz$/)]);

  await page.evaluate(() => sessionStorage.setItem('allowed', 'prompt'));
  await page.reload();
  await expect(page.getByText('The browser asks for your word again')).toBeVisible();
  expect(await axeCheck(page)).toEqual([]);
  await page.getByRole('button', { name: 'Allow it again' }).click();
  await expect(page.getByText('The browser asks for your word again')).toBeHidden();
  await expect(page.getByText('Copies go to: My backups')).toBeVisible();
  await page.getByRole('heading', { name: 'Backups by themselves' }).scrollIntoViewIfNeeded();
  await shoot(page, 'options-backups');

  // A database that the browser cannot open any more takes no backup in: that goes out as a file.
  const broken = await session.context.newPage();
  await broken.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      const error = new DOMException('Internal error opening backing store for indexedDB.open.', 'UnknownError');
      const request = Object.assign(new EventTarget(), { error }) as IDBOpenDBRequest;
      request.addEventListener('error', (event) => request.onerror?.(event));
      setTimeout(() => request.dispatchEvent(new Event('error')));
      return request;
    };
  });
  await broken.goto(session.url('options.html#data'));
  await expect(broken.getByText('Your answers cannot be read just now.').first()).toBeVisible();
  expect(await axeCheck(broken)).toEqual([]);
  const [copy] = await Promise.all([
    broken.waitForEvent('download'),
    broken.getByRole('button', { name: 'Save this backup as a file' }).click(),
  ]);
  await expect(broken.getByText('It is in your downloads.')).toBeVisible();
  await shoot(broken, 'options-broken');
  expect(JSON.parse(gunzipSync(readFileSync(await copy.path())).toString()).ops).toHaveLength(5);
  await broken.close();
  await expect(await prove(page, session)).toContainText('All of it is whole.');
  await expect(page.getByText("connect-src 'none'")).toBeVisible();
  // Chromium's own words: the permissions are asked for in silence, the content script is not.
  const warnings = await page.evaluate(async () => {
    const { management, runtime } = Reflect.get(globalThis, 'chrome') as typeof import('#imports').browser;
    const manifest = runtime.getManifest();
    const asked = [manifest, { ...manifest, content_scripts: [] }].map((one) => JSON.stringify(one));
    return Promise.all(asked.map((one) => management.getPermissionWarningsByManifest(one)));
  });
  expect(warnings).toEqual([['Read and change your data on a number of websites'], []]);
  await expect(page.getByRole('row', { name: /^Changes \(the log\) 5/ })).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('tablist')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Prove it' })).toBeHidden();
  await expect(page.getByText(/^Printed on/)).toBeVisible();
  await page.setViewportSize({ width: 794, height: 1500 });
  await shoot(page, 'proof-print');
  await page.emulateMedia({ media: 'screen' });
  await page.setViewportSize({ width: 1280, height: 1600 });
  await shoot(page, 'proof');
});
