/**
 * `node tests/bench/import.ts`: how long a file of 10,000 deals with thirty answers each takes from
 * the disk into the database, how long the page is held by any one task meanwhile, and how much
 * memory it wants; beside a floor in the same run, raw IndexedDB writing as many records of the
 * same size. `npm run bench` runs it last; `--deals N` takes another number of deals, `--file PATH`
 * a file of one's own.
 */
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import type { Page } from '@playwright/test';
import { runnerImport } from 'vite';
import { openSession } from '../e2e/session.ts';
import { idle, machineLine, withForeignCpu } from './machine.ts';
import { measured, type Took, watchTasks } from './parts.ts';
import type { packText } from './seed/pack.ts';
import { markdown } from './table.ts';

const { values: asked } = parseArgs({
  options: { deals: { type: 'string', default: '10000' }, file: { type: 'string' } },
});
const ANSWERS = 30;
const deals = Number(asked.deals);
if (!Number.isInteger(deals) || deals < 1) throw new Error('--deals wants a whole number from 1 on');

const work = mkdtempSync(join(tmpdir(), 'footing-import-'));
process.once('exit', () => rmSync(work, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
const file = asked.file ?? (await writeFile(join(work, 'backup.json')));
const session = await openSession();
try {
  const page = await session.context.newPage();
  const cdp = await session.context.newCDPSession(page);
  await page.addInitScript(watchTasks);
  await page.goto(session.url('options.html#data'));
  await idle();
  const { result, foreign } = await withForeignCpu(async () => {
    const look = await measured(page, cdp, async () => {
      await page.locator('input[type=file]').setInputFiles(file);
      await page.getByRole('button', { name: 'Add to what is here' }).waitFor({ timeout: 600_000 });
    });
    const add = await measured(page, cdp, async () => {
      await page.getByRole('button', { name: 'Add to what is here' }).click();
      await page.getByText(/^Added [\d,]+ changes?\.$/).waitFor({ timeout: 600_000 });
    });
    // The browser tells of another choice only.
    await page.locator('input[type=file]').setInputFiles([]);
    const again = await measured(page, cdp, async () => {
      await page.locator('input[type=file]').setInputFiles(file);
      await page.getByText('There is nothing to add.').waitFor({ timeout: 600_000 });
    });
    await page.goto(session.url('options.html#about'));
    const floor = await measured(page, cdp, () => writeRaw(page));
    return { look, add, again, floor };
  });
  report(result, foreign, session.context.browser()?.version() ?? '');
} finally {
  await session.dispose();
}

async function writeFile(path: string): Promise<string> {
  // What the product is made of is written for a bundler; so is what makes the file.
  const { module } = await runnerImport<{ packText: typeof packText }>(join(import.meta.dirname, 'seed/pack.ts'));
  await pipeline(Readable.from(module.packText(deals, Date.now())), createWriteStream(path));
  return path;
}

/** The floor: as many records of the same size, with the same keys and indexes, in one strict transaction. */
async function writeRaw(page: Page): Promise<void> {
  await page.evaluate(
    async ({ deals, answers }) => {
      const request = indexedDB.open('floor', 1);
      request.onupgradeneeded = () => {
        const ops = request.result.createObjectStore('ops', { keyPath: 'id' });
        ops.createIndex('subject', 'subject');
        ops.createIndex('[subject+key]', ['subject', 'key']);
        request.result.createObjectStore('deals', { keyPath: 'subject' });
        request.result.createObjectStore('summaries', { keyPath: 'subject' });
      };
      await new Promise((done) => {
        request.onsuccess = done;
      });
      const db = request.result;
      const transaction = db.transaction(['ops', 'deals', 'summaries'], 'readwrite', { durability: 'strict' });
      const [ops, docs, summaries] = ['ops', 'deals', 'summaries'].map((name) => transaction.objectStore(name));
      const answer = {
        verdict: 'yes',
        rung: 'said',
        evidenceOn: '2026-11-20',
        who: 'Ana Ruiz',
        link: '',
        knowBy: null,
      };
      const quote = 'We lose two days each month end, and the auditors come on the 31st';
      for (let deal = 0; deal < deals; deal++) {
        const subject = `salesforce:bench:006${deal.toString().padStart(12, '0')}AAA`;
        const cells: Record<string, unknown> = {};
        let last: IDBRequest | undefined;
        for (let n = 0; n < answers; n++) {
          const id = `${(deal * answers + n).toString(16).padStart(11, '0')}-0000-${'be'.repeat(8)}-00000000`;
          const value = { ...answer, quote: `${quote} (${deal + n})`, reason: '', on: null };
          const key = `answer:question.${n}`;
          last = ops?.add({
            id,
            kind: 'answer.set',
            subject,
            key,
            value,
            by: id.slice(17, 33),
            version: 'a@1',
            scope: 'local',
          });
          cells[key] = { author: { op: id, kind: 'answer.set', value, version: 'a@1', revisions: 1 } };
        }
        docs?.put({ subject, cells, changes: [] });
        last = summaries?.put({ subject, cells, changes: [] });
        // The page may draw now and then, as it may with ours.
        if (deal % 20 === 19) await new Promise((done) => last?.addEventListener('success', done));
      }
      await new Promise((done) => {
        transaction.oncomplete = done;
      });
      db.close();
    },
    { deals, answers: ANSWERS },
  );
}

function report(
  parts: Record<'look' | 'add' | 'again' | 'floor', Took>,
  foreign: number | null,
  browser: string,
): void {
  const { look, add, again, floor } = parts;
  const whole = {
    ms: look.ms + add.ms,
    longest: Math.max(look.longest, add.longest),
    peak: Math.max(look.peak, add.peak),
  };
  const line = (says: string, { ms, longest, peak }: Took) => [
    says,
    (ms / 1000).toFixed(1),
    (ms / floor.ms).toFixed(2),
    longest.toFixed(0),
    peak.toFixed(0),
  ];
  const count = (number: number) => number.toLocaleString('en-US');
  console.log(`
Import of ${count(deals)} deals with ${ANSWERS} answers each, ${(statSync(file).size / 1e6).toFixed(0)} MB

${markdown([
  ['part', 's', 'x floor', 'longest task, ms', 'peak heap, MB'],
  line('read, checked and compared', look),
  line('added, whole or not at all', add),
  line('both', whole),
  line('read again, all of it known', again),
  line('floor: raw IndexedDB, as many records', floor),
])}

${foreign === null ? '' : `Others kept ${foreign.toFixed(2)} cores busy meanwhile. `}${machineLine(browser)}`);
}
