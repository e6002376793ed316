/**
 * `node tests/bench/keep.ts`: what it costs to keep 10,000 deals of thirty answers each, in the built
 * extension: the backups that the service worker makes by itself, "Prove it", and erasing everything;
 * and how long any one task holds the worker or the page meanwhile. Beside a floor in the same run: the
 * same records read from raw IndexedDB and written into one compressed file.
 *
 * `--deals N` takes another number of deals. Not part of `npm run bench`: it takes minutes.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from '@playwright/test';
import { EXTENSION_DIR, openSession, type Session } from '../e2e/session.ts';
import { fillShown } from './fill.ts';
import { idle, machineLine, withForeignCpu } from './machine.ts';
import { measured, type Took, watchTasks } from './parts.ts';
import type { SeedPage } from './seed/page.ts';
import { markdown } from './table.ts';
import { folder, writeOurs } from './variants.ts';

/** So many answers are saved before the backup of what changed. */
const SAVED = 100;
const PATIENCE = { timeout: 600_000 };

/** A backup as the worker made it. */
interface Made extends Omit<Took, 'peak'> {
  /** Of its file, in bytes; `null` where nothing was due. */
  size: number | null;
}

const { values: asked } = parseArgs({ options: { deals: { type: 'string', default: '10000' } } });
const deals = Number(asked.deals);
if (!Number.isInteger(deals) || deals < 2) throw new Error('--deals wants a whole number from 2 on');

const work = mkdtempSync(join(tmpdir(), 'footing-keep-'));
process.once('exit', () => rmSync(work, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
const extension = folder(work, 'extension');
const profile = folder(work, 'profile');
await writeOurs(EXTENSION_DIR, extension);
console.log(`Filling a database of ${deals} deals`);
await fillShown({ extension, profile }, 0, deals);

// So tall that nothing has to be scrolled to: that closes a menu.
const session = await openSession({ extension, profile, viewport: { width: 1280, height: 3000 } });
try {
  const page = await session.context.newPage();
  await page.addInitScript(watchTasks);
  await page.goto(session.url('seed.html'));
  await idle();
  const { result, foreign } = await withForeignCpu(() => measureAll(page));
  report(result, foreign, session.context.browser()?.version() ?? '');
} finally {
  await session.dispose();
}

async function measureAll(page: Page) {
  const cdp = await session.context.newCDPSession(page);
  const whole = await backUp(session);
  await page.evaluate((times) => (globalThis as unknown as { seedPage: SeedPage }).seedPage.time(times), SAVED);
  const since = await backUp(session);
  const nothing = await backUp(session);
  const floor = await measured(page, cdp, () => page.evaluate(copyRaw));
  await page.goto(session.url('options.html#proof'));
  const prove = await measured(page, cdp, async () => {
    await page.getByRole('button', { name: 'Prove it' }).click();
    await page.getByText('All of it is whole.').waitFor(PATIENCE);
  });
  await page.goto(session.url('options.html#data'));
  await page.reload();
  const count = await measured(page, cdp, async () => {
    await page.getByRole('button', { name: /^Choose what/ }).click();
    await page.getByRole('option', { name: 'Everything' }).click();
    await page.getByRole('button', { name: 'Erase for good' }).waitFor(PATIENCE);
  });
  await page.getByRole('button', { name: 'Erase for good' }).click();
  const erase = await measured(page, cdp, async () => {
    await page.getByRole('button', { name: 'Yes, erase it' }).click();
    await page.getByText(/^Erased for good:/).waitFor(PATIENCE);
  });
  return { whole, since, nothing, prove, count, erase, floor };
}

/** Rings the hour, and waits until the worker is done with its backup. */
async function backUp(session: Session): Promise<Made> {
  const worker = await session.worker();
  return worker.evaluate<Made>(`(${ring})()`);
}

/** Runs in the worker. Its time goes from the alarm on until the lock on backups is let go. */
async function ring(): Promise<Made> {
  const { alarms } = Reflect.get(globalThis, 'chrome') as typeof import('#imports').browser;
  const locks = LockManager.prototype;
  const request = locks.request;
  const done = new Promise<void>((resolve) => {
    Reflect.set(locks, 'request', function (this: LockManager, ...args: Parameters<typeof request>) {
      const kept = request.apply(this, args) as Promise<unknown>;
      void kept.catch(() => undefined).then(() => resolve());
      return kept;
    });
  });
  const rung = new Promise<void>((resolve) => alarms.onAlarm.addListener(() => resolve()));
  await alarms.create('backups', { when: Date.now() });
  await rung;
  const start = performance.now();
  let [longest, last] = [0, start];
  // A worker is told of no long tasks: what holds it holds its timers.
  const beat = setInterval(() => {
    const now = performance.now();
    [longest, last] = [Math.max(longest, now - last), now];
  }, 4);
  await done;
  const ms = performance.now() - start;
  clearInterval(beat);
  locks.request = request;
  const files: File[] = [];
  const backups = await (await navigator.storage.getDirectory()).getDirectoryHandle('backups');
  for await (const entry of backups.values()) files.push(await (entry as FileSystemFileHandle).getFile());
  const newest = files.toSorted((a, b) => b.lastModified - a.lastModified)[0];
  return { ms, longest, size: newest && newest.lastModified > Date.now() - ms ? newest.size : null };
}

/** The floor, in a page: every record of the log as it stands there, 2,000 at a time, into one compressed file. */
async function copyRaw(): Promise<void> {
  const opening = indexedDB.open('footing');
  await new Promise((resolve) => {
    opening.onsuccess = resolve;
  });
  const db = opening.result;
  const root = await navigator.storage.getDirectory();
  const file = await (await root.getFileHandle('floor', { create: true })).createWritable();
  const zip = new CompressionStream('gzip');
  const written = zip.readable.pipeTo(file);
  const writer = zip.writable.getWriter();
  for (let last: string | null = ''; last !== null; ) {
    const from: string = last;
    const rows = await new Promise<{ id: string }[]>((resolve) => {
      const request = db.transaction('ops').objectStore('ops').getAll(IDBKeyRange.lowerBound(from, true), 2000);
      request.onsuccess = () => resolve(request.result);
    });
    if (rows.length > 0) await writer.write(new TextEncoder().encode(JSON.stringify(rows)));
    last = rows.at(-1)?.id ?? null;
  }
  await writer.close();
  await written;
  db.close();
  await root.removeEntry('floor');
}

function report(all: Awaited<ReturnType<typeof measureAll>>, foreign: number | null, browser: string): void {
  const line = (says: string, { ms, longest, ...more }: Made | Took) => [
    says,
    (ms / 1000).toFixed(2),
    (ms / all.floor.ms).toFixed(2),
    longest.toFixed(0),
    'peak' in more ? more.peak.toFixed(0) : '',
    'size' in more && more.size !== null ? (more.size / 1e6).toFixed(2) : '',
  ];
  console.log(`
What it costs to keep ${deals.toLocaleString('en-US')} deals with 30 answers each

${markdown([
  ['part', 's', 'x floor', 'longest task, ms', 'peak heap, MB', 'file, MB'],
  line('backup by itself: all of it', all.whole),
  line(`backup by itself: ${SAVED} answers more`, all.since),
  line('backup by itself: nothing changed', all.nothing),
  line('"Prove it"', all.prove),
  line('counting what "Everything" erases', all.count),
  line('erasing everything', all.erase),
  line('floor: every record of the log, raw, into one compressed file', all.floor),
])}

Backups: in the service worker; all else: in a page. ${
    foreign === null ? '' : `Others kept ${foreign.toFixed(2)} cores busy meanwhile. `
  }${machineLine(browser)}`);
}
