/** Where launcher and panel stand on each site; kept per origin in `storage.local`. */
import { browser } from '#imports';
import { DEFAULT_PLACEMENT, PANEL_WIDTH, type SitePlacement } from './messages';

const PREFIX = 'site:';

/** A site's placement; the usual one where none is kept. */
export async function readPlacement(origin: string): Promise<SitePlacement> {
  const key = PREFIX + origin;
  return placementOf((await browser.storage.local.get(key))[key]);
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

let changing = Promise.resolve();

/** Changes a part of a site's placement. One change after the other. */
export function changePlacement(origin: string, change: Partial<SitePlacement>): Promise<void> {
  const next = async () =>
    browser.storage.local.set({ [PREFIX + origin]: { ...(await readPlacement(origin)), ...change } });
  changing = changing.then(next, next);
  return changing;
}

/** A whole placement: the usual one wherever it makes no sense. */
export function placementOf(kept: unknown): SitePlacement {
  return { ...DEFAULT_PLACEMENT, ...asPlacement(kept) };
}

/** What of it makes sense: it may come from an older version, or from a page. */
export function asPlacement(kept: unknown): Partial<SitePlacement> {
  if (typeof kept !== 'object' || kept === null) return {};
  const { side, y, width, open, hidden } = kept as Record<keyof SitePlacement, unknown>;
  const sound: Partial<SitePlacement> = {};
  if (side === 'left' || side === 'right') sound.side = side;
  if (Number.isFinite(y)) sound.y = Math.min(Math.max(Number(y), 0), 1);
  if (Number.isFinite(width)) {
    sound.width = Math.min(Math.max(Math.round(Number(width)), PANEL_WIDTH.min), PANEL_WIDTH.max);
  }
  if (typeof open === 'boolean') sound.open = open;
  if (typeof hidden === 'boolean') sound.hidden = hidden;
  return sound;
}
