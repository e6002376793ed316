/**
 * Drafts: what is being typed, one row per deal and field, so that it outlives the panel, the
 * page and the browser. A draft becomes an op when the field is left.
 */
import type { Subject } from '../domain/op';
import { type Draft, database, write } from './db';

/**
 * Keeps the present text of a field for the deal that it was typed for.
 * @throws NotSaved
 */
export async function keepDraft(deal: Subject, key: string, value: unknown): Promise<void> {
  await write((db) => db.drafts.put({ deal, key, value, at: Date.now() }));
}

/**
 * Forgets a draft: it was saved, or thrown away on purpose.
 * @throws NotSaved
 */
export async function dropDraft(deal: Subject, key: string): Promise<void> {
  await write((db) => db.drafts.delete([deal, key]));
}

/** What was left unsaved in a deal. */
export async function draftsOf(deal: Subject): Promise<Draft[]> {
  return database().drafts.where('deal').equals(deal).toArray();
}
