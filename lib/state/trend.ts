/** How firmness and urgency went over time, worked out from the deal's whole log. */
import { useMemo } from 'react';
import type { Playbook } from '../domain/playbook';
import { type Trend, trendOf } from '../domain/trend';
import type { DealView } from '../domain/view';
import { useDealLog } from './deal-log';
import { useToday } from './today';

/** `undefined` while it is read; no points where nothing is kept, or where it cannot be read. */
export function useTrend({ deal }: DealView, playbook: Playbook): Trend | undefined {
  const { day, offset } = useToday();
  const log = useDealLog(deal);
  return useMemo(() => log && trendOf({ playbook, offset, ...log }, day), [log, playbook, offset, day]);
}
