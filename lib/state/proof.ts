/** The proof page: what it shows of the tables, and the check that "prove it" runs. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { type FaultReason, reasonOf, VERSION } from '../storage/db';
import { isProved, type Proof, prove } from '../storage/integrity';
import { readTables, type TableSize } from '../storage/usage';

export type { Proof, TableSize };

/** The version of the tables. */
export const SCHEMA = VERSION;

/** How much each table holds; `undefined` while it is read, `null` where it cannot be. */
export function useTables(): readonly TableSize[] | null | undefined {
  return useLiveQuery(async () => readTables().catch(() => null));
}

/** How far the check is. */
export type Proving =
  | { state: 'idle' }
  /** `share` of the work that is done, 0 to 1. */
  | { state: 'proving'; share: number }
  | { state: 'done'; proof: Proof; holds: boolean; at: number }
  | { state: 'failed'; reason: FaultReason };

const proving = createStore<{ now: Proving }>()(() => ({ now: { state: 'idle' } }));
const show = (now: Proving) => proving.setState({ now });

/** What the screen shows of it. */
export const useProving = (): Proving => useStore(proving, ({ now }) => now);

let stop = new AbortController();

/** Runs the check; it can be stopped, and changes nothing. */
export async function proveIt(): Promise<void> {
  stop.abort();
  stop = new AbortController();
  const { signal } = stop;
  show({ state: 'proving', share: 0 });
  try {
    const proof = await prove((share) => !signal.aborted && show({ state: 'proving', share }), signal);
    show({ state: 'done', proof, holds: isProved(proof), at: Date.now() });
  } catch (error) {
    if (!signal.aborted) show({ state: 'failed', reason: reasonOf(error) });
  }
}

/** Lets the check be. */
export function stopProving(): void {
  stop.abort();
  show({ state: 'idle' });
}
