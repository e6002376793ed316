/**
 * A page that the bench adds to its own copy of the built extension: it fills the database with
 * what the product's own code makes of the ops, and times one save and one read beside raw
 * IndexedDB in the same document.
 */
import { freshAnswer } from '../../../lib/domain/answer';
import { dayOf } from '../../../lib/domain/day';
import type { DealKey } from '../../../lib/domain/deal';
import { changedBy, NOTHING } from '../../../lib/domain/fingerprint';
import { foldOps, type SubjectDoc } from '../../../lib/domain/fold';
import type { Op } from '../../../lib/domain/op';
import { versionOf } from '../../../lib/domain/playbook';
import { summaryOf } from '../../../lib/domain/summary';
import { basics } from '../../../lib/playbooks/basics';
import { database } from '../../../lib/storage/db';
import { readDeal, saveAnswer } from '../../../lib/storage/deals';
import { receive } from '../../../lib/storage/log';
import { AUTHOR, answerOps, madeDeal, pageOp } from './ops';
import { getRaw, openRaw, putRaw } from './raw';

/** How many deals one transaction takes in. */
const BATCH = 250;

/** Milliseconds of single calls, ours and raw, in the order in which they were made. */
export interface StorageTimes {
  save: number[];
  rawSave: number[];
  read: number[];
  rawRead: number[];
}

export interface SeedPage {
  /**
   * Adds the answers of these deals, then of made deals, from number `from` up to `to`; gives the
   * documents of `deals`. `shown`: with what their pages showed, too.
   */
  fill(args: { deals: readonly DealKey[]; from: number; to: number; shown?: boolean }): Promise<(SubjectDoc | null)[]>;
  /** Saves and reads `rounds` times each, by turns, on deals all over the database. */
  time(rounds: number): Promise<StorageTimes>;
}

async function fill({ deals, from, to, shown }: Parameters<SeedPage['fill']>[0]): ReturnType<SeedPage['fill']> {
  const opsOf = (n: number, now = Date.now()) => {
    const deal = deals[n] ?? madeDeal(n);
    return [...(shown ? [pageOp(deal, n, now)] : []), ...answerOps(deal, n, now)];
  };
  const raw = await openRaw();
  // The product's own door for the first and the last, so that clock, author and sentinel are its own.
  await receive(opsOf(from), [AUTHOR]);
  for (let at = from + 1; at < to - 1; at += BATCH) {
    const count = Math.min(BATCH, to - 1 - at);
    await addAll(
      raw,
      Array.from({ length: count }, (_, index) => opsOf(at + index)),
    );
  }
  await receive(opsOf(to - 1));
  const ends = await Promise.all([from, to - 1].map((n) => readDeal(deals[n] ?? madeDeal(n))));
  await putRaw(raw, 'deals', ...ends);
  raw.close();
  return Promise.all(deals.map((deal) => readDeal(deal)));
}

/** Writes the ops of many deals at once, with what the product's own fold makes of them. */
async function addAll(raw: IDBDatabase, byDeal: readonly Op[][]): Promise<void> {
  const db = database();
  const ops = byDeal.flat();
  const docs = byDeal.map(foldOps).filter((doc) => doc !== null);
  await db.transaction('rw', [db.ops, db.deals, db.summaries, db.meta], async () => {
    await db.ops.bulkAdd(ops);
    await db.deals.bulkPut(docs);
    await db.summaries.bulkPut(docs.map(summaryOf));
    const log = await db.meta.get('log');
    if (log?.key !== 'log') return;
    const checksum = changedBy(
      log.checksum ?? NOTHING,
      ops.map(({ id }) => id),
    );
    await db.meta.put({ ...log, ops: log.ops + ops.length, checksum });
  });
  await putRaw(raw, 'deals', ...docs);
}

async function time(rounds: number): Promise<StorageTimes> {
  const times: StorageTimes = { save: [], rawSave: [], read: [], rawRead: [] };
  const raw = await openRaw();
  const keys = await allKeys(raw);
  const today = dayOf(Date.now(), 0);
  const clock = async (into: number[], work: () => Promise<unknown>) => {
    const start = performance.now();
    await work();
    into.push(performance.now() - start);
  };
  for (let round = 0; round < rounds; round++) {
    const key = keys[(round * 7919) % keys.length];
    const question = basics.questions[round % basics.questions.length]?.id;
    if (key === undefined || question === undefined) throw new Error('the database of the bench is empty');
    const answer = { ...freshAnswer('yes', today), who: 'Ana Ruiz', quote: `Said in round ${round}` };
    await clock(times.read, () => readDeal(key));
    await clock(times.rawRead, () => getRaw(raw, 'deals', key));
    await clock(times.save, () => saveAnswer(key, question, answer, versionOf(basics)));
    await clock(times.rawSave, () => putRaw(raw, 'ops', { id: crypto.randomUUID(), subject: key, value: answer }));
  }
  raw.close();
  return times;
}

function allKeys(raw: IDBDatabase): Promise<DealKey[]> {
  return new Promise((resolve, reject) => {
    const request = raw.transaction('deals').objectStore('deals').getAllKeys();
    request.onsuccess = () => resolve(request.result as DealKey[]);
    request.onerror = () => reject(request.error);
  });
}

Object.assign(globalThis, { seedPage: { fill, time } satisfies SeedPage });
