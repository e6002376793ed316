/** Firmness in the CRM's own lists: off until the person turns it on, and where it can be had. */
import { useEffect, useState } from 'react';
import { enterLists, giveBackSite } from '../browser/grants';
import { keepListMarks, readListMarks } from '../browser/list-marks';
import { builtInAt, readSites, type Site } from '../browser/sites';
import { allSummaries } from '../storage/deals';
import { settle } from './site-access';

/** Whether marks are on, `null` while nobody knows; and the way to change it, which says whether it worked. */
export function useListMarks(): [on: boolean | null, set: (on: boolean) => Promise<boolean>] {
  const [on, setOn] = useState<boolean | null>(null);
  useEffect(() => {
    readListMarks().then(setOn, () => setOn(false));
  }, []);
  const set = async (wanted: boolean) => {
    const done = await turn(wanted).then(
      () => true,
      () => false,
    );
    setOn(await readListMarks().catch(() => !wanted));
    return done;
  };
  return [on, set];
}

async function turn(on: boolean): Promise<void> {
  await keepListMarks(on);
  await settle();
  const sites = await readSites();
  await enterLists(sites);
  if (on) return;
  // Lightning needs no permission for anything else but what was taught there.
  for (const { origin, taught } of sites) if (!taught && builtInAt(new URL(origin))) await giveBackSite(origin);
}

/**
 * The orgs of Lightning in which deals are known and whose lists may not be marked yet: their pages run
 * by the manifest, which allows the one script alone. `null` while they are read.
 */
export function useUnmarkedOrgs(sites: readonly Site[]): string[] | null {
  const [origins, setOrigins] = useState<string[] | null>(null);
  useEffect(() => {
    let isWanted = true;
    const addresses = async () => {
      const found = new Set<string>();
      for await (const part of allSummaries()) {
        const urls = part.flatMap(({ url }) => URL.parse(url ?? '') ?? []);
        for (const url of urls) if (!found.has(url.origin) && builtInAt(url)) found.add(url.origin);
      }
      return [...found].sort();
    };
    // Deals that cannot be read are told of elsewhere; there is nothing to mark then either.
    addresses()
      .catch(() => [])
      .then((next) => isWanted && setOrigins(next));
    return () => {
      isWanted = false;
    };
  }, []);
  return origins?.filter((origin) => !sites.some((site) => site.origin === origin)) ?? null;
}
