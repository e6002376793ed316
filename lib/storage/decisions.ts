/** Continue, recycle or stop, and the criteria for it, as the screens write them. */
import type { DealKey } from '../domain/deal';
import { type Criterion, criterionKey, DECISION_KEY, type Decision } from '../domain/decision';
import type { Op } from '../domain/op';
import { randomHex } from './identity';
import { appendOne } from './log';

/**
 * Keeps what was decided; `null` takes it back.
 * @throws NotSaved
 */
export async function saveDecision(deal: DealKey, decision: Decision | null): Promise<Op> {
  return appendOne({ kind: 'decision.set', subject: deal, key: DECISION_KEY, value: decision, version: null });
}

/** The key of a criterion that is about to be written. */
export const newCriterionKey = () => criterionKey(randomHex(12));

/**
 * Keeps a criterion; `null` takes it back.
 * @throws NotSaved
 */
export async function saveCriterion(deal: DealKey, key: string, criterion: Criterion | null): Promise<Op> {
  return appendOne({ kind: 'criterion.set', subject: deal, key, value: criterion, version: null });
}
