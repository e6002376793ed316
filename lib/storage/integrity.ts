/**
 * The proof that what is kept is whole: every op is read, every document is folded anew from the log
 * and compared with the one that is kept, and all is counted. It changes nothing.
 */
import { NOTHING } from '../domain/fingerprint';
import { foldOps } from '../domain/fold';
import type { Subject } from '../domain/op';
import { checkOp, readOp } from '../domain/op-check';
import { sameJson } from '../domain/same-json';
import { summaryOf } from '../domain/summary';
import { isSealed } from '../domain/texts';
import { database, type FootingDb } from './db';
import { readLogState, recounted } from './log-state';
import { covers, readSentinel } from './sentinel';

/** How many subjects are looked at in one transaction: a save in between waits for no more. */
const SUBJECTS = 100;

/** What the proof found. */
export interface Proof {
  /** Ops that were read, and deals, orgs and the team that they are about. */
  ops: number;
  subjects: number;
  /** Ops that are not what an op of their kind is. */
  unreadable: number;
  /** Records that were found unreadable before and are kept apart. */
  aside: number;
  /** Documents and summaries that are not what the log says, or are of nothing that the log knows. */
  differing: number;
  /** Whether the log holds as many ops as were ever kept in it and not erased, and the very same. */
  counted: boolean;
  /** Whether the note outside the database agrees; `null` where there is none. */
  sentinel: boolean | null;
}

/** Whether there is nothing to find fault with. */
export function isProved({ unreadable, differing, counted, sentinel }: Proof): boolean {
  return unreadable === 0 && differing === 0 && counted && sentinel !== false;
}

/**
 * Proves what is kept. `progress` is told the share that is done, 0 to 1.
 * @throws AbortError when `signal` says stop; DexieError where it cannot be read
 */
export async function prove(progress: (share: number) => void = () => {}, signal?: AbortSignal): Promise<Proof> {
  const db = database();
  const subjects = (await db.ops.orderBy('subject').uniqueKeys()).map(String);
  const proof = { ops: 0, subjects: subjects.length, unreadable: 0, differing: 0, ...(await counts(db)) };
  for (let at = 0; at < subjects.length; at += SUBJECTS) {
    signal?.throwIfAborted();
    const found = await proveSome(db, subjects.slice(at, at + SUBJECTS));
    proof.ops += found.ops;
    proof.unreadable += found.unreadable;
    proof.differing += found.differing;
    progress(Math.min(1, (at + SUBJECTS) / subjects.length));
  }
  proof.differing += await strays(db);
  return proof;
}

/** One transaction for a few subjects, so that a save in between makes no difference that is none. */
function proveSome(db: FootingDb, subjects: readonly Subject[]) {
  return db.transaction('r', [db.ops, db.deals, db.orgs, db.summaries], async () => {
    const ops = await db.ops.where('subject').anyOf(subjects).toArray();
    const [deals, orgs, summaries] = await Promise.all(
      [db.deals, db.orgs, db.summaries].map((table) => table.bulkGet([...subjects])),
    );
    const bySubject = Map.groupBy(ops, (op) => op.subject);
    const differing = subjects.filter((subject, index) => {
      const doc = foldOps(bySubject.get(subject) ?? []);
      if (!doc) return true;
      const kept = deals?.[index] ?? orgs?.[index];
      const isSame = sameJson(plain(kept), plain(doc));
      return !isSame || (deals?.[index] ? !sameJson(plain(summaries?.[index]), plain(summaryOf(doc))) : false);
    });
    // What is sealed was looked at before it was.
    const unreadable = ops.filter((op) => 'flaw' in (isSealed(op.value) ? readOp(op) : checkOp(op))).length;
    return { ops: ops.length, unreadable, differing: differing.length };
  });
}

/** As it is in JSON: a member that is `undefined` is none. */
const plain = (value: unknown): unknown => (value === undefined ? null : JSON.parse(JSON.stringify(value)));

/** Documents of subjects that the log does not know. */
async function strays(db: FootingDb): Promise<number> {
  return db.transaction('r', [db.ops, db.deals, db.orgs, db.summaries], async () => {
    const known = new Set(await db.ops.orderBy('subject').uniqueKeys());
    const keys = await Promise.all(
      [db.deals, db.orgs, db.summaries].map((table) => table.toCollection().primaryKeys()),
    );
    return keys.flat().filter((subject) => !known.has(subject)).length;
  });
}

async function counts(db: FootingDb): Promise<Pick<Proof, 'counted' | 'sentinel' | 'aside'>> {
  // The sentinel first: what is appended meanwhile makes the log larger, never smaller.
  const sentinel = await readSentinel();
  return db.transaction('r', [db.ops, db.aside, db.meta], async () => {
    const log = await readLogState(db);
    const aside = await db.aside.count();
    if (!log) return { counted: (await db.ops.count()) === 0, sentinel: sentinel ? false : null, aside };
    const real = await recounted(db, log);
    const counted = real.ops === log.ops && real.checksum === (log.checksum ?? NOTHING);
    return { counted, sentinel: sentinel && covers(real, sentinel), aside };
  });
}
