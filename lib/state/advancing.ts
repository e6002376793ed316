/** Moving on: what is worth knowing before, and why the seller went on all the same. */
import { useMemo } from 'react';
import { type Advance, type AdvanceCheck, allAdvances, checkAhead } from '../domain/advance';
import type { DealKey } from '../domain/deal';
import type { Change } from '../domain/fold';
import { groundOf } from '../domain/ground';
import type { DealView } from '../domain/view';
import { keyOfAdvance, saveAdvance } from '../storage/advances';
import { useDealLog } from './deal-log';
import { pageLink, usePageLink } from './page-link';
import { save } from './saving';
import { useToday } from './today';

export { keyOfAdvance };

/** How much later a page's word may come than what it is about. */
const SLACK_MS = 3000;

/**
 * What to know before the move that the person is about to make on the page; `null` while they
 * make none, where nothing is open, and once the stage has moved.
 */
export function useAdvanceCheck(view: DealView, changes: readonly Change[]): AdvanceCheck | null {
  const about = usePageLink((state) => state.advancing);
  const { day } = useToday();
  if (about?.key !== view.deal) return null;
  // A page that moves the stage at once may be quicker than the word of it.
  if (changes.some(({ field, at }) => field === 'stage' && at >= about.at - SLACK_MS)) return null;
  const check = checkAhead(groundOf(view, day));
  return check && check.gaps.length > 0 ? check : null;
}

/** The person has read it. */
export function dismissAdvanceCheck(): void {
  pageLink.setState({ advancing: null });
}

/** Every advance of a deal, oldest first; `undefined` while they are read. */
export function useAdvances({ deal, playbook }: DealView): readonly Advance[] | undefined {
  const { offset } = useToday();
  const log = useDealLog(deal);
  return useMemo(() => log && allAdvances({ playbook, offset, ...log }), [log, playbook, offset]);
}

/** Keeps an advance that was seen, with the reason for it; `null`: the person would rather not say. */
export async function explainAdvance(deal: DealKey, advance: Advance, reason: string | null): Promise<boolean> {
  const made = { ...advance, reason: reason?.trim() || null };
  return (await save(deal, keyOfAdvance(advance), () => saveAdvance(deal, made))) !== null;
}
