/** The sites that Footing is turned on for, beside Salesforce Lightning; kept in `storage.local`. */
import { browser } from '#imports';
import type { AdapterId } from '../crm/adapter';
import { adapterAt, adapters, isBuiltIn, likelyAt } from '../crm/index';
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

/** The sites as they are kept at this moment: news of a change may still be on its way to this document. */
export async function rereadSites(): Promise<readonly Site[]> {
  await readSites();
  known = asSites((await browser.storage.local.get(KEY))[KEY]);
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

/** Keeps the list whole. `grants.ts` alone makes it, from what the browser granted. */
export async function keepSites(sites: readonly Site[]): Promise<void> {
  await browser.storage.local.set({ [KEY]: sites });
  // Whoever asks next, asks this document too.
  known = sites;
}

/** What of it is a site; an adapter that this version does not know leaves its site unread. */
function asSites(kept: unknown): Site[] {
  if (!Array.isArray(kept)) return [];
  return kept.filter((site) => typeof site?.origin === 'string' && typeof site.crm === 'string');
}

export type { Site } from '../crm/site';

/** The CRM that an address looks like, turned on or not. */
export function likelyCrmAt(url: URL): AdapterId | null {
  return likelyAt(url)?.id ?? null;
}

/** The CRM of an address on which Footing runs without being turned on. */
export function builtInAt(url: URL): AdapterId | null {
  return isBuiltIn(url) ? (adapterAt(url, [])?.id ?? null) : null;
}

/** The CRMs that can be chosen for a site: all but the one that runs anyway. */
export function choosableCrms(): { id: AdapterId; crm: string; name: string }[] {
  return adapters.filter(({ rules }) => rules).map(({ id, crm, about }) => ({ id, crm, name: about.name }));
}

/** A CRM's name as its makers write it; `null` for one that was taught. */
export function crmNameOf(id: AdapterId): string | null {
  return adapters.find((adapter) => adapter.id === id)?.about.name ?? null;
}
