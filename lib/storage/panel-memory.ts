/** The one thing that the panel remembers of itself: which part of a deal was shown last. */
import { browser } from '#imports';

const KEY = 'panel-tab';

/** The part shown last; `null` when nobody knows. Storage that is denied is no reason to show nothing. */
export async function readTab(): Promise<string | null> {
  try {
    const kept = (await browser.storage.local.get(KEY))[KEY];
    return typeof kept === 'string' ? kept : null;
  } catch {
    return null;
  }
}

/** Remembers the part. Never rejects: it is no loss where it cannot. */
export async function keepTab(tab: string): Promise<void> {
  try {
    await browser.storage.local.set({ [KEY]: tab });
  } catch {
    // The next panel starts with the checklist.
  }
}
