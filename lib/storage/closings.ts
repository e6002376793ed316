/** What a deal that is over has to teach, and what was sealed before, as the screens write it. */
import {
  type CloseLine,
  closeKey,
  type Otherwise,
  OUTCOME_KEY,
  type Outcome,
  otherwiseKey,
  PREMORTEM_KEY,
  type Premortem,
  type Told,
} from '../domain/close';
import type { DealKey } from '../domain/deal';
import type { Op } from '../domain/op';
import type { QuestionId } from '../domain/playbook';
import { appendOne } from './log';

/**
 * Keeps how a deal ended; `null` takes it back.
 * @throws NotSaved
 */
export async function saveOutcome(deal: DealKey, outcome: Outcome | null): Promise<Op> {
  return appendOne({ kind: 'outcome.set', subject: deal, key: OUTCOME_KEY, value: outcome, version: null });
}

/**
 * Keeps one line of the conversation at close; `null` takes it back.
 * @throws NotSaved
 */
export async function saveTold(deal: DealKey, line: CloseLine, told: Told | null): Promise<Op> {
  return appendOne({ kind: 'close.told', subject: deal, key: closeKey(line), value: told, version: null });
}

/**
 * Keeps that an answer turned out otherwise; `null` takes it back.
 * @throws NotSaved
 */
export async function saveOtherwise(deal: DealKey, question: QuestionId, otherwise: Otherwise | null): Promise<Op> {
  const key = otherwiseKey(question);
  return appendOne({ kind: 'otherwise.set', subject: deal, key, value: otherwise, version: null });
}

/**
 * Seals the likeliest reason to lose. What was sealed before stays sealed beside it.
 * @throws NotSaved
 */
export async function sealPremortem(deal: DealKey, premortem: Premortem): Promise<Op> {
  return appendOne({ kind: 'premortem.sealed', subject: deal, key: PREMORTEM_KEY, value: premortem, version: null });
}
