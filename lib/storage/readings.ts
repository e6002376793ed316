/** How well each site's pages are read, in `storage.local`: a few facts a site, and nothing of what was read. */
import { browser } from '#imports';
import type { Instant } from '../domain/day';
import type { Field, RawDeal } from '../domain/deal';
import { noteReading, type SiteHealth, sameHealth, siteHealthSchema, tellLost } from '../domain/reading';

const PREFIX = 'reading:';

/** How the pages of a site are read; what cannot be read any more counts as nothing. */
export async function readReading(origin: string): Promise<SiteHealth> {
  const key = PREFIX + origin;
  const kept = siteHealthSchema.safeParse((await browser.storage.local.get(key))[key]);
  return kept.success ? kept.data : {};
}

/** Notes a look at a deal's page; gives back the fields that are lost since, each once. */
export function noteLook({ key, url, fields }: RawDeal, now: Instant): Promise<Field[]> {
  const { origin } = new URL(url);
  // Reading and writing is one step, in whatever panels look at the same time.
  return navigator.locks.request(PREFIX, async () => {
    const before = await readReading(origin);
    const { lost, told } = tellLost(noteReading(before, key, fields, now));
    if (!sameHealth(before, told)) await browser.storage.local.set({ [PREFIX + origin]: told });
    return lost;
  });
}

/** Forgets how a site was read: it is turned off, or read in another way from now on. */
export async function forgetReading(origin: string): Promise<void> {
  await browser.storage.local.remove(PREFIX + origin);
}

/** Every site of which something is known, and how its pages are read. */
export async function allReadings(): Promise<Map<string, SiteHealth>> {
  const kept = Object.keys(await browser.storage.local.get()).filter((key) => key.startsWith(PREFIX));
  const origins = kept.map((key) => key.slice(PREFIX.length)).sort();
  return new Map(await Promise.all(origins.map(async (origin) => [origin, await readReading(origin)] as const)));
}

/** Calls `changed` whenever a look was noted, here or elsewhere. */
export function onReadings(changed: () => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, unknown>) => {
    if (Object.keys(changes).some((key) => key.startsWith(PREFIX))) changed();
  };
  browser.storage.local.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(listener));
}
