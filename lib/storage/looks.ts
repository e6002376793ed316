/**
 * What only this profile remembers of a deal: when it was last looked at, and which remarks
 * the seller has set aside. No ops, so they are in no history and are never handed over.
 */
import type { Instant } from '../domain/day';
import type { DealKey } from '../domain/deal';
import { database, type FootingDb, type Look, write } from './db';
import { heldKey, neededKey, textsOfLog, textsWanted } from './lock';
import { looksSealed, openText, sealText } from './passphrase';
import { STALE, untilFresh } from './sealed-texts';

/** The row of a deal. */
export const lookKey = (deal: DealKey) => `look:${deal}` as const;

/** The last look at a deal; of one that was never looked at, a look without a time. */
export async function readLook(deal: DealKey): Promise<Look> {
  const row = await database().meta.get(lookKey(deal));
  if (!isLook(row)) return { key: lookKey(deal), at: null, aside: [] };
  const key = row.aside.some(looksSealed) ? await heldKey() : null;
  return key ? openLook(key, row) : row;
}

/**
 * Keeps when a deal was last looked at.
 * @throws NotSaved
 */
export async function keepLook(deal: DealKey, at: Instant): Promise<void> {
  await write((db) => db.transaction('rw', db.meta, () => change(db, deal, (look) => ({ ...look, at }))));
}

/**
 * Sets a remark aside: it is not made again as long as it says the same.
 * @throws NotSaved
 */
export async function setAside(deal: DealKey, remark: string): Promise<void> {
  if ((await readLook(deal)).aside.includes(remark)) return;
  await write((db) =>
    untilFresh(async () => {
      const texts = await textsWanted();
      // A remark quotes what it is about.
      const kept = texts === 'sealed' ? await sealText(await neededKey(), remark, aboutLook(deal)) : remark;
      return db.transaction('rw', db.meta, async () => {
        if ((await textsOfLog(db)) !== texts) return STALE;
        return change(db, deal, (look) => ({ ...look, aside: [...new Set([...look.aside, kept])] }));
      });
    }),
  );
}

/** A look with its remarks sealed. */
export async function sealLook(key: CryptoKey, look: Look): Promise<Look> {
  return withRemarks(look, async (remark) =>
    looksSealed(remark) ? remark : sealText(key, remark, aboutLook(dealOf(look))),
  );
}

/** A look with its remarks as they were made. */
export async function openLook(key: CryptoKey, look: Look): Promise<Look> {
  return withRemarks(look, async (remark) => (await openText(key, remark, aboutLook(dealOf(look)))) ?? remark);
}

async function withRemarks(look: Look, work: (remark: string) => Promise<string>): Promise<Look> {
  return look.aside.length === 0 ? look : { ...look, aside: await Promise.all(look.aside.map(work)) };
}

async function change(db: FootingDb, deal: DealKey, to: (look: Look) => Look): Promise<void> {
  const row = await db.meta.get(lookKey(deal));
  await db.meta.put(to(isLook(row) ? row : { key: lookKey(deal), at: null, aside: [] }));
}

const dealOf = ({ key }: Look) => key.slice('look:'.length);
const aboutLook = (deal: string) => `look ${deal}`;

/** Whether a row of `meta` is a look. */
export function isLook(row: object | undefined): row is Look {
  return row !== undefined && 'aside' in row;
}
