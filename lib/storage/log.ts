/**
 * The log and what is folded from it. Every change of anything is an op that is appended
 * here; one transaction writes the op, the document, the summary and the clock, so that they
 * can never disagree.
 */
import { CLOCK_ZERO, opId, tick, witness } from '../domain/clock';
import { dealKeySchema } from '../domain/deal';
import { changedBy, NOTHING } from '../domain/fingerprint';
import { applyOp, foldOps, type SubjectDoc } from '../domain/fold';
import type { AuthorId, NewOp, Op, Subject } from '../domain/op';
import { flawOf, readOp } from '../domain/op-check';
import { summaryOf } from '../domain/summary';
import { batches } from './batches';
import { Breath } from './breath';
import { type FootingDb, type LogState, NotSaved, type Vault, write } from './db';
import { forgetErasures, readErased } from './erasures';
import { unheld } from './held';
import { adopt, identityOf, randomHex } from './identity';
import { look, textsOf } from './lock';
import { readLogState } from './log-state';
import { readyToKeep, STALE, untilFresh } from './sealed-texts';
import { keepSentinel } from './sentinel';
import type { Watch } from './watch';

/** How many records are written at once: copying them for the database is what holds the page. */
const PART = 250;
/**
 * How many subjects are folded between two looks at what the page wants. Of fifty records that are written at
 * once Dexie tells other documents "all of the table", and no longer keeps a list of each.
 */
const SUBJECTS = 50;

/** An op that no code of this project may write; a mistake of ours, never of the person. */
export class BadOp extends Error {
  override readonly name = 'BadOp';
}

/**
 * Appends ops and folds them in, all or nothing, and gives them back with their ids. `unless`
 * is asked inside the transaction, so that its answer still holds when the ops are written; it
 * may touch nothing but the database. Where it says yes, nothing is written and nothing comes back.
 * @throws BadOp for an op that its kind does not allow; NotSaved when storage refuses.
 */
export async function append(
  news: readonly NewOp[],
  unless: (db: FootingDb) => PromiseLike<boolean> = async () => false,
): Promise<Op[]> {
  for (const one of news) {
    const flaw = flawOf(one);
    if (flaw) throw new BadOp(`${one.kind} ${flaw.field}: ${flaw.why}`);
  }
  let minted: Op[] = [];
  const log = await write((db) =>
    keep(db, news, async (ready, log) => {
      // The first try may have been kept although its acknowledgement was lost.
      const last = minted.at(-1);
      if (last && (await db.ops.get(last.id))) return log;
      minted = [];
      if (ready.length === 0 || (await unless(db))) return log;
      const { device, author } = await identityOf(db);
      let clock: LogState = log;
      minted = ready.map(({ kind, subject, key, value, version }) => {
        clock = { ...clock, ...tick(clock, Date.now()) };
        const id = opId(clock, device, randomHex(8));
        return { id, kind, subject, key, value, by: author, version, scope: 'local' };
      });
      return await fold(db, clock, minted);
    }),
  );
  if (minted.length > 0) keepSentinel(log);
  // As they were given: the log may keep their texts sealed.
  return minted.map((op, index) => ({ ...op, value: news[index]?.value ?? null }));
}

/**
 * Appends one op.
 * @throws BadOp, NotSaved
 */
export async function appendOne(news: NewOp): Promise<Op> {
  const [op] = await append([news]);
  if (!op) throw new Error('an append without a condition gives its op back');
  return op;
}

/** How ops from elsewhere are taken in. */
export interface Receiving extends Watch {
  /** Whether what was erased here for good comes back. */
  revive?: boolean;
  /** The lock that their texts are sealed under, where none is on here: it is on from then on. */
  vault?: Vault | null;
}

/**
 * Takes in ops from elsewhere, all or nothing: a union by id, then the fold. Ops that are here
 * already change nothing, but that a whole one takes the place of its copy without private notes;
 * what was erased here for good stays out, unless `revive` says that the person wants it back.
 * `mine` are authors that are this person (a backup come home).
 * @throws NotSaved when storage refuses; BadOp for a record that is no op: check at the door;
 *   the signal's reason when it says stop, and then nothing was kept
 */
export async function receive(
  offered: readonly Op[],
  mine: readonly AuthorId[] = [],
  { progress = () => {}, signal, revive = false, vault = null }: Receiving = {},
): Promise<{ added: number }> {
  const erased = await readErased();
  const ops: Op[] = [];
  const breath = new Breath();
  for (const op of offered) {
    if (!revive && erased.of(op).length > 0) continue;
    ops.push(op);
    const read = readOp(op);
    if ('flaw' in read) throw new BadOp(`${op.id} ${read.flaw.field}: ${read.flaw.why}`);
    await breath.take();
  }
  let added = 0;
  const take = vault ? bringLock(vault) : keep;
  const log = await write(
    (db) =>
      take(db, ops, async (ready, log) => {
        const { unknown, fuller } = await unheld(db, ready);
        added = unknown.length + fuller.length;
        if (mine.length > 0) await adopt(db, mine);
        await db.ops.bulkPut(fuller);
        return await fold(db, log, unknown, fuller, { progress, signal });
      }),
    signal,
  );
  keepSentinel(log);
  if (vault) await look();
  if (revive) await forgetErasures(new Set(ops.flatMap((op) => erased.of(op).map(({ of }) => of))));
  return { added };
}

/**
 * Throws documents and summaries away and folds them anew from the log. An op that cannot be
 * read is taken aside and counted; it is neither lost nor guessed at. The safety net: no screen
 * offers it, because `append` folds a subject anew by itself where its document cannot be read.
 * Tests hold it against every other way to the same documents.
 * @throws NotSaved
 */
export async function rebuild(): Promise<void> {
  await write((db) =>
    db.transaction('rw', tablesOf(db), async () => {
      await Promise.all([db.deals.clear(), db.orgs.clear(), db.summaries.clear()]);
      await foldAnew(db, (await db.ops.orderBy('subject').uniqueKeys()).map(String));
    }),
  );
}

/**
 * Writes every op that can still be read once more, and what is folded from them: where a database lost
 * something, each of its tables and indexes may have lost something else, and nothing can be added to that.
 * @throws NotSaved; then everything is as it was
 */
export async function renew(): Promise<void> {
  await write((db) =>
    db.transaction('rw', tablesOf(db), async () => {
      const ops = await db.ops.toArray();
      await Promise.all([db.ops, db.deals, db.orgs, db.summaries].map((table) => table.clear()));
      for (const some of batches(ops, PART)) await db.ops.bulkAdd(some);
      await foldAnew(db, [...new Set(ops.map(({ subject }) => subject))].sort());
    }),
  );
}

/** Makes the documents of subjects from the log alone. Inside a writing transaction on all tables of the log. */
export async function foldAnew(db: FootingDb, all: readonly Subject[]): Promise<void> {
  for (const subjects of batches(all, SUBJECTS)) {
    const folded = subjects.map(async (subject) => foldOps(await readableOps(db, subject)));
    await keepDocuments(db, await Promise.all(folded));
  }
}

type Keeping = typeof keep;

/** Keeps values whose texts are sealed already, with the lock that they are sealed under. */
const bringLock =
  (vault: Vault): Keeping =>
  (db, values, work) =>
    db.transaction('rw', tablesOf(db), async () => {
      // Another tab was quicker, with a lock of its own.
      if (await db.meta.get('vault')) throw new NotSaved('locked');
      await db.meta.put(vault);
      return work(values, { ...(await logOf(db)), texts: 'sealed' });
    });

/** One transaction over values that were made ready before it, and once more where the lock changed in between. */
function keep<T extends NewOp | Op>(
  db: FootingDb,
  values: readonly T[],
  work: (ready: readonly T[], log: LogState) => Promise<LogState>,
): Promise<LogState> {
  return untilFresh(async () => {
    const ready = await readyToKeep(values);
    return db.transaction('rw', tablesOf(db), async () => {
      const log = await logOf(db);
      return ready.texts === 'either' || ready.texts === textsOf(log) ? await work(ready.values, log) : STALE;
    });
  });
}

/** The tables that a writing of ops touches, drafts not among them. */
export function tablesOf(db: FootingDb) {
  return [db.ops, db.deals, db.orgs, db.summaries, db.meta, db.aside];
}

/** A subject's ops. One that is no op any more is moved aside, where the options page counts it. */
async function readableOps(db: FootingDb, subject: Subject): Promise<Op[]> {
  const ops: Op[] = [];
  for (const record of await db.ops.where('subject').equals(subject).toArray()) {
    const read = readOp(record);
    if ('op' in read) {
      // The record itself: what was read of it is a copy, without a member named `__proto__`.
      ops.push(record);
      continue;
    }
    await db.aside.put({ id: record.id, record, why: `${read.flaw.field}: ${read.flaw.why}` });
    await db.ops.delete(record.id);
  }
  return ops;
}

/** Where the log stands. The row is made with the first op; its absence is an empty log. */
export async function logOf(db: FootingDb): Promise<LogState> {
  const empty = { key: 'log', ops: 0, newest: '', checksum: NOTHING, ...CLOCK_ZERO } as const;
  return (await readLogState(db)) ?? { ...empty, generation: randomHex(16) };
}

/** Writes ops that are new to the log, and brings documents, summaries and clock up to them and to the `fuller`. */
async function fold(
  db: FootingDb,
  log: LogState,
  fresh: readonly Op[],
  fuller: readonly Op[] = [],
  { progress = () => {}, signal }: Watch = {},
): Promise<LogState> {
  let { newest, checksum = NOTHING } = log;
  const bySubject = new Map<Subject, Op[]>();
  const note = (op: Op) => {
    const ops = bySubject.get(op.subject);
    if (ops) ops.push(op);
    else bySubject.set(op.subject, [op]);
  };
  // Writing an op is about as much work as folding it.
  let done = 0;
  const did = (count: number) => {
    signal?.throwIfAborted();
    done += count;
    progress(done / (2 * fresh.length + fuller.length));
  };
  for (const some of batches(fresh, PART)) {
    await db.ops.bulkAdd(some);
    const ids = some.map(({ id }) => id);
    checksum = changedBy(checksum, ids);
    newest = ids.reduce((last, id) => (id > last ? id : last), newest);
    some.forEach(note);
    did(some.length);
  }
  fuller.forEach(note);
  const sorted = [...bySubject].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const some of batches(sorted, SUBJECTS)) {
    await keepDocuments(db, await refoldAll(db, some));
    did(some.reduce((sum, [, ops]) => sum + ops.length, 0));
  }
  // The newest id of all moves the clock as far as each of them by itself.
  const next = { ...log, ...witness(log, newest), newest, checksum, ops: log.ops + fresh.length };
  await db.meta.put(next);
  return next;
}

/**
 * The documents of some subjects, in order, with ops added that the log already holds. Subjects of
 * which the log held nothing before are folded without asking it for what was just written.
 */
async function refoldAll(db: FootingDb, added: readonly [Subject, Op[]][]): Promise<(SubjectDoc | null)[]> {
  const [first, last] = [added[0]?.[0] ?? '', added.at(-1)?.[0] ?? ''];
  const count = added.reduce((sum, [, ops]) => sum + ops.length, 0);
  const held = added.length === 1 ? null : await db.ops.where('subject').between(first, last, true, true).count();
  if (held === count) return added.map(([, ops]) => foldOps(ops));
  return Promise.all(added.map(([subject, ops]) => refold(db, subject, ops)));
}

/** The subject's document with ops added that the log already holds. */
async function refold(db: FootingDb, subject: Subject, ops: readonly Op[]): Promise<SubjectDoc | null> {
  const doc = await documents(db, subject).get(subject);
  const sorted = ops.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const first = sorted[0];
  if (first && isDocument(doc) && first.id > doc.newest) {
    return sorted.reduce<SubjectDoc>((folded, op) => applyOp(folded, op), doc);
  }
  // Something older came late, or the document cannot be read: the log knows it all.
  return foldOps(await readableOps(db, subject));
}

/** Documents are ours alone; what is looked at is whether a row is whole. */
function isDocument(row: SubjectDoc | undefined): row is SubjectDoc {
  return typeof row?.newest === 'string' && typeof row.cells === 'object' && Array.isArray(row.changes);
}

async function keepDocuments(db: FootingDb, docs: readonly (SubjectDoc | null)[]): Promise<void> {
  const kept = docs.filter((doc) => doc !== null);
  const deals = kept.filter((doc) => isDeal(doc.subject));
  await Promise.all([
    db.deals.bulkPut(deals),
    db.summaries.bulkPut(deals.map(summaryOf)),
    db.orgs.bulkPut(kept.filter((doc) => !isDeal(doc.subject))),
  ]);
}

function documents(db: FootingDb, subject: Subject) {
  return isDeal(subject) ? db.deals : db.orgs;
}

function isDeal(subject: Subject): boolean {
  return dealKeySchema.safeParse(subject).success;
}
