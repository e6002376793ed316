/** Whether what the panel shows can be believed; asked when the panel starts, and again on "Try again". */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { FaultReason } from '../storage/db';
import { askPersist, checkHealth, type Health, onClosed } from '../storage/health';

export type { Health };

/** `null` while nobody knows yet. */
const health = createStore<{ health: Health | null }>()(() => ({ health: null }));

/** How storage is; `null` while nobody knows. */
export function useHealth(): Health | null {
  return useStore(health, (state) => state.health);
}

/**
 * Asks now, and again when storage was cleared under the open page: an emptied database opens by
 * itself at the next read. What was found wrong already is asked again by who is told of it.
 */
export function keepHealth(): void {
  void askHealth();
  onClosed(() => {
    const known = health.getState().health?.state ?? 'ok';
    if (known === 'ok') void askHealth();
  });
}

/** What can keep something from being shown. */
export type TroubleKind = FaultReason | 'lost';

/** What keeps something that was read from being shown: it could not be read, or storage has lost what it held. */
export function useTrouble(shown: { state: 'loading' | 'shown' } | { state: 'failed'; reason: FaultReason }) {
  const state = useHealth()?.state;
  let trouble: TroubleKind | null = null;
  if (state === 'lost') trouble = state;
  else if (shown.state === 'failed') trouble = shown.reason;
  else if (state === 'blocked' || state === 'broken') trouble = state;
  return trouble;
}

/** Asks anew, and asks the browser not to evict what is well. */
export async function askHealth(): Promise<void> {
  const now = await checkHealth();
  health.setState({ health: now });
  if (now.state === 'ok') await askPersist().catch(() => undefined); // It is asked at the next start.
}
