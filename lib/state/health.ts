/** Whether what the panel shows can be believed; asked when the panel starts, and again on "Try again". */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { askPersist, checkHealth, type Health } from '../storage/health';

export type { Health };

/** `null` while nobody knows yet. */
const health = createStore<{ health: Health | null }>()(() => ({ health: null }));

export function useHealth(): Health | null {
  return useStore(health, (state) => state.health);
}

export async function askHealth(): Promise<void> {
  const now = await checkHealth();
  health.setState({ health: now });
  if (now.state === 'ok') await askPersist().catch(() => undefined);
}
