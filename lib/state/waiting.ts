/** Putting down what waiting costs, one input after the other. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useMemo } from 'react';
import type { OpId } from '../domain/clock';
import type { DealKey } from '../domain/deal';
import { newestCell } from '../domain/fold';
import { WAITING_KEY } from '../domain/op';
import { freshWaiting, type Waiting, waitingOf, waitingSchema } from '../domain/waiting';
import { readDeal, saveWaiting } from '../storage/deals';
import { whoseIs } from '../storage/whose';
import { Changes, useChange } from './changing';

/** What was said of the inputs. */
export type WaitingPatch = Partial<Waiting>;

/** What waiting costs in every deal in which that is being put down. */
export const waitings = new Changes<Waiting, WaitingPatch>({
  read: (value) => waitingSchema.safeParse(value).data ?? null,
  revised: (waiting, patch) => ({ ...waiting, ...patch }),
  save: (deal, _, waiting) => saveWaiting(deal, waiting),
  // A name may be too long to keep whole.
  isWhole: (patch) => waitingSchema.partial().safeParse(patch).success,
  draft: ({ base, parts }) => ({ currency: base.currency, ...parts }),
  found: ({ key, patch }) => (key === WAITING_KEY ? { base: freshWaiting(null), parts: patch as WaitingPatch } : null),
});

interface Kept {
  deal: DealKey;
  waiting: Waiting | null;
  op: OpId;
}

async function readKept(deal: DealKey): Promise<Kept> {
  try {
    const doc = await readDeal(deal);
    const whose = (await whoseIs(doc)).authors;
    const op = doc && newestCell(doc, WAITING_KEY, whose)?.op;
    return { deal, waiting: doc && waitingOf(doc, whose), op: op ?? '' };
  } catch {
    return { deal, waiting: null, op: '' }; // That it cannot be read is said where the deal is shown.
  }
}

/** The inputs on the screen. */
export interface ShownWaiting {
  /** With everything that is being typed; nothing is `null` but what nobody said yet. */
  waiting: Waiting;
  /** Set while a change waits for the person to say that it is meant for this deal. */
  held: boolean;
}

/** What waiting costs in this deal, as the person should see it; `undefined` while it is read. */
export function useWaiting(deal: DealKey, currency: string | null): ShownWaiting | undefined {
  const read = useLiveQuery(async () => readKept(deal), [deal]);
  // While another deal is read, the query still gives the last one.
  const kept = read?.deal === deal ? read : undefined;
  const mine = useChange(waitings, deal, WAITING_KEY);
  const newest = kept?.op;
  useEffect(() => {
    if (newest) waitings.caughtUp(deal, newest);
  }, [deal, newest]);
  return useMemo(() => {
    if (!kept) return undefined;
    const waiting = mine?.saved?.value ?? kept.waiting ?? freshWaiting(currency);
    return { waiting: { ...waiting, ...mine?.parts }, held: mine?.state === 'held' };
  }, [kept, mine, currency]);
}

/** A key: kept as a draft at once. `currency`: of amounts, until somebody names another. */
export function typeWaiting(deal: DealKey, currency: string | null, patch: WaitingPatch): Promise<void> {
  return waitings.type(deal, WAITING_KEY, freshWaiting(currency), patch);
}

/** A click, or a field that was left: what was said is kept, unless it waits for the person's word. */
export function leaveWaiting(deal: DealKey): Promise<void> {
  return waitings.leave(deal, WAITING_KEY);
}

/** The person says: this is meant for this deal. */
export function keepWaiting(deal: DealKey): Promise<void> {
  return waitings.keep(deal, WAITING_KEY);
}

/** The person says: this was not meant. */
export function dropWaiting(deal: DealKey): Promise<void> {
  return waitings.drop(deal, WAITING_KEY);
}
