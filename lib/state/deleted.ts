/** What was deleted lately, as it stands at each moment, and the way back. */
import { type FaultReason, reasonOf } from '../storage/db';
import { bringBack, type Deleted, readDeleted } from '../storage/deleted';
import { useLogWalk } from './log-walk';

export type { Deleted };

/** How many are listed: more than anybody looks through. */
const MOST = 50;

/** Newest first; `undefined` while they are read, `null` where they cannot be. */
export const useDeleted = (): readonly Deleted[] | null | undefined => useLogWalk(readLately);

const readLately = () => readDeleted(Date.now(), MOST);

/** Brings one back. `overtaken`: it was changed again since, and stays as it is. */
export async function putBack(deleted: Deleted): Promise<'done' | 'overtaken' | FaultReason> {
  try {
    return (await bringBack(deleted)) ? 'done' : 'overtaken';
  } catch (error) {
    return reasonOf(error);
  }
}
