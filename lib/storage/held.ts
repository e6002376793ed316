/** What the log holds already of ops that come from elsewhere: asked in ranges, not one by one. */
import type { OpId } from '../domain/clock';
import { isWithoutNotes } from '../domain/handover';
import type { Op } from '../domain/op';
import { batches } from './batches';
import type { FootingDb } from './db';

/** How many ops are compared at once. */
const BATCH = 1000;
/** A range that holds more than this many times what is asked for is asked one by one after all. */
const MOST = 4;

/** What the log holds of these ids: exactly these and no other. */
export async function heldOf(db: FootingDb, ids: readonly OpId[]): Promise<Map<OpId, Op>> {
  const held = new Map<OpId, Op>();
  for (const some of batches(ids.toSorted(), BATCH)) {
    for (const op of await heldIn(db, some)) held.set(op.id, op);
  }
  return held;
}

/** A file is written in the order of the ids, so that a part of it is mostly a range of them that is free. */
async function heldIn(db: FootingDb, ids: readonly OpId[]): Promise<Op[]> {
  const range = db.ops.where('id').between(ids[0], ids.at(-1), true, true);
  const count = await range.count();
  if (count === 0) return [];
  if (count > MOST * ids.length) return (await db.ops.bulkGet([...ids])).filter((op) => op !== undefined);
  const asked = new Set(ids);
  return (await range.toArray()).filter(({ id }) => asked.has(id));
}

/** What comes from elsewhere, held against the log. */
export interface Sorted {
  /** Those that the log does not hold yet, each once. */
  unknown: Op[];
  /** Those that it holds as a copy without their private notes, where here they are whole. */
  fuller: Op[];
}

/** Holds some ops against the log. */
export async function unheld(db: FootingDb, ops: readonly Op[]): Promise<Sorted> {
  const seen = new Set<OpId>();
  const once = ops.filter(({ id }) => !seen.has(id) && seen.add(id));
  const held = await heldOf(db, [...seen]);
  const unknown = once.filter(({ id }) => !held.has(id));
  const fuller = once.filter((op) => {
    const here = held.get(op.id);
    return here !== undefined && isWithoutNotes(here) && !isWithoutNotes(op);
  });
  return { unknown, fuller };
}
