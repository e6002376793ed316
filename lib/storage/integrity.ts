/**
 * The proof that what is kept is whole: every op is read, every document is folded anew from the log
 * and compared with the one that is kept, and all is counted. It changes nothing.
 */
import { NOTHING } from '../domain/fingerprint';
import { foldOps, type SubjectDoc } from '../domain/fold';
import type { Op, Subject } from '../domain/op';
import { checkOp, readOp } from '../domain/op-check';
import { sameJson } from '../domain/same-json';
import { type Summary, summaryOf } from '../domain/summary';
import { isSealed } from '../domain/texts';
import { Breath } from './breath';
import { database, type FootingDb } from './db';
import { readLogState, recounted } from './log-state';
import { covers, readSentinel } from './sentinel';

/** How many subjects are read in one transaction: a save in between waits for no more, and the page neither. */
const SUBJECTS = 25;

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
  const breath = new Breath();
  for (let at = 0; at < subjects.length; at += SUBJECTS) {
    for (const kept of await readSome(db, subjects.slice(at, at + SUBJECTS))) {
      signal?.throwIfAborted();
      proof.ops += kept.ops.length;
      proof.unreadable += kept.ops.filter(isUnreadable).length;
      if (isDiffering(kept)) proof.differing += 1;
      await breath.take();
    }
    progress(Math.min(1, (at + SUBJECTS) / subjects.length));
  }
  proof.differing += await strays(db);
  return proof;
}

interface KeptSubject {
  ops: Op[];
  deal: SubjectDoc | undefined;
  org: SubjectDoc | undefined;
  summary: Summary | undefined;
}

/** What is kept of a few subjects that follow each other, at one moment: so a save in between makes no difference that is none. */
function readSome(db: FootingDb, subjects: readonly Subject[]): Promise<KeptSubject[]> {
  return db.transaction('r', [db.ops, db.deals, db.orgs, db.summaries], async () => {
    const [first = '', last = ''] = [subjects[0], subjects.at(-1)];
    const [ops, deals, orgs, summaries] = await Promise.all([
      db.ops.where('subject').between(first, last, true, true).toArray(),
      db.deals.bulkGet([...subjects]),
      db.orgs.bulkGet([...subjects]),
      db.summaries.bulkGet([...subjects]),
    ]);
    const bySubject = Map.groupBy(ops, (op) => op.subject);
    return subjects.map((subject, at) => ({
      ops: bySubject.get(subject) ?? [],
      deal: deals[at],
      org: orgs[at],
      summary: summaries[at],
    }));
  });
}

/** What is sealed was looked at before it was. */
const isUnreadable = (op: Op) => 'flaw' in (isSealed(op.value) ? readOp(op) : checkOp(op));

/** Whether a document, or a deal's summary, is not what the log says. */
function isDiffering({ ops, deal, org, summary }: KeptSubject): boolean {
  const doc = foldOps(ops);
  if (!doc || !sameJson(deal ?? org, doc)) return true;
  return deal !== undefined && !sameJson(summary, summaryOf(doc));
}

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
