/** Advances as the screens write them: what was known when a deal moved on, and why it did all the same. */
import { type AdvanceMade, advanceKey } from '../domain/advance';
import type { DealKey } from '../domain/deal';
import type { Op } from '../domain/op';
import { appendOne } from './log';

/** The key of an advance: the moment tells it apart, so that two panels that record it record one. */
export const keyOfAdvance = ({ at }: Pick<AdvanceMade, 'at'>) => advanceKey(String(at));

/**
 * Keeps an advance with the gaps that stood and the reason that was given, `null` where it was skipped.
 * @throws NotSaved
 */
export async function saveAdvance(deal: DealKey, made: AdvanceMade): Promise<Op> {
  const { from, to, step, at, gaps, reason } = made;
  const value: AdvanceMade = { from, to, step, at, gaps, reason };
  return appendOne({ kind: 'advance.made', subject: deal, key: keyOfAdvance(made), value, version: null });
}
