/**
 * A round of spot checks under way: the deals that it drew, where it stands, and what was heard of the deal
 * under the lens. What was kept stands on the deals; this is only the way back into a round that was left.
 */
import type { Instant } from './day';
import { type DealKey, dealKeySchema } from './deal';
import { type CheckedAnswer, checkedSchema } from './review';
import type { Check } from './review-view';
import { z } from './z';

/** A round as it was drawn: whatever changes while it is held, its deals stay. */
export interface Round extends Check {
  began: Instant;
  /** When its last deal was done; `null` before. */
  ended: Instant | null;
  deals: DealKey[];
  /** Which of the deals is looked at; past the last one where it is over. */
  at: number;
  /** What was heard of that deal so far. */
  heard: CheckedAnswer[];
  /** The deals of which something was kept, and what was heard there. */
  done: { deal: DealKey; answers: CheckedAnswer[] }[];
}

/** A round as a tab keeps it. */
export const roundSchema = z.object({
  of: z.union([dealKeySchema, z.number().int().positive()]),
  seed: z.number().int().min(0).max(0xffffff),
  began: z.number().int(),
  ended: z.number().int().nullable(),
  deals: z.array(dealKeySchema).max(100),
  at: z.number().int().min(0),
  heard: z.array(checkedSchema).max(100),
  done: z.array(z.object({ deal: dealKeySchema, answers: z.array(checkedSchema).max(100) })).max(100),
}) satisfies z.ZodType<Round>;

/** A round at its first deal. */
export function freshRound({ of, seed }: Check, deals: readonly DealKey[], began: Instant): Round {
  return { of, seed, began, ended: null, deals: [...deals], at: 0, heard: [], done: [] };
}

/** Whether a round is the one that was asked for. */
export function isRoundOf(round: Round, { of, seed }: Check): boolean {
  return round.of === of && round.seed === seed;
}

/** On to the next deal. `isKept`: this one was checked, and not passed over. */
export function nextDeal(round: Round, isKept: boolean, now: Instant): Round {
  const deal = round.deals[round.at];
  const at = round.at + 1;
  return {
    ...round,
    at,
    heard: [],
    done: deal && isKept ? [...round.done, { deal, answers: round.heard }] : round.done,
    ended: at >= round.deals.length ? now : null,
  };
}

/** How many deals of a round are still to come, the one under the lens among them. */
export function dealsLeft({ deals, at }: Round): number {
  return Math.max(0, deals.length - at);
}
