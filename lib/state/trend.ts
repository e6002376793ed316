/** How firmness and urgency went over time, worked out from the deal's whole log. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { orgOf } from '../domain/deal';
import type { Playbook } from '../domain/playbook';
import { type Trend, trendOf } from '../domain/trend';
import type { DealView } from '../domain/view';
import { logOf } from '../storage/history';
import { readOrg } from '../storage/orgs';
import { readSellers } from '../storage/whose';
import { useToday } from './today';

/** `undefined` while it is read; no points where nothing is kept, or where it cannot be read. */
export function useTrend({ deal }: DealView, playbook: Playbook): Trend | undefined {
  const { day, offset } = useToday();
  const kept = useLiveQuery(async () => {
    try {
      const [ops, org, mine] = await Promise.all([logOf(deal), readOrg(orgOf(deal)), readSellers(deal)]);
      return { ops, org, authors: mine };
    } catch {
      return { ops: [], org: null, authors: [] };
    }
  }, [deal]);
  return useMemo(() => kept && trendOf({ deal, playbook, offset, ...kept }, day), [kept, deal, playbook, offset, day]);
}
