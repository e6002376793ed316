/** Promises of both sides: kept, given up, or made anew, with a click each. */
import type { DealKey } from '../domain/deal';
import { promiseKey } from '../domain/meeting-log';
import type { DealPromise } from '../domain/promise';
import { savePromise } from '../storage/meetings';
import { save } from './saving';

/** Keeps a promise as it is now; says whether it did. */
export async function keepPromise(deal: DealKey, promise: DealPromise): Promise<boolean> {
  const { id, side, who, what, due, state, closedOn, meeting } = promise;
  const value: DealPromise = { id, side, who, what, due, state, closedOn, meeting };
  return (await save(deal, promiseKey(id), () => savePromise(deal, id, value))) !== null;
}

/** Takes a promise off the list; its history stays. */
export async function dropPromise(deal: DealKey, id: string): Promise<void> {
  await save(deal, promiseKey(id), () => savePromise(deal, id, null));
}
