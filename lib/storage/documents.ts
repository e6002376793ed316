/**
 * The documents that are folded from the log, and the summaries of those of deals. All of it happens inside
 * a writing transaction on the tables of the log.
 */
import { dealKeySchema } from '../domain/deal';
import { applyOp, foldOps, type SubjectDoc } from '../domain/fold';
import type { Op, Subject } from '../domain/op';
import { readOp } from '../domain/op-check';
import { summaryOf } from '../domain/summary';
import { batches } from './batches';
import type { FootingDb } from './db';

/**
 * How many subjects are folded between two looks at what the page wants. Of fifty records that are written at
 * once Dexie tells other documents "all of the table", and no longer keeps a list of each.
 */
export const SUBJECTS = 50;

/** Makes the documents of subjects from the log alone. */
export async function foldAnew(db: FootingDb, all: readonly Subject[]): Promise<void> {
  for (const subjects of batches(all, SUBJECTS)) {
    const folded = subjects.map(async (subject) => foldOps(await readableOps(db, subject)));
    await keepDocuments(db, await Promise.all(folded));
  }
}

/**
 * The documents of some subjects, in order, with ops added that the log already holds. Subjects of
 * which the log held nothing before are folded without asking it for what was just written.
 */
export async function refoldAll(db: FootingDb, added: readonly [Subject, Op[]][]): Promise<(SubjectDoc | null)[]> {
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

/** Writes documents to the tables where they belong, and the summaries of those of deals. */
export async function keepDocuments(db: FootingDb, docs: readonly (SubjectDoc | null)[]): Promise<void> {
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
