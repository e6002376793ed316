/**
 * Calibration: how often answers at each rung held, in deals that are over. A claim is a `yes` at a
 * rung that stood at the end of a day. It held when it was raised to a higher rung, or stood to the
 * end and nobody said that it turned out otherwise; it fell when a later revision was a partly, a no
 * or an unknown, or when it was said at close that it turned out otherwise. What was corrected
 * without the customer's doing (a lower rung, a text, taken back, does not apply) is no case.
 */
import { type Answer, answerSchema, RUNGS, type Rung } from './answer';
import { type OpId, timeOf } from './clock';
import { type Closing, closingOf } from './close';
import { dayOf } from './day';
import { foldOps } from './fold';
import type { DealLog } from './ground';
import { answerKey } from './op';
import type { QuestionId } from './playbook';
import { MIN_CASES } from './promise';

/** What of a deal's log it takes. */
export type AnswerLog = Pick<DealLog, 'ops' | 'authors' | 'offset'>;

/** How many claims at one rung held, and how many fell. */
export interface RungCount {
  rung: Rung;
  held: number;
  fell: number;
  /** The share that held, 0 to 1; `null` below the cases that a rate needs. */
  rate: number | null;
}

/** How often claims at each rung held, highest rung first. */
export function calibrate(claims: Iterable<Claim>): RungCount[] {
  const counts = new Map(RUNGS.map((rung) => [rung, { held: 0, fell: 0 }]));
  for (const { rung, held } of claims) {
    const count = counts.get(rung);
    if (count) count[held ? 'held' : 'fell'] += 1;
  }
  return RUNGS.toReversed().map((rung) => {
    const { held, fell } = counts.get(rung) ?? { held: 0, fell: 0 };
    return { rung, held, fell, rate: held + fell < MIN_CASES ? null : held / (held + fell) };
  });
}

interface Revision {
  op: OpId;
  /** `null`: taken back. */
  answer: Answer | null;
}

/** A claim of a deal that is over. */
export interface Claim {
  rung: Rung;
  held: boolean;
}

/** The claims that were made in a deal, and whether they held; none while nobody said how it ended. */
export function claimsOf({ ops, authors, offset }: AnswerLog): Claim[] {
  const doc = foldOps(ops);
  const closing = doc && closingOf(doc, authors);
  if (!closing?.outcome) return [];
  const byQuestion = new Map<QuestionId, Revision[]>();
  for (const op of ops.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    if (!op.key.startsWith(answerKey('')) || !authors.includes(op.by)) continue;
    const read = answerSchema.nullable().safeParse(op.value);
    if (!read.success) continue;
    const question = op.key.slice(answerKey('').length);
    const revisions = byQuestion.get(question) ?? [];
    // What did not outlive its day was a click on the way to something else.
    const last = revisions.at(-1);
    if (last && dayOf(timeOf(last.op), offset) === dayOf(timeOf(op.id), offset)) revisions.pop();
    revisions.push({ op: op.id, answer: read.data });
    byQuestion.set(question, revisions);
  }
  return [...byQuestion].flatMap(([question, revisions]) => claimsAbout(question, revisions, closing));
}

function claimsAbout(question: QuestionId, revisions: readonly Revision[], closing: Closing): Claim[] {
  return revisions.flatMap(({ op, answer }, index): Claim[] => {
    const rung = claimed(answer);
    if (rung === null) return [];
    const next = revisions[index + 1];
    if (!next) return [{ rung, held: closing.otherwise[question] !== op }];
    const { answer: then } = next;
    if (then === null || then.verdict === 'notApplicable') return [];
    const raised = claimed(then);
    if (raised === null) return [{ rung, held: false }];
    // At the same rung it is the same claim, which goes on.
    return RUNGS.indexOf(raised) > RUNGS.indexOf(rung) ? [{ rung, held: true }] : [];
  });
}

function claimed(answer: Answer | null): Rung | null {
  return answer?.verdict === 'yes' ? answer.rung : null;
}
