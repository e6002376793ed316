/**
 * Erasing for good: the one way in which anything leaves the log. It takes the ops, what is folded
 * from them, what was typed and not saved, and their copies; the backups that are ours are
 * `backups.ts`'s part. Backup files elsewhere and what was handed over are out of reach.
 */
import type { DealKey } from '../domain/deal';
import { type EraseScope, erasureOf, reaches } from '../domain/erasure';
import { changedBy, NOTHING } from '../domain/fingerprint';
import { answerKey, type Subject } from '../domain/op';
import type { Summary } from '../domain/summary';
import { batches } from './batches';
import { type Draft, database, type FootingDb, type LogState, write } from './db';
import { allDeals, summariesOf } from './deals';
import { foldAnew } from './documents';
import { dropCopies } from './draft-copies';
import { keepErasure } from './erasures';
import { randomHex } from './identity';
import { tablesOf } from './log';
import { readLogState, recounted } from './log-state';
import { lookKey } from './looks';
import { setSentinel } from './sentinel';

/** How much is deleted at once: some milliseconds of work, then the page may draw. */
const PART = 250;

/** What is there to be erased. */
export interface Reached {
  deals: number;
  /** Questions that have an answer, or had one. */
  answers: number;
  /** Ops of the log, the history included. */
  changes: number;
  drafts: number;
}

/** What an erasing would take, as the documents tell it. Changes nothing. */
export async function countReached(scope: EraseScope): Promise<Reached> {
  const db = database();
  const [changes, aside, drafts] = await Promise.all([
    Promise.all(opsIn(db, scope).map((ops) => ops.count())),
    asideIn(db, scope),
    draftsIn(db, scope),
  ]);
  let [deals, answers] = [0, 0];
  for await (const summaries of summariesIn(scope)) {
    deals += summaries.length;
    for (const { subject, cells } of summaries) {
      const keys = Object.keys(cells).filter((key) => key.startsWith(answerKey('')));
      answers += keys.filter((key) => reaches(scope, subject, key)).length;
    }
  }
  return {
    deals: scope.what === 'entry' ? 0 : deals,
    answers,
    changes: changes.reduce((sum, count) => sum + count, aside.length),
    drafts: drafts.length,
  };
}

/**
 * Erases, all of it or nothing. The mark comes first: should the browser die in between, it keeps
 * out what is erased again at the second try.
 * @throws NotSaved when the database refuses; then nothing of it was changed
 */
export async function erase(scope: EraseScope): Promise<void> {
  const log = await database().meta.get('log');
  await keepErasure(erasureOf(scope, log?.key === 'log' ? log.newest : '', Date.now()));
  if (scope.what === 'everything') await startOver();
  else await setSentinel(await eraseRows(scope));
  dropCopies((subject, row) => reaches(scope, subject, entryOf(row)));
}

async function eraseRows(scope: EraseScope): Promise<LogState | null> {
  return write((db) =>
    db.transaction('rw', [...tablesOf(db), db.drafts], async () => {
      const log = await readLogState(db);
      const gone = (await Promise.all(opsIn(db, scope).map((ops) => ops.primaryKeys()))).flat();
      const aside = await asideIn(db, scope);
      let checksum = log?.checksum ?? NOTHING;
      for (const some of batches(gone, PART)) {
        await db.ops.bulkDelete(some);
        checksum = changedBy(checksum, some);
      }
      await db.aside.bulkDelete(aside);
      await db.drafts.bulkDelete((await draftsIn(db, scope)).map(({ deal, key }) => [deal, key]));
      await eraseDocuments(db, scope);
      if (!log) return null;
      checksum = changedBy(checksum, aside);
      const left = { ...log, checksum, ops: log.ops - gone.length - aside.length, erasings: (log.erasings ?? 0) + 1 };
      const isNewestGone = gone.includes(log.newest) || aside.includes(log.newest);
      const row = isNewestGone ? await recounted(db, left) : left;
      await db.meta.put(row);
      return row;
    }),
  );
}

/** Documents go with their subject; the document of a deal that lost one entry is folded anew. */
async function eraseDocuments(db: FootingDb, scope: EraseScope): Promise<void> {
  const subjects = (await subjectsIn(db, scope)).map(String);
  for (const some of batches(subjects, PART)) {
    for (const table of [db.deals, db.orgs, db.summaries]) await table.bulkDelete(some);
    if (scope.what !== 'entry') await db.meta.bulkDelete(some.map((subject) => lookKey(subject as DealKey)));
  }
  if (scope.what === 'entry') await foldAnew(db, subjects);
}

/**
 * Deletes the database and makes it anew. The browser's storage keeps the bytes of what is deleted until
 * it next tidies up, and nobody can make it; a database that is deleted gives it the most reason to.
 */
async function startOver(): Promise<void> {
  const clock = await database().meta.get('log');
  await write(async (db) => {
    await db.delete({ disableAutoOpen: false });
    await db.open();
    if (clock?.key !== 'log') return;
    const { ms, counter } = clock;
    // The clock goes on from where it was: a new op is never older than what was erased.
    await db.meta.put({
      key: 'log',
      generation: randomHex(16),
      ops: 0,
      newest: '',
      checksum: NOTHING,
      ms,
      counter,
    });
  });
  await setSentinel(null);
}

/** The ops that are reached, in ranges that the browser counts and lists by itself. */
function opsIn(db: FootingDb, scope: EraseScope) {
  switch (scope.what) {
    case 'entry':
      return [db.ops.where('[subject+key]').equals([scope.deal, scope.key])];
    case 'deal':
      return [db.ops.where('subject').equals(scope.deal)];
    case 'org':
      return [db.ops.where('subject').equals(scope.org), db.ops.where('subject').startsWith(`${scope.org}:`)];
    case 'everything':
      return [db.ops.toCollection()];
  }
}

/** The summaries of the deals that are reached, some at a time. */
async function* summariesIn(scope: EraseScope): AsyncGenerator<Summary[]> {
  const isOne = scope.what === 'entry' || scope.what === 'deal';
  yield* summariesOf(isOne ? [scope.deal] : (await allDeals()).filter((deal) => reaches(scope, deal, null)));
}

async function subjectsIn(db: FootingDb, scope: EraseScope): Promise<Subject[]> {
  if (scope.what === 'entry' || scope.what === 'deal') return [scope.deal];
  const keys = await Promise.all([db.deals, db.orgs].map((table) => table.toCollection().primaryKeys()));
  return keys.flat().filter((subject) => reaches(scope, subject, null));
}

/** Records that could not be read are told apart by what can be read of them. */
async function asideIn(db: FootingDb, scope: EraseScope): Promise<string[]> {
  const rows = await db.aside.toArray();
  return rows.flatMap(({ id, record }) => {
    const { subject, key } = (record ?? {}) as { subject?: unknown; key?: unknown };
    return reaches(scope, String(subject), String(key)) ? [id] : [];
  });
}

async function draftsIn(db: FootingDb, scope: EraseScope): Promise<Draft[]> {
  return (await db.drafts.toArray()).filter(({ deal, key }) => reaches(scope, deal, entryOf(key)));
}

/** A draft's row has the panel after its key (`answer:fit.owner@footing-panel-…`). */
function entryOf(row: string): string {
  return row.replace(/@[^@]*$/, '');
}
