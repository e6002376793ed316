/** Why the last automatic backup could not be made, kept until one is made: nobody looks on when it fails. */
import { browser } from '#imports';
import { type FaultReason, reasonOf } from './db';

const KEY = 'backup-trouble';

/** Why the last one failed; `null`: it was made. */
export async function readTrouble(): Promise<FaultReason | null> {
  const kept: unknown = (await browser.storage.local.get(KEY))[KEY];
  return kept === 'full' || kept === 'blocked' || kept === 'broken' ? kept : null;
}

/** `null`: it was made. */
export async function keepTrouble(error: unknown): Promise<void> {
  if (error === null) await browser.storage.local.remove(KEY);
  else await browser.storage.local.set({ [KEY]: reasonOf(error) });
}
