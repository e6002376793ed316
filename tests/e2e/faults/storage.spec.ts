/** Storage that is full, gone, broken, or of another version. Rows 5 to 10 of the README. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { axeCheck } from '../axe.ts';
import { expect, shoot, test } from '../extension.ts';
import { answered, bring, daysAgo } from '../seeded.ts';
import { EXTENSION_DIR, openSession, type Session } from '../session.ts';
import { BACKENDS, DEAL, expectWhole, firstRow, kept, lineOf, openAlone, pick, quotesIn } from './hands.ts';
import { IS_LONG, size, tell } from './size.ts';

const MISSING = "Your answers are missing from this browser's storage.";
const UNREADABLE = 'Your answers cannot be read just now.';
const origin = (session: Session) => session.url('').slice(0, -1);

/** Lets a save fail, and looks at what the person is left with; then makes room, and saves after all. */
async function fails(panel: Page, session: Session, fill: () => Promise<unknown>, empty: () => Promise<unknown>) {
  const line = await lineOf(panel);
  await fill();
  await line.fill('two days a month');
  await line.blur();
  await expect(panel.getByText('Not saved. Your text is still here.').first()).toBeVisible();
  await expect(panel.getByText('This computer has no room left.').first()).toBeVisible();
  await expect(line).toHaveValue('two days a month');
  await expect(panel.getByRole('button', { name: 'Open your data' }).first()).toBeVisible();
  expect(await axeCheck(panel)).toEqual([]);
  await shoot(panel, 'panel-not-saved');
  await panel.evaluate(() => {
    navigator.clipboard.write = () => Promise.reject(new Error('no clipboard'));
    document.execCommand = () => false;
  });
  await panel.getByRole('button', { name: 'Copy text' }).first().click();
  await expect(panel.getByText('It could not be copied.').first()).toBeVisible();
  await empty();
  await panel.locator('.after').getByRole('button', { name: 'Try again' }).click();
  await expect(panel.locator('.saved')).toBeVisible();
  await expect(panel.getByText('This computer has no room left.')).toBeHidden();
  const found = await kept(session);
  expectWhole(found);
  expect(quotesIn(found)).toEqual(['two days a month']);
}

test('5: a quota that is used up is said, the text stays, and saving goes on when there is room', async () => {
  // With `unlimitedStorage` Chromium refuses nothing, so this is the same build without it.
  const extension = mkdtempSync(join(tmpdir(), 'footing-limited-'));
  cpSync(EXTENSION_DIR, extension, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8'));
  manifest.permissions = manifest.permissions.filter((name: string) => name !== 'unlimitedStorage');
  writeFileSync(join(extension, 'manifest.json'), JSON.stringify(manifest));
  let session = await openSession({ extension });
  try {
    await lineOf(await openAlone(session));
    // What the browser found free it believes for a while, so it is told before it looks.
    session = await session.reopen();
    const page = await session.context.newPage();
    await page.goto(session.url('manifest.json'));
    const cdp = await session.context.newCDPSession(page);
    const quota = (quotaSize?: number) =>
      cdp.send('Storage.overrideQuotaForOrigin', { origin: origin(session), quotaSize });
    await quota(1);
    const panel = await openAlone(session);
    await firstRow(panel).click();
    await fails(
      panel,
      session,
      async () => {},
      () => quota(),
    );
  } finally {
    await session.dispose();
    rmSync(extension, { recursive: true, force: true });
  }
});

/** A small disk of its own; `null` where nobody may make one. */
function smallDisk(): { path: string; unmount(): void } | null {
  const path = mkdtempSync(join(tmpdir(), 'footing-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=120m', 'tmpfs', path], { stdio: 'pipe' });
  } catch {
    rmSync(path, { recursive: true });
    return null;
  }
  return {
    path,
    unmount() {
      execFileSync('umount', ['-l', path]);
      rmSync(path, { recursive: true });
    },
  };
}

if (IS_LONG) {
  test('6: a disk that is really full is said, the text stays, and saving goes on when there is room', async () => {
    test.setTimeout(120_000);
    const disk = smallDisk();
    test.skip(disk === null, 'not possible here: no disk of its own may be mounted');
    if (!disk) return;
    let session: Session | undefined;
    try {
      session = await openSession({ profile: join(disk.path, 'profile') });
      const panel = await openAlone(session);
      const filler = join(disk.path, 'filler');
      await fails(
        panel,
        session,
        async () => {
          // As large as it gets, to the last block.
          for (let size = 128 << 20; size >= 4096; size >>= 1) {
            try {
              writeFileSync(filler, Buffer.alloc(size), { flag: 'a' });
            } catch {
              // No room for a piece of this size: for half of it perhaps.
            }
          }
        },
        async () => rmSync(filler),
      );
      tell('fault 6: a disk of 120 MB was filled to the last block, and one save refused, said and made good');
    } finally {
      await session?.context.close();
      disk.unmount();
    }
  });
}

test('7 and 8: a newer version at the same database makes the open panel read only, and loses nothing', async ({
  session,
}) => {
  const panel = await openAlone(session);
  const line = await lineOf(panel);
  await line.fill('before the update');
  await line.blur();
  await expect(panel.locator('.saved')).toBeVisible();
  await line.fill('typed while it comes');
  const newer = await session.context.newPage();
  await newer.goto(session.url('manifest.json'));
  const upgraded = await newer.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const events: string[] = [];
        const request = indexedDB.open('footing', 990);
        request.onblocked = () => events.push('blocked');
        request.onupgradeneeded = () => request.result.createObjectStore('later', { keyPath: 'id' });
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          request.result.close();
          resolve([...events, 'opened']);
        };
      }),
  );
  // The old page lets go at once, says what happened, and still shows what is kept.
  expect(upgraded).toEqual(['opened']);
  await expect(panel.getByText('These answers were saved by a newer Footing.').first()).toBeVisible();
  await line.blur();
  await expect(panel.getByText('Not saved. Your text is still here.').first()).toBeVisible();
  await expect(line).toHaveValue('typed while it comes');

  // The older build at the newer database: it reads, and gives everything out, and writes nothing.
  await panel.reload();
  await expect(panel.getByText('These answers were saved by a newer Footing.').first()).toBeVisible();
  await firstRow(panel).click();
  await expect(panel.getByText('before the update').or(panel.getByLabel('What exactly?')).first()).toBeVisible();
  await newer.goto(session.url('options.html#data'));
  const [download] = await Promise.all([
    newer.waitForEvent('download'),
    newer.getByRole('button', { name: 'Save a backup file' }).click(),
  ]);
  expect(readFileSync(await download.path(), 'utf8')).toContain('before the update');
  expect(quotesIn(await kept(session))).toEqual(['before the update']);
});

interface Corruption {
  how: string;
  backend: keyof typeof BACKENDS;
  which: RegExp;
  spoil(file: string): void;
  /** The browser is killed before: closed as it should be, it leaves no such file. */
  killed?: true;
}

const garbage = (file: string, from = 0) => writeFileSync(file, readFileSync(file).fill(0xa5, from));
const SQLITE = /_0\/[A-Z2-7]+$/;

/** Ways in which a database can be spoiled while nobody looks, on the files of each back end. */
const CORRUPTIONS: Corruption[] = [
  { how: 'a manifest cut off', backend: 'LevelDB', which: /MANIFEST-\d+$/, spoil: (file) => truncateSync(file, 10) },
  { how: 'a log of garbage', backend: 'LevelDB', which: /\.log$/, spoil: garbage },
  { how: 'tables of garbage', backend: 'LevelDB', which: /\.ldb$/, spoil: garbage },
  { how: 'no word of which manifest holds', backend: 'LevelDB', which: /CURRENT$/, spoil: rmSync },
  { how: 'all of it deleted', backend: 'LevelDB', which: /\.(log|ldb)$|MANIFEST-\d+$|CURRENT$/, spoil: rmSync },
  { how: 'garbage from the second page on', backend: 'SQLite', which: SQLITE, spoil: (file) => garbage(file, 4096) },
  { how: 'a file of garbage', backend: 'SQLite', which: SQLITE, spoil: garbage },
  {
    how: 'half a file',
    backend: 'SQLite',
    which: SQLITE,
    spoil: (file) => truncateSync(file, Math.floor(statSync(file).size / 2)),
  },
  { how: 'what was written last deleted', backend: 'SQLite', which: /-wal$/, spoil: rmSync, killed: true },
];

/** Ends the browser, spoils the files, and opens it again; says how many files that were. */
async function spoil(session: Session, { which, spoil, killed }: Corruption): Promise<[Session, number]> {
  if (killed) await session.kill();
  else await session.quit();
  const folder = join(session.profile, 'Default', 'IndexedDB');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.includes(session.extensionId) && which.test(name),
  );
  for (const name of files) spoil(join(folder, name));
  return [await session.reopen(), files.length];
}

/** Answers on one deal and on others: in the long form so many and so long that they fill tables, not a log alone. */
const past = Array.from({ length: size(9, 900) }, (_, n) =>
  answered(
    n === 0 ? DEAL : `salesforce:acme:006${String(n % 300).padStart(15, '0')}`,
    daysAgo(5),
    'fit.owner',
    'yes',
    'said',
    {
      quote: 'two days a month '.repeat(size(1, 200)) + n,
    },
  ),
);

/** What a panel says of so many changes that are left, `null` where nothing can be opened; and how many there are in the end. */
async function foundAgain(panel: Page, session: Session, left: number | null): Promise<number> {
  if (left === past.length) {
    await expect(panel.getByRole('heading', { name: 'Ask next' })).toBeVisible();
    return left;
  }
  await expect(panel.getByText(left === null ? UNREADABLE : MISSING)).toBeVisible();
  await expect(panel.getByRole('heading', { name: 'Ask next' })).toBeHidden();
  await panel.goto(session.url('options.html#data'));
  if (left === null) {
    const [copy] = await Promise.all([
      panel.waitForEvent('download'),
      panel.getByRole('button', { name: 'Save this backup as a file' }).click(),
    ]);
    return JSON.parse(gunzipSync(readFileSync(await copy.path())).toString()).ops.length;
  }
  await panel.getByRole('button', { name: 'Look at the newest backup' }).click();
  await panel.getByRole('button', { name: 'Add to what is here' }).click();
  await expect(panel.getByText(/^Added \d+ changes?\.$/)).toBeVisible();
  const found = await kept(session);
  expectWhole(found);
  await panel.getByRole('tab', { name: 'Proof' }).click();
  await panel.getByRole('button', { name: 'Prove it' }).click();
  await expect(panel.getByText('All of it is whole.')).toBeVisible();
  return found.ops.length;
}

test('9: a database that was spoiled is never taken for an empty one, and the newest backup brings back what is missing', async () => {
  test.setTimeout(size(60_000, 900_000));
  for (const corruption of CORRUPTIONS.slice(0, IS_LONG ? CORRUPTIONS.length : 1)) {
    const { how, backend } = corruption;
    let session = await openSession({ args: BACKENDS[backend] });
    try {
      const data = await session.context.newPage();
      await bring(data, session, past);
      await data.getByRole('button', { name: 'Back up now' }).click();
      await expect(data.getByText('A backup was made.')).toBeVisible();
      let spoiled = 0;
      [session, spoiled] = await spoil(session, corruption);
      expect(spoiled, how).toBeGreaterThan(0);
      const panel = await session.context.newPage();
      await panel.goto(session.url(`panel.html?deal=${DEAL}`));
      await expect(panel.locator('main h1, main h2').first()).toBeVisible();
      const left = await kept(session).then(
        ({ ops }) => ops.length,
        () => null,
      );
      const found = await foundAgain(panel, session, left);
      expect(found, how).toBe(past.length);
      const said = left === past.length ? 'the browser mended it' : `said at once, ${found} in the newest backup`;
      tell(
        `fault 9, ${backend}, ${how} (${spoiled} file(s)): ` +
          `${left === null ? 'cannot be opened' : `${left} of ${past.length} changes left`}, ${said}`,
      );
    } finally {
      await session.dispose();
    }
  }
});

test('10: storage that is cleared under open pages is said on each of them, and no answer is taken meanwhile', async ({
  session,
}) => {
  const panel = await openAlone(session);
  await pick(panel, 'Yes');
  await expect(panel.locator('.saved')).toBeVisible();
  const [recent, review] = [await session.context.newPage(), await session.context.newPage()];
  await recent.goto(session.url('recent.html'));
  await expect(recent.locator('.recent-row')).toHaveCount(1);
  await review.goto(session.url('review.html'));
  await expect(review.getByRole('row').nth(1)).toBeVisible();
  const cdp = await session.context.newCDPSession(panel);
  await cdp.send('Storage.clearDataForOrigin', { origin: origin(session), storageTypes: 'indexeddb' });
  for (const page of [panel, recent, review]) {
    await expect(page.getByText(MISSING), page.url()).toBeVisible();
    expect(await axeCheck(page)).toEqual([]);
  }
  await expect(panel.getByRole('heading', { name: 'Ask next' })).toBeHidden();
  await panel.reload();
  await expect(panel.getByText(MISSING)).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Open your data' })).toBeVisible();
});

test('10: storage that the browser denies is said, and no checklist is shown', async ({ session }) => {
  await session.context.addInitScript(() => {
    indexedDB.open = () => {
      throw new DOMException('denied', 'SecurityError');
    };
  });
  const panel = await session.context.newPage();
  await panel.goto(session.url('panel.html?deal=salesforce:acme:006000000000001AAA'));
  await expect(panel.getByText('This browser does not let Footing keep anything.')).toBeVisible();
  await expect(panel.getByRole('heading', { name: 'Ask next' })).toBeHidden();
  expect(await axeCheck(panel)).toEqual([]);
  await shoot(panel, 'panel-blocked');
});
