/**
 * What only this profile remembers of a deal: when it was last looked at, and which remarks
 * the seller has set aside. No ops, so they are in no history and are never handed over.
 */
import type { Instant } from '../domain/day';
import type { DealKey } from '../domain/deal';
import { database, type Look, write } from './db';

export const lookKey = (deal: DealKey) => `look:${deal}` as const;

/** The last look at a deal; of one that was never looked at, a look without a time. */
export async function readLook(deal: DealKey): Promise<Look> {
  const row = await database().meta.get(lookKey(deal));
  return isLook(row) ? row : { key: lookKey(deal), at: null, aside: [] };
}

/**
 * Keeps when a deal was last looked at.
 * @throws NotSaved
 */
export async function keepLook(deal: DealKey, at: Instant): Promise<void> {
  await change(deal, (look) => ({ ...look, at }));
}

/**
 * Sets a remark aside: it is not made again as long as it says the same.
 * @throws NotSaved
 */
export async function setAside(deal: DealKey, remark: string): Promise<void> {
  await change(deal, (look) => ({ ...look, aside: [...new Set([...look.aside, remark])] }));
}

async function change(deal: DealKey, to: (look: Look) => Look): Promise<void> {
  await write((db) =>
    db.transaction('rw', db.meta, async () => {
      const row = await db.meta.get(lookKey(deal));
      await db.meta.put(to(isLook(row) ? row : { key: lookKey(deal), at: null, aside: [] }));
    }),
  );
}

function isLook(row: object | undefined): row is Look {
  return row !== undefined && 'aside' in row;
}
