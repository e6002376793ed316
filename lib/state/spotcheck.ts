/** The spot check as the screens do it: what is drawn of a deal, what is kept of the check, and what is said to it. */
import { useLiveQuery } from 'dexie-react-hooks';
import type { Instant } from '../domain/day';
import { type DealKey, orgOf } from '../domain/deal';
import { type KeptReview, lastChecks, promiseOf, type Review, replyKey, reviewsOf } from '../domain/review';
import { type Seed, seedFor } from '../domain/seeded';
import { type Drawn, drawAnswers } from '../domain/spotcheck';
import { playbookOf } from '../domain/team-playbooks';
import { type DealView, dealView } from '../domain/view';
import { type FaultReason, reasonOf } from '../storage/db';
import { readDeal } from '../storage/deals';
import { readOrg } from '../storage/orgs';
import { readPlaybooks } from '../storage/playbooks';
import { saveReply, saveReview } from '../storage/reviews';
import { whoseIs } from '../storage/whose';
import { save } from './saving';
import { today } from './today';

/** A deal on the table, as it was when the check began. */
export interface Checking {
  view: DealView;
  /** Whether the person at this browser is its seller; somebody else's was handed over. */
  isMine: boolean;
  drawn: readonly Drawn[];
  /** What was asked last time. */
  promise: KeptReview | null;
}

/** Reads a deal and draws from it; `null` where it cannot be read. */
export async function startChecking(deal: DealKey, seed: Seed, at: Instant): Promise<Checking | null> {
  try {
    const [doc, org] = await Promise.all([readDeal(deal), readOrg(orgOf(deal))]);
    if (!doc) return null;
    const { authors: whose, isMine } = await whoseIs(doc);
    const team = await readPlaybooks(whose);
    const { day, offset } = today.getState();
    const input = { deal, doc, org, authors: whose, locale: navigator.language };
    const view = dealView({ ...input, playbook: playbookOf(input, team).playbook, today: day, offset });
    const reviews = reviewsOf(doc);
    const drawn = drawAnswers({ ...view, checked: lastChecks(reviews), at }, seedFor(seed, deal));
    return { view, isMine, drawn, promise: promiseOf(reviews) };
  } catch {
    return null;
  }
}

/** Keeps what a check found. Says why it was not kept. */
export async function keepReview(deal: DealKey, review: Review): Promise<FaultReason | null> {
  try {
    await saveReview(deal, review);
    return null;
  } catch (error) {
    return reasonOf(error);
  }
}

const NONE: readonly KeptReview[] = [];

/** The reviews of a deal, newest first, now and after each change by anyone; none where it cannot be read, as its row says. */
export function useReviews(deal: DealKey): readonly KeptReview[] {
  const read = async () => {
    const doc = await readDeal(deal).catch(() => null);
    return { deal, reviews: doc ? reviewsOf(doc) : NONE };
  };
  const kept = useLiveQuery(read, [deal]);
  // While another deal is read, the query still gives the last one.
  return kept?.deal === deal ? kept.reviews : NONE;
}

/** Keeps what the seller says to a review, if the page is still at the deal. Says whether it is kept. */
export async function reply(deal: DealKey, unique: string, text: string): Promise<boolean> {
  return (await save(deal, replyKey(unique), () => saveReply(deal, unique, text))) !== null;
}
