/** What the log holds already of ops that come from elsewhere: asked in ranges, not one by one. */
import type { OpId } from '../domain/clock';
import { isWithoutNotes } from '../domain/handover';
import type { Op } from '../domain/op';
import type { FootingDb } from './db';

/** How many ops are compared at once. */
const BATCH = 2000;
/** A range that holds more than this many times what is asked for is asked one by one after all. */
const MOST = 4;

/** What the log holds of these ids: exactly these and no other. */
export async function heldOf(db: FootingDb, ids: readonly OpId[]): Promise<Map<OpId, Op>> {
  const held = new Map<OpId, Op>();
  for (const some of batches(ids.toSorted())) {
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

/**
 * The ops that the log does not hold yet, each once; and those that it holds as a copy without
 * their private notes, where here they are whole.
 */
export async function unheld(db: FootingDb, ops: readonly Op[]): Promise<{ unknown: Op[]; fuller: Op[] }> {
  const byId = new Map<OpId, Op>(ops.map((op) => [op.id, op]));
  const fuller: Op[] = [];
  for (const [id, held] of await heldOf(db, [...byId.keys()])) {
    const op = byId.get(id);
    byId.delete(id);
    if (op && isWithoutNotes(held) && !isWithoutNotes(op)) fuller.push(op);
  }
  return { unknown: [...byId.values()], fuller };
}

function* batches(ids: readonly OpId[]): Generator<OpId[]> {
  for (let at = 0; at < ids.length; at += BATCH) yield ids.slice(at, at + BATCH);
}
