/**
 * The log and what is folded from it. Every change of anything is an op that is appended
 * here; one transaction writes the op, the document, the summary and the clock, so that they
 * can never disagree.
 */
import { CLOCK_ZERO, opId, tick, witness } from '../domain/clock';
import type { Erased } from '../domain/erasure';
import { changedBy, NOTHING } from '../domain/fingerprint';
import type { AuthorId, NewOp, Op, Subject } from '../domain/op';
import { flawOf, readOp } from '../domain/op-check';
import { batches, type List } from './batches';
import { Breath } from './breath';
import { type FootingDb, type LogState, NotSaved, type Vault, write } from './db';
import { foldAnew, keepDocuments, refoldAll, SUBJECTS } from './documents';
import { forgetErasures, readErased } from './erasures';
import { type Sorted, unheld } from './held';
import { adopt, identityOf, randomHex } from './identity';
import { look, textsOf } from './lock';
import { readLogState } from './log-state';
import { readyToKeep, STALE, untilFresh } from './sealed-texts';
import { keepSentinel } from './sentinel';
import type { Doing, Watch } from './watch';

/** How many records are written at once: copying them for the database is what holds the page. */
const PART = 250;
/** The share of taking ops in that checking them takes, as far as anybody waits for it. */
const CHECKING = 0.1;
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
      minted = [...ready].map(({ kind, subject, key, value, version }) => {
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
  offered: List<Op>,
  mine: readonly AuthorId[] = [],
  { progress = () => {}, signal, revive = false, vault = null }: Receiving = {},
): Promise<{ added: number }> {
  await checkAll(offered, { progress: (share, now) => progress(share * CHECKING, now), signal });
  const adding: Watch = { progress: (share, now) => progress(CHECKING + share * (1 - CHECKING), now), signal };
  const erased = await readErased();
  const comesIn = (op: Op) => revive || erased.of(op).length === 0;
  let added = 0;
  const take = vault ? bringLock(vault) : keep;
  const log = await write(
    (db) =>
      take(db, offered, async (ready, log) => {
        if (mine.length > 0) await adopt(db, mine);
        added = 0;
        const sort = async (some: readonly Op[]) => {
          const sorted = await unheld(db, some.filter(comesIn));
          added += sorted.unknown.length + sorted.fuller.length;
          return sorted;
        };
        return await fold(db, log, ready, sort, adding);
      }),
    signal,
  );
  keepSentinel(log);
  if (vault) await look();
  if (revive) await forgetErasures(await erasuresOf(offered, erased));
  return { added };
}

/** @throws BadOp for a record that is no op */
async function checkAll(offered: List<Op>, { progress = () => {}, signal }: Watch): Promise<void> {
  const breath = new Breath();
  let done = 0;
  for (const some of batches(offered, PART)) {
    progress(done / offered.length, { step: 'checking', done, of: offered.length });
    for (const op of some) {
      const read = readOp(op);
      if ('flaw' in read) throw new BadOp(`${op.id} ${read.flaw.field}: ${read.flaw.why}`);
      await breath.take();
      signal?.throwIfAborted();
    }
    done += some.length;
  }
}

/** The marks that would have kept some of these out. */
async function erasuresOf(ops: Iterable<Op>, erased: Erased): Promise<Set<string>> {
  const marks = new Set<string>();
  const breath = new Breath();
  for (const op of ops) {
    for (const { of } of erased.of(op)) marks.add(of);
    await breath.take();
  }
  return marks;
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
  values: List<T>,
  work: (ready: List<T>, log: LogState) => Promise<LogState>,
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

/** Where the log stands. The row is made with the first op; its absence is an empty log. */
export async function logOf(db: FootingDb): Promise<LogState> {
  const empty = { key: 'log', ops: 0, newest: '', checksum: NOTHING, ...CLOCK_ZERO } as const;
  return (await readLogState(db)) ?? { ...empty, generation: randomHex(16) };
}

const ALL_NEW = async (some: readonly Op[]): Promise<Sorted> => ({ unknown: [...some], fuller: [] });

/**
 * Writes ops, as far as `sort` says that they are new to the log or fuller than there, and brings documents,
 * summaries and clock up to them. Between its requests the page draws and takes keys; what was written is
 * not held until its document is made, but taken from `ops` again.
 */
async function fold(
  db: FootingDb,
  log: LogState,
  ops: List<Op>,
  sort: (some: readonly Op[]) => Promise<Sorted> = ALL_NEW,
  { progress = () => {}, signal }: Watch = {},
): Promise<LogState> {
  let { newest, checksum = NOTHING, ops: count } = log;
  const places = new Map<Subject, number[]>();
  const tell = (share: number, now: Doing) => {
    progress(share, now);
    signal?.throwIfAborted();
  };
  let done = 0;
  for (const some of batches(ops, PART)) {
    // Writing the ops is about as much work as folding them.
    tell(done / ops.length / 2, { step: 'adding', done, of: ops.length });
    const { unknown, fuller } = await sort(some);
    await db.ops.bulkAdd(unknown);
    if (fuller.length > 0) await db.ops.bulkPut(fuller);
    const ids = unknown.map(({ id }) => id);
    checksum = changedBy(checksum, ids);
    newest = ids.reduce((last, id) => (id > last ? id : last), newest);
    count += unknown.length;
    const written = new Set([...unknown, ...fuller]);
    for (const [index, op] of some.entries()) {
      if (!written.has(op)) continue;
      const known = places.get(op.subject);
      if (known) known.push(done + index);
      else places.set(op.subject, [done + index]);
    }
    done += some.length;
  }
  const subjects = [...places.keys()].sort();
  let folded = 0;
  for (const some of batches(subjects, SUBJECTS)) {
    tell(0.5 + folded / subjects.length / 2, { step: 'folding', done: folded, of: subjects.length });
    const added = some.map((subject): [Subject, Op[]] => [subject, opsAt(ops, places.get(subject) ?? [])]);
    await keepDocuments(db, await refoldAll(db, added));
    folded += some.length;
  }
  tell(1, { step: 'keeping', done: count - log.ops, of: count - log.ops });
  // The newest id of all moves the clock as far as each of them by itself.
  const next = { ...log, ...witness(log, newest), newest, checksum, ops: count };
  await db.meta.put(next);
  return next;
}

function opsAt(ops: List<Op>, places: readonly number[]): Op[] {
  return places.flatMap((place) => ops.at(place) ?? []);
}
