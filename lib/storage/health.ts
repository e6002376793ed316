/**
 * Whether storage can be believed: that a write reaches the disk, and that what was kept is
 * still there. An empty checklist is never shown as the truth before this was asked.
 */
import { database, type FaultReason, type LogState, reasonFor, write } from './db';
import { renew } from './log';
import { readLogState, recounted } from './log-state';
import { covers, readSentinel, type Sentinel, setSentinel } from './sentinel';

/** How storage is. What is not `ok` is shown before anything that was read from it. */
export type Health =
  /** `aside`: records that could not be read and are kept apart. */
  | { state: 'ok'; aside: number }
  /** The database holds fewer changes than were once kept in it. */
  | { state: 'lost'; had: number; has: number }
  | { state: FaultReason };

/** Tries a write, and compares the log with the sentinel. Never rejects. */
export async function checkHealth(): Promise<Health> {
  try {
    await write((db) => db.meta.put({ key: 'probe', at: Date.now() }));
    // The sentinel first: what is appended meanwhile makes the log larger, never smaller.
    const sentinel = await readSentinel();
    const held = await holding(sentinel);
    if (!held.whole) return { state: 'lost', had: held.had, has: held.ops };
    const stale = sentinel === null || held.log?.erasings !== sentinel.erasings;
    if (held.log && stale) await setSentinel(held.log);
    return { state: 'ok', aside: held.aside };
  } catch (error) {
    return { state: await reasonFor(error) };
  }
}

/** Whether the log holds all that was ever kept in it and not erased since. Writes nothing. */
export async function isWhole(): Promise<boolean> {
  return (await holding(await readSentinel())).whole;
}

/** Calls `closed` when the database was closed under this document: it was cleared, or it broke. */
export function onClosed(closed: () => void): void {
  // The event comes before the connection is done with.
  database().on('close', () => queueMicrotask(closed));
}

/**
 * After an import: if it brought back all that was missing, the loss is over.
 * @throws NotSaved
 */
export async function settleLoss(): Promise<void> {
  const sentinel = await readSentinel();
  const log = await recount();
  const has = await holding(sentinel && log && { ...sentinel, generation: log.generation, checksum: undefined });
  if (log && has.whole) await setSentinel(log);
}

/**
 * "Go on without": the person has seen what is missing and takes what is there as the start.
 * @throws NotSaved
 */
export async function acceptLoss(): Promise<void> {
  await renew();
  await setSentinel(await recount());
}

/** What the log really holds, and whether that is all that the sentinel knows of. */
async function holding(sentinel: Sentinel | null) {
  const db = database();
  return db.transaction('r', [db.ops, db.aside, db.meta], async () => {
    const log = await readLogState(db);
    const aside = await db.aside.count();
    const ops = (await db.ops.count()) + aside;
    const erased = (log?.erasings ?? 0) > (sentinel?.erasings ?? 0);
    const newest = erased ? (log?.newest ?? '') : (sentinel?.newest ?? '');
    const holdsNewest = newest === '' || ((await db.ops.get(newest)) ?? (await db.aside.get(newest))) !== undefined;
    // The row and the ops are written together: fewer than it says is a loss, whatever the sentinel knows.
    const counted = ops >= (log?.ops ?? 0);
    const whole = counted && holdsNewest && (sentinel === null || covers(log && { ...log, ops }, sentinel));
    const had = Math.max(sentinel?.ops ?? 0, counted ? 0 : (log?.ops ?? 0));
    return { log, ops, aside, whole, had };
  });
}

/** Sets the log's own count to what is there. */
async function recount(): Promise<LogState | null> {
  return write((db) =>
    db.transaction('rw', [db.ops, db.aside, db.meta], async () => {
      const log = await readLogState(db);
      if (!log) return null;
      const counted = await recounted(db, log);
      await db.meta.put(counted);
      return counted;
    }),
  );
}

/**
 * Asks the browser, once per profile, not to evict the database when the disk runs low. Asks
 * nobody else: the browser decides by itself, and says no more often than not.
 */
export async function askPersist(): Promise<void> {
  if (await database().meta.get('persist')) return;
  const granted = (await navigator.storage?.persist?.()) ?? false;
  await write((db) => db.meta.put({ key: 'persist', granted }));
}
