/**
 * Continue, recycle or stop: the seller's decision, and the criteria for it, written before
 * the effort, while it is easy to be honest. Evidence meets a criterion, never a feeling;
 * stopping early is good work.
 */

import { fromCustomer, MAX_TEXT } from './answer';
import { timeOf } from './clock';
import { daySchema, type Instant, type IsoDay } from './day';
import { cellsUnder, newestCell, type SubjectDoc } from './fold';
import { type Ground, scoreGround } from './ground';
import { heldAnswers } from './honesty';
import type { AuthorId } from './op';
import type { QuestionId } from './playbook';
import { z } from './z';

/** What a seller can decide: go on, set aside until something happens, or stop. */
export const CHOICES = ['continue', 'recycle', 'stop'] as const;
export type Choice = (typeof CHOICES)[number];

/** What is kept of a decision, under `DECISION_KEY`. */
export interface Decision {
  choice: Choice;
  /** With `recycle`: what would bring it back. */
  trigger: string;
  /** With `recycle`: the day to look again. */
  on: IsoDay | null;
  /** With `stop`: why. */
  reason: string;
}

const text = z.string().max(MAX_TEXT);

/** A decision as the log keeps it. */
export const decisionSchema = z.looseObject({
  choice: z.enum(CHOICES),
  trigger: text,
  on: daySchema.nullable(),
  reason: text,
}) satisfies z.ZodType<Decision>;

/** Where the log keeps it. */
export const DECISION_KEY = 'decision';

/** A decision, and when it was taken. */
export interface KeptDecision extends Decision {
  decidedAt: Instant;
}

/** The decision that stands; `null` while these authors took none. */
export function decisionOf(doc: SubjectDoc, authors: readonly AuthorId[]): KeptDecision | null {
  const cell = newestCell(doc, DECISION_KEY, authors);
  const read = decisionSchema.safeParse(cell?.value);
  return cell && read.success ? { ...read.data, decidedAt: timeOf(cell.op) } : null;
}

/** What a decision lacks; nobody is kept from writing it, but it is asked for. */
export type DecisionLack = 'trigger' | 'date' | 'laterDate' | 'reason';

/** What a decision lacks today, in the order of its fields; empty where nothing is to be asked. */
export function lacksOf(decision: Decision, today: IsoDay): DecisionLack[] {
  const blank = (line: string) => line.trim() === '';
  switch (decision.choice) {
    case 'continue':
      return [];
    case 'stop':
      return blank(decision.reason) ? ['reason'] : [];
    case 'recycle': {
      const date = decision.on === null ? (['date'] as const) : decision.on <= today ? (['laterDate'] as const) : [];
      return [...(blank(decision.trigger) ? (['trigger'] as const) : []), ...date];
    }
  }
}

/** Whether a recycled deal is to be looked at again. */
export function comesBack(decision: Decision | null, today: IsoDay): boolean {
  return decision?.choice === 'recycle' && decision.on !== null && decision.on <= today;
}

/** Whether the decision leaves a deal to be worked on: it is neither stopped nor set aside for later. */
export function goesOn(decision: Decision | null, today: IsoDay): boolean {
  return decision === null || decision.choice === 'continue' || comesBack(decision, today);
}

/**
 * When a criterion is met: `no` - the customer's own "no"; `firm` - answered, on the
 * customer's word, and fresh; `notFirmBy` - still not firm after a day.
 */
export const CONDITIONS = ['no', 'firm', 'notFirmBy'] as const;
export type Condition = (typeof CONDITIONS)[number];

/** "Stop if nobody has set anything aside by 15 December", written down beforehand. */
export interface Criterion {
  calls: Choice;
  question: QuestionId;
  when: Condition;
  /** With `notFirmBy`: the last day on which it may be open. */
  by: IsoDay | null;
}

/** A criterion as the log keeps it. */
export const criterionSchema = z.looseObject({
  calls: z.enum(CHOICES),
  question: z.string().max(100),
  when: z.enum(CONDITIONS),
  by: daySchema.nullable(),
}) satisfies z.ZodType<Criterion>;

/** Each criterion has a cell of its own. */
export const criterionKey = (unique: string) => `criterion:${unique}`;

/** A criterion, and since when it stands. */
export interface KeptCriterion extends Criterion {
  /** When it was written as it stands: a criterion that is changed is a new one. */
  writtenAt: Instant;
}

/** The criteria of a deal with their keys, oldest first; one that was taken back is not among them. */
export function criteriaOf(doc: SubjectDoc, authors: readonly AuthorId[]): (KeptCriterion & { key: string })[] {
  return cellsUnder(doc, criterionKey(''), authors)
    .flatMap(([unique, { value, op }]) => {
      const read = criterionSchema.safeParse(value);
      return read.success ? [{ ...read.data, key: criterionKey(unique), writtenAt: timeOf(op) }] : [];
    })
    .sort((a, b) => a.writtenAt - b.writtenAt);
}

/** A criterion held against the evidence. */
export interface MetCriterion<C extends KeptCriterion = KeptCriterion> {
  criterion: C;
  met: boolean;
  /** Written when the evidence was there already: it explains, it does not decide. */
  afterwards: boolean;
}

/** What the criteria of a deal come to. */
export interface CalledFor<C extends KeptCriterion = KeptCriterion> {
  /** What the criteria call for: a stop met before a recycle, a recycle before all of continue; `null`: not yet. */
  call: Choice | null;
  criteria: MetCriterion<C>[];
}

/** Which of the three is called for by evidence. One written afterwards is shown and calls for nothing. */
export function callFor<C extends KeptCriterion>(criteria: readonly C[], ground: Ground): CalledFor<C> {
  // By then every question is due.
  const { terms } = scoreGround({ ...ground, phase: 'closed' });
  const answers = heldAnswers(ground.answers);
  const judged = criteria.map((criterion): MetCriterion<C> => {
    const answer = answers[criterion.question];
    const term = terms.find(({ question }) => question.id === criterion.question);
    const firm = term?.answer != null && term.gap === null && term.counts;
    const isNo = answer?.verdict === 'no' && fromCustomer(answer.rung);
    const overdue = criterion.by !== null && ground.today > criterion.by && !firm;
    const met = { no: isNo, firm, notFirmBy: overdue }[criterion.when];
    const evidence = criterion.when === 'notFirmBy' ? undefined : answer?.at;
    return { criterion, met, afterwards: met && evidence !== undefined && evidence <= criterion.writtenAt };
  });
  return { call: calledBy(judged.filter(({ afterwards }) => !afterwards)), criteria: judged };
}

function calledBy(judged: readonly MetCriterion[]): Choice | null {
  const of = (choice: Choice) => judged.filter(({ criterion }) => criterion.calls === choice);
  if (of('stop').some(({ met }) => met)) return 'stop';
  if (of('recycle').some(({ met }) => met)) return 'recycle';
  const goOn = of('continue');
  return goOn.length > 0 && goOn.every(({ met }) => met) ? 'continue' : null;
}
