/** The sites that Footing is turned on for, beside Salesforce Lightning; kept in `storage.local`. */
import { browser } from '#imports';
import type { Site } from '../crm/site';

const KEY = 'sites';

let known: readonly Site[] = [];
let reading: Promise<void> | undefined;

/** The sites as last read; none before that. */
export function sitesNow(): readonly Site[] {
  return known;
}

/** The sites, read once; from then on every change is heard of. Rejects where the browser does not give them. */
export async function readSites(): Promise<readonly Site[]> {
  reading ??= read();
  await reading.catch((cause) => {
    reading = undefined;
    throw cause;
  });
  return known;
}

async function read(): Promise<void> {
  const life = new AbortController();
  onSites((sites) => {
    known = sites;
  }, life.signal);
  try {
    known = asSites((await browser.storage.local.get(KEY))[KEY]);
  } catch (cause) {
    life.abort();
    throw cause;
  }
}

/** Calls `changed` with the sites whenever they were changed, here or elsewhere. */
export function onSites(changed: (sites: readonly Site[]) => void, signal?: AbortSignal): void {
  const listener = (changes: Record<string, { newValue?: unknown }>) => {
    if (KEY in changes) changed(asSites(changes[KEY]?.newValue));
  };
  browser.storage.local.onChanged.addListener(listener);
  signal?.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(listener));
}

export async function keepSites(sites: readonly Site[]): Promise<void> {
  await browser.storage.local.set({ [KEY]: sites });
}

/** What of it is a site; an adapter that this version does not know leaves its site unread. */
function asSites(kept: unknown): Site[] {
  if (!Array.isArray(kept)) return [];
  return kept.filter((site) => typeof site?.origin === 'string' && typeof site.crm === 'string');
}
