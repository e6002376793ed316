/**
 * Drafts: what is being typed, one row per deal and field, so that it outlives the panel, the
 * page and the browser. A draft becomes an op when the field is left.
 */
import type { Subject } from '../domain/op';
import { isSealed } from '../domain/texts';
import { type Draft, database, write } from './db';
import { heldKey, neededKey, textsOfLog, textsWanted } from './lock';
import { isPrivate, openDraft, STALE, sealDraft, untilFresh } from './sealed-texts';

/**
 * Keeps the present text of a field for the deal that it was typed for.
 * @throws NotSaved
 */
export async function keepDraft(deal: Subject, key: string, value: unknown): Promise<void> {
  const draft: Draft = { deal, key, value, at: Date.now() };
  await write((db) =>
    untilFresh(async () => {
      if ((await textsWanted()) === 'open' || !isPrivate(deal)) return db.drafts.put(draft);
      const ready = await sealDraft(await neededKey(), draft);
      return db.transaction('rw', db.drafts, db.meta, async () =>
        (await textsOfLog(db)) === 'sealed' ? db.drafts.put(ready) : STALE,
      );
    }),
  );
}

/**
 * Forgets a draft: it was saved, or thrown away on purpose.
 * @throws NotSaved
 */
export async function dropDraft(deal: Subject, key: string): Promise<void> {
  await write((db) => db.drafts.delete([deal, key]));
}

/** What was left unsaved in a deal; what is locked is not among it. */
export async function draftsOf(deal: Subject): Promise<Draft[]> {
  const rows = await database().drafts.where('deal').equals(deal).toArray();
  const key = rows.some(({ value }) => isSealed(value)) ? await heldKey() : null;
  return (await Promise.all(rows.map((row) => openDraft(key, row)))).filter((draft) => draft !== null);
}
