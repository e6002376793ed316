/** A deal as the panel shows it: read live, scored where it is shown, never stored so. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useMemo } from 'react';
import { type DealKey, orgOf } from '../domain/deal';
import type { Change, SubjectDoc } from '../domain/fold';
import type { AuthorId } from '../domain/op';
import { type PlaybookWhy, playbookOf, type TeamPlaybooks } from '../domain/team-playbooks';
import { type DealView, dealView } from '../domain/view';
import { type FaultReason, reasonOf } from '../storage/db';
import { readDeal } from '../storage/deals';
import { authors } from '../storage/identity';
import { readOrg } from '../storage/orgs';
import { readPlaybooks } from '../storage/playbooks';
import { caughtUp } from './answering';
import { meetingsCaughtUp } from './meeting';
import { useToday } from './today';

export type ShownDeal =
  | { state: 'loading' }
  | {
      state: 'shown';
      view: DealView;
      /** Who chose the questions that it is looked at with. */
      why: PlaybookWhy;
      changes: readonly Change[];
      /** Whether anything is kept of the deal yet. */
      isKept: boolean;
    }
  | { state: 'failed'; reason: FaultReason };

type Kept =
  | { key: DealKey; doc: SubjectDoc | null; org: SubjectDoc | null; mine: AuthorId[]; team: TeamPlaybooks }
  | { key: DealKey; reason: FaultReason };

async function read(key: DealKey): Promise<Kept> {
  try {
    const all = [readDeal(key), readOrg(orgOf(key)), authors(), readPlaybooks()] as const;
    const [doc, org, mine, team] = await Promise.all(all);
    return { key, doc, org, mine, team };
  } catch (error) {
    return { key, reason: reasonOf(error) };
  }
}

/** The language in which the person types dates and amounts. */
const locale = navigator.language;

/** The deal with this key, now and after each change by anyone; `attempt` reads it anew. */
export function useDeal(key: DealKey, attempt = 0): ShownDeal {
  const { day, offset } = useToday();
  const kept = useLiveQuery(() => read(key), [key, attempt]);
  const newest = kept && 'doc' in kept ? kept.doc?.newest : undefined;
  useEffect(() => {
    if (!kept || !newest) return;
    caughtUp(kept.key, newest);
    meetingsCaughtUp(kept.key, newest);
  }, [kept, newest]);
  return useMemo(() => {
    // While another deal is read, the query still gives the last one: never show it under this key.
    if (kept?.key !== key) return { state: 'loading' };
    if ('reason' in kept) return { state: 'failed', reason: kept.reason };
    const { doc, org, mine, team } = kept;
    const input = { deal: key, doc, org, authors: mine, locale };
    const { playbook, why } = playbookOf(input, team);
    const view = dealView({ ...input, playbook, today: day, offset });
    return { state: 'shown', view, why, changes: doc?.changes ?? [], isKept: doc !== null };
  }, [kept, key, day, offset]);
}
