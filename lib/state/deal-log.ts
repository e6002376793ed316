/** A deal's whole log on the screen, with what it takes to look at any day of it. */
import { useLiveQuery } from 'dexie-react-hooks';
import { type DealKey, orgOf } from '../domain/deal';
import type { DealLog } from '../domain/ground';
import { logOf } from '../storage/history';
import { readOrg } from '../storage/orgs';
import { readSellers } from '../storage/whose';

/** What is kept of it; empty where it cannot be read, which is said where the deal is shown. */
export type KeptLog = Pick<DealLog, 'deal' | 'ops' | 'org' | 'authors'>;

async function read(deal: DealKey): Promise<KeptLog> {
  try {
    const [ops, org, authors] = await Promise.all([logOf(deal), readOrg(orgOf(deal)), readSellers(deal)]);
    return { deal, ops, org, authors };
  } catch {
    return { deal, ops: [], org: null, authors: [] };
  }
}

/** The log of a deal, now and after each change by anyone; `undefined` while it is read. */
export function useDealLog(deal: DealKey): KeptLog | undefined {
  const kept = useLiveQuery(async () => read(deal), [deal]);
  // While another deal is read, the query still gives the last one.
  return kept?.deal === deal ? kept : undefined;
}
