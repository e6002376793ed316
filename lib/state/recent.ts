/** The deals that were touched last, scored as of today, for lists. */
import { useLiveQuery } from 'dexie-react-hooks';
import type { DealKey } from '../domain/deal';
import { orgOf } from '../domain/deal';
import type { SubjectDoc } from '../domain/fold';
import type { Summary } from '../domain/summary';
import { playbookOf } from '../domain/team-playbooks';
import { type DealView, dealView } from '../domain/view';
import { ownershipOf } from '../domain/whose';
import { type FaultReason, reasonOf } from '../storage/db';
import { recentDeals } from '../storage/deals';
import { authors } from '../storage/identity';
import { readOrg } from '../storage/orgs';
import { readPlaybooks } from '../storage/playbooks';
import { useToday } from './today';

/** One of the deals. */
export interface RecentDeal {
  view: DealView;
  touchedAt: number;
  /** Where its page is. */
  url: string | null;
}

/** The deals on the screen. */
export type Recent =
  | { state: 'loading' }
  | { state: 'shown'; deals: RecentDeal[] }
  | { state: 'failed'; reason: FaultReason };

/** The last `limit` of them, now and after each change. */
export function useRecent(limit: number): Recent {
  const { day, offset } = useToday();
  const recent = useLiveQuery(async () => read(limit, day, offset), [limit, day, offset]);
  return recent ?? { state: 'loading' };
}

async function read(limit: number, today: string, offset: number): Promise<Recent> {
  try {
    const [summaries, mine] = await Promise.all([recentDeals(limit), authors()]);
    const orgs = new Map<string, SubjectDoc | null>();
    for (const org of new Set(summaries.map((one) => orgOf(keyOf(one))))) orgs.set(org, await readOrg(org));
    const one = async (doc: Summary): Promise<RecentDeal> => {
      const deal = keyOf(doc);
      const org = orgs.get(orgOf(deal)) ?? null;
      const whose = ownershipOf(doc, mine).authors;
      const team = await readPlaybooks(whose);
      const input = { deal, doc, org, authors: whose, locale: navigator.language };
      const view = dealView({ ...input, playbook: playbookOf(input, team).playbook, today, offset });
      return { view, touchedAt: doc.touchedAt, url: safeUrl(doc.url) };
    };
    return { state: 'shown', deals: await Promise.all(summaries.map(one)) };
  } catch (error) {
    return { state: 'failed', reason: reasonOf(error) };
  }
}

const keyOf = (doc: Summary) => doc.subject as DealKey;

/** An address that came from a file may be anything; only a web page is ever linked to. */
function safeUrl(url: string | null): string | null {
  return url !== null && /^https?:\/\//i.test(url) ? url : null;
}
