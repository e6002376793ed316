/** An answer: what the seller says, how they know, who said it and when. */

import type { OpId } from './clock';
import { daySchema, type Instant, type IsoDay, isDay } from './day';
import type { AuthorId } from './op';
import { z } from './z';

/** What a seller can say to a question. `unknown` is an honourable answer; `notApplicable` leaves the sum. */
export const VERDICTS = ['yes', 'partly', 'no', 'unknown', 'notApplicable'] as const;
export type Verdict = (typeof VERDICTS)[number];

/**
 * The evidence ladder, lowest first: `guess` we think so; `sign` we infer it from behaviour;
 * `said` a named person at the customer said it; `shown` they wrote it, did it, or a second
 * person confirmed it.
 */
export const RUNGS = ['guess', 'sign', 'said', 'shown'] as const;
export type Rung = (typeof RUNGS)[number];

/** The longest quote, reason or name that is kept; longer is refused with words, never cut. */
export const MAX_TEXT = 4000;

const text = z.string().max(MAX_TEXT);

/** An answer as the log keeps it, and as files bring it. */
export const answerSchema = z.looseObject({
  verdict: z.enum(VERDICTS),
  /** `null` for `unknown` and `notApplicable`; a fresh verdict starts as `guess`. */
  rung: z.enum(RUNGS).nullable(),
  /** The day the evidence is from, not the day of typing. */
  evidenceOn: daySchema,
  who: text,
  quote: text,
  link: text,
  /** With `unknown`: the day by which it will be known. */
  knowBy: daySchema.nullable(),
  /** With `notApplicable`: why. */
  reason: text,
  /** The day that the answer itself names: the event, the decision. */
  on: daySchema.nullable(),
  /** The seller stands by the rung although the quote hedges; goes when the quote changes. */
  confirmed: z.boolean().optional(),
});

/** What is kept when an answer is saved; a revision is never overwritten. */
export interface Answer {
  verdict: Verdict;
  rung: Rung | null;
  evidenceOn: IsoDay;
  who: string;
  quote: string;
  link: string;
  knowBy: IsoDay | null;
  reason: string;
  on: IsoDay | null;
  confirmed?: boolean;
}

/** The present answer to a question, with the revision it comes from. */
export interface KeptAnswer extends Answer {
  op: OpId;
  /** Who gave it, as it stands, first. */
  by: AuthorId;
  /** When it was saved. */
  at: Instant;
  /** The playbook version it was given on (`basics@1`). */
  version: string | null;
  /** How many revisions there have been. */
  revisions: number;
}

/** A new answer with nothing but a verdict: our word alone, as of today. */
export function freshAnswer(verdict: Verdict, today: IsoDay): Answer {
  return {
    verdict,
    rung: hasRung(verdict) ? 'guess' : null,
    evidenceOn: today,
    who: '',
    quote: '',
    link: '',
    knowBy: null,
    reason: '',
    on: null,
  };
}

/** Whether "how do you know?" makes sense for a verdict. */
export function hasRung(verdict: Verdict): boolean {
  return verdict === 'yes' || verdict === 'partly' || verdict === 'no';
}

/** Whether the customer, and not we, stands behind it. */
export function fromCustomer(rung: Rung | null): rung is 'said' | 'shown' {
  return rung === 'said' || rung === 'shown';
}

/** What is wrong with an answer, for the one who is about to save it. */
export type AnswerProblem = 'notADay' | 'futureEvidence' | 'rungMissing' | 'reasonMissing' | 'tooLong';

/** Why an answer may not be saved as it stands on this day; empty when it may. */
export function checkAnswer(answer: Answer, today: IsoDay): AnswerProblem[] {
  const days = [answer.evidenceOn, answer.knowBy, answer.on];
  const texts = [answer.who, answer.quote, answer.link, answer.reason];
  const found: Record<AnswerProblem, boolean> = {
    notADay: days.some((day) => day !== null && !isDay(day)),
    futureEvidence: isDay(answer.evidenceOn) && answer.evidenceOn > today,
    rungMissing: hasRung(answer.verdict) && answer.rung === null,
    reasonMissing: answer.verdict === 'notApplicable' && answer.reason.trim() === '',
    tooLong: texts.some((written) => written.length > MAX_TEXT),
  };
  return (Object.keys(found) as AnswerProblem[]).filter((problem) => found[problem]);
}
