/** What was deleted lately and can be brought back: a delete is an op that says nothing any more. */
import { type OpId, timeOf } from '../domain/clock';
import { DAY_MS, type Instant } from '../domain/day';
import { type DealKey, dealKeySchema } from '../domain/deal';
import { newestCell, type SubjectDoc } from '../domain/fold';
import type { AuthorId, Op } from '../domain/op';
import { mineAmong } from '../domain/whose';
import { database } from './db';
import { summariesOf } from './deals';
import { canBeUndone, revisionBefore, undo } from './history';
import { authors } from './identity';

/** For how long a delete can be taken back with one click; its history stays as long as the deal. */
const KEPT_DAYS = 30;

/** Something that was deleted. */
export interface Deleted {
  deal: DealKey;
  /** As the deal's page called it last; `''` of a deal that no page showed. */
  name: string;
  key: string;
  at: Instant;
  /** The op that deleted it. */
  op: Op;
  /** What was there before. */
  before: unknown;
}

type Cleared = Pick<Deleted, 'deal' | 'name' | 'key'> & { op: OpId };

/** What I made say nothing any more since then, in deals of mine. */
function clearedIn(docs: readonly SubjectDoc[], mine: readonly AuthorId[], since: Instant): Cleared[] {
  return mineAmong(docs, mine).flatMap(({ doc, authors }) =>
    Object.keys(doc.cells).flatMap((key) => {
      const cell = newestCell(doc, key, authors);
      if (!cell || !mine.includes(cell.by) || cell.value !== null || cell.revisions < 2 || timeOf(cell.op) < since)
        return [];
      if (!canBeUndone(cell.kind) || !dealKeySchema.safeParse(doc.subject).success) return [];
      return [{ deal: doc.subject as DealKey, name: doc.seen.name?.text ?? '', key, op: cell.op }];
    }),
  );
}

/** What I deleted within `KEPT_DAYS` before `now`, newest first, and no more than `limit`. */
export async function readDeleted(now: Instant, limit: number): Promise<Deleted[]> {
  const db = database();
  const since = now - KEPT_DAYS * DAY_MS;
  const mine = await authors();
  const touched = await db.summaries.where('touchedAt').aboveOrEqual(since).primaryKeys();
  const cleared: Cleared[] = [];
  for await (const part of summariesOf(touched)) cleared.push(...clearedIn(part, mine, since));
  const newest = cleared.sort((a, b) => (a.op < b.op ? 1 : -1)).slice(0, limit);
  const found = newest.map(async ({ op: id, ...one }) => {
    const op = await db.ops.get(id);
    const before = op?.value === null ? await revisionBefore(op) : undefined;
    // A summary leaves out what it need not know; the log tells whether anything was there.
    return op && before && before.value !== null ? [{ ...one, at: timeOf(id), op, before: before.value }] : [];
  });
  return (await Promise.all(found)).flat();
}

/**
 * Brings a deleted thing back as it was. `false`, and nothing is written, where it was changed again since.
 * @throws NotSaved
 */
export async function bringBack({ op }: Deleted): Promise<boolean> {
  return (await undo(op)) !== null;
}
