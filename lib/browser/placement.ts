/** Where launcher and panel stand on each site; kept per origin in `storage.local`. */
import { browser } from '#imports';
import { DEFAULT_PLACEMENT, type SitePlacement } from './messages';

const PREFIX = 'site:';

/** A site's placement; the usual one where none is kept. */
export async function readPlacement(origin: string): Promise<SitePlacement> {
  const key = PREFIX + origin;
  return { ...DEFAULT_PLACEMENT, ...asPlacement((await browser.storage.local.get(key))[key]) };
}

export async function keepPlacement(origin: string, placement: SitePlacement): Promise<void> {
  await browser.storage.local.set({ [PREFIX + origin]: placement });
}

/** The origins on which the launcher was asked to go, in order. */
export async function hiddenSites(): Promise<string[]> {
  return Object.entries(await browser.storage.local.get())
    .filter(([key, kept]) => key.startsWith(PREFIX) && asPlacement(kept).hidden === true)
    .map(([key]) => key.slice(PREFIX.length))
    .sort();
}

/** Calls `changed` whenever a placement was kept, here or elsewhere. */
export function onPlacement(changed: () => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, unknown>) => {
    if (Object.keys(changes).some((key) => key.startsWith(PREFIX))) changed();
  };
  browser.storage.local.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(listener));
}

function asPlacement(kept: unknown): Partial<SitePlacement> {
  return typeof kept === 'object' && kept !== null ? kept : {};
}
