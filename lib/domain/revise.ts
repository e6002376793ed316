/**
 * From one revision of an answer to the next: what a click or a typed line changes, and what
 * no longer belongs to it then. The revision before it stays in the history.
 */
import { type Answer, freshAnswer, fromCustomer, hasRung, type Verdict } from './answer';
import type { IsoDay } from './day';

/** What a person changed of an answer. */
export type Patch = Partial<Answer>;

/**
 * The answer after a change. Evidence belongs to a verdict: between yes and partly it stays,
 * with any other change of verdict it starts again as our word of today. A rung that is raised
 * to the customer's word is dated today; the seller may say another day.
 */
export function revise(answer: Answer | null, patch: Patch, today: IsoDay): Answer {
  const verdict = patch.verdict ?? answer?.verdict ?? 'unknown';
  const base = answer && sameEvidence(answer.verdict, verdict) ? answer : freshAnswer(verdict, today);
  const rung = patch.rung ?? base.rung;
  const heard = fromCustomer(rung) && !fromCustomer(base.rung);
  return {
    ...base,
    ...(heard ? { evidenceOn: today } : {}),
    // What the seller stood by was another quote.
    ...(patch.quote !== undefined && patch.quote !== base.quote ? { confirmed: false } : {}),
    ...patch,
    verdict,
    rung: hasRung(verdict) ? (rung ?? 'guess') : null,
    knowBy: verdict === 'unknown' ? (patch.knowBy === undefined ? base.knowBy : patch.knowBy) : null,
    reason: verdict === 'notApplicable' ? (patch.reason ?? base.reason) : '',
  };
}

function sameEvidence(before: Verdict, after: Verdict): boolean {
  const holds = (verdict: Verdict) => verdict === 'yes' || verdict === 'partly';
  return before === after || (holds(before) && holds(after));
}
