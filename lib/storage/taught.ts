/** What was taught of the pages of sites: kept in the log like everything that a person does, so it is part of every backup. */
import { SITES, siteKey } from '../domain/op';
import { type Taught, taughtSites } from '../domain/taught';
import { database } from './db';
import { authors } from './identity';
import { append, appendOne } from './log';

/** Everything that was taught, by site. */
export async function readTaught(): Promise<Taught[]> {
  const [doc, mine] = await Promise.all([database().orgs.get(SITES), authors()]);
  return taughtSites(doc ?? null, mine);
}

/**
 * Keeps what was taught of some sites, all or nothing; what was taught of them before stays in the log.
 * @throws NotSaved
 */
export async function saveTaught(sites: readonly Taught[]): Promise<void> {
  await append(sites.map((site) => ofSite(site.origin, site)));
}

/**
 * Forgets what was taught of a site.
 * @throws NotSaved
 */
export async function forgetTaught(origin: string): Promise<void> {
  await appendOne(ofSite(origin, null));
}

const ofSite = (origin: string, value: Taught | null) =>
  ({ kind: 'site.taught', subject: SITES, key: siteKey(origin), value, version: null }) as const;
