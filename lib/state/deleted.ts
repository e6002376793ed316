/** What was deleted lately, as it stands at each moment, and the way back. */
import { useLiveQuery } from 'dexie-react-hooks';
import { type FaultReason, reasonOf } from '../storage/db';
import { bringBack, type Deleted, readDeleted, readLogEnd } from '../storage/deleted';

export type { Deleted };

/** How many are listed: more than anybody looks through. */
const MOST = 50;

/** Newest first; `undefined` while they are read, `null` where they cannot be. */
export function useDeleted(): readonly Deleted[] | null | undefined {
  // What is read here walks through summaries and the log; how far the log is tells when to walk again.
  const log = useLiveQuery(async () => readLogEnd().catch(() => null));
  return useLiveQuery(async () => readDeleted(Date.now(), MOST).catch(() => null), [log]);
}

/** Brings one back. `overtaken`: it was changed again since, and stays as it is. */
export async function putBack(deleted: Deleted): Promise<'done' | 'overtaken' | FaultReason> {
  try {
    return (await bringBack(deleted)) ? 'done' : 'overtaken';
  } catch (error) {
    return reasonOf(error);
  }
}
