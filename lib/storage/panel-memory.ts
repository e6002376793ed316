/** The one thing that the panel remembers of itself: which part of a deal was shown last. */
import { storage } from '#imports';

const lastTab = storage.defineItem<string | null>('local:panel-tab', { fallback: null });

/** The part shown last; `null` when nobody knows. Storage that is denied is no reason to show nothing. */
export async function readTab(): Promise<string | null> {
  return lastTab.getValue().catch(() => null);
}

export async function keepTab(tab: string): Promise<void> {
  await lastTab.setValue(tab).catch(() => undefined);
}
