/** Continue, recycle or stop: what was decided, what had been written down before, and what that calls for. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import type { IsoDay } from '../domain/day';
import type { DealKey } from '../domain/deal';
import {
  type CalledFor,
  type Criterion,
  callFor,
  criteriaOf,
  DECISION_KEY,
  type Decision,
  decisionOf,
  type KeptCriterion,
  type KeptDecision,
} from '../domain/decision';
import { groundOf } from '../domain/ground';
import type { DealView } from '../domain/view';
import { newCriterionKey, saveCriterion, saveDecision } from '../storage/decisions';
import { readWhole } from '../storage/whose';
import { alone, save } from './saving';

/** A criterion that is kept, and the key of its cell. */
export type WrittenCriterion = KeptCriterion & { key: string };

/** What was decided, and what the criteria call for. */
export interface Deciding extends CalledFor<WrittenCriterion> {
  /** `null` while nobody decided. */
  decision: KeptDecision | null;
}

/** `undefined` while it is read. */
export function useDeciding(view: DealView, today: IsoDay): Deciding | undefined {
  const { deal } = view;
  const kept = useLiveQuery(async () => {
    const nothing = { deal, decision: null, criteria: [] };
    try {
      const { doc, authors } = await readWhole(deal);
      return doc ? { deal, decision: decisionOf(doc, authors), criteria: criteriaOf(doc, authors) } : nothing;
    } catch {
      return nothing; // That it cannot be read is said where the deal is shown.
    }
  }, [deal]);
  return useMemo(() => {
    if (kept?.deal !== deal) return undefined;
    return { decision: kept.decision, ...callFor(kept.criteria, groundOf(view, today)) };
  }, [kept, deal, view, today]);
}

const UNDECIDED: Decision = { choice: 'continue', trigger: '', on: null, reason: '' };

/**
 * Keeps a change of the decision as far as it was said; says whether it is kept. The change is
 * made to what is kept at that moment and not to what is on screen: a day that is picked while
 * the reason is still being written must not take it back.
 */
export async function decide(deal: DealKey, change: Partial<Decision>): Promise<boolean> {
  const write = async () => {
    const { doc, authors } = await readWhole(deal);
    const kept = doc && decisionOf(doc, authors);
    const { choice, trigger, on, reason } = { ...UNDECIDED, ...kept, ...change };
    return saveDecision(deal, { choice, trigger, on, reason });
  };
  return (await save(deal, DECISION_KEY, () => alone(deal, write))) !== null;
}

/** What the mark beside the criteria stands for. */
export const CRITERIA_KEY = 'criteria';

/** Writes a criterion down; says whether it is kept. */
export async function writeCriterion(deal: DealKey, criterion: Criterion): Promise<boolean> {
  return (await save(deal, CRITERIA_KEY, () => saveCriterion(deal, newCriterionKey(), criterion))) !== null;
}

/** Takes a criterion back; it stays in the log. */
export async function dropCriterion(deal: DealKey, key: string): Promise<void> {
  await save(deal, CRITERIA_KEY, () => saveCriterion(deal, key, null));
}
