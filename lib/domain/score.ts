/**
 * What the answers of a deal are worth: credit, firmness, gaps and the call. Pure arithmetic,
 * the same on every machine, and every term of it can be shown.
 */
import { type Answer, fromCustomer, hasRung, type Rung, type Verdict } from './answer';
import { daysBetween, type Instant, type IsoDay } from './day';
import { own } from './fold';
import type { InteractionReason } from './interaction';
import { isDue, PHASES, type Phase } from './phase';
import type { Playbook, Question, QuestionId, RecheckEvent } from './playbook';

/** What scoring needs of an answer. */
export type ScoredAnswer = Pick<Answer, 'verdict' | 'rung' | 'evidenceOn'> & { at: Instant };

/** What meetings and promises show; it concerns one question, and no playbook asks for it. */
export type MeetingEvent = 'promisesBroken' | 'unprepared';

/** Something that happened and may make older evidence worth asking again. */
export interface Sighting {
  event: RecheckEvent | MeetingEvent;
  at: Instant;
  day: IsoDay;
  /** What it was, as shown: "Discovery to Proposal". */
  what: string;
  /** The one question that it concerns; `null`: every question that rechecks on such an event. */
  question: QuestionId | null;
}

/** Why a due question is not firm; the first that holds, in this order. */
export const GAP_REASONS = ['unanswered', 'no', 'unknown', 'onlyOurWord', 'recheck', 'stale'] as const;
export type GapReason = (typeof GAP_REASONS)[number];

/** What the score advises; the seller decides. */
export type Call = 'stop' | 'recheck' | 'advance' | 'work';

/** One line of the sum. */
export interface Term {
  question: Question;
  answer: ScoredAnswer | null;
  /** Days since the evidence; `null` without an answer. */
  age: number | null;
  verdictValue: number;
  rungValue: number;
  freshValue: number;
  /** The event that makes the answer worth asking again, the latest one; `null` if none. */
  recheck: Sighting | null;
  /** 0 to 1. */
  credit: number;
  /** weight x credit. */
  points: number;
  /** `null` when firm, or when it does not apply and so leaves the sum. */
  gap: GapReason | null;
  /** Whether it is in the sum: due, and not answered `notApplicable`. */
  counts: boolean;
  /** Set where Footing answered it itself, with its reason: it is never asked. */
  observed?: InteractionReason;
}

/** What a deal is scored from. */
export interface ScoreInput {
  playbook: Playbook;
  phase: Phase;
  answers: Readonly<Record<QuestionId, ScoredAnswer>>;
  sightings: readonly Sighting[];
  today: IsoDay;
  /**
   * What Footing answers itself, from meetings and promises: in the sum and among the gaps like
   * every other question, but never the next one to ask.
   */
  extra?: readonly Observed[];
}

/** A question that is never asked, with the answer that was observed. */
export interface Observed {
  question: Question;
  answer: ScoredAnswer;
  /** Why it is so. */
  reason: InteractionReason;
}

/** What the answers of a deal are worth, and what to do about it. */
export interface Score {
  /** 0 to 100, or `null` when nothing is due. */
  firmness: number | null;
  points: number;
  of: number;
  /** Every question due, in playbook order. */
  terms: Term[];
  /** The terms that are gaps, most worth asking first. */
  gaps: Term[];
  call: Call;
  /**
   * The weakest answer: of what is due and answered, the first in the order of gaps; where no
   * answer is a gap, the firm one that misses the most points. `null` when nothing is answered.
   */
  weakest: Term | null;
  /** The answer with the oldest evidence among what is due; the first of equals. `null` when there is none. */
  oldest: Term | null;
  /** The one question to ask. */
  next: Question | null;
}

const VERDICT_VALUE: Record<Verdict, number> = { yes: 1, partly: 0.5, no: 0, unknown: 0, notApplicable: 0 };
const RUNG_VALUE: Record<Rung, number> = { guess: 0, sign: 0.3, said: 0.8, shown: 1 };

/** What is left of an answer once something happened that may have changed it. */
const RECHECK_VALUE = 0.5;

/** Floating point errors are far below it, differences that a playbook can make far above. */
const EPSILON = 1e-9;

/**
 * What evidence counts at an age in days: all of it for `freshDays`, then falling in a straight
 * line to a half at three times that age, and a half from there on.
 */
export function freshValue(age: number, freshDays: number): number {
  if (age <= freshDays) return 1;
  if (age >= 3 * freshDays) return 0.5;
  return 1 - (0.5 * (age - freshDays)) / (2 * freshDays);
}

/** Firmness, gaps, call and the rest, of what is due in the present phase or before. */
export function scoreDeal(input: ScoreInput): Score {
  const { playbook, answers, extra = [] } = input;
  const asked = playbook.questions.map((question) => termOf(question, own(answers, question.id) ?? null, input));
  const observed = extra.map(
    ({ question, answer, reason }): Term => ({ ...termOf(question, answer, input), observed: reason }),
  );
  const terms = [...asked, ...observed].filter(({ question }) => isDue(question.phase, input.phase));

  const counted = terms.filter((term) => term.counts);
  const points = counted.reduce((sum, term) => sum + term.points, 0);
  const of = counted.reduce((sum, term) => sum + term.question.weight, 0);
  // Sorting keeps the playbook's order among equals.
  const ranked = counted.toSorted(mostWorthAsking);
  const gaps = ranked.filter((term) => term.gap !== null);
  const answered = [...gaps, ...ranked.filter((term) => term.gap === null)].filter(isAnswer);
  return {
    firmness: of === 0 ? null : Math.floor((100 * points) / of + 0.5 + EPSILON),
    points,
    of,
    terms,
    gaps,
    call: callOf(asked, terms, gaps),
    weakest: answered[0] ?? null,
    oldest: oldestOf(counted.filter(isAnswer)),
    next: gaps.find((gap) => !gap.observed)?.question ?? null,
  };
}

/** What a person answered; what was observed is as new as the day and as sure as can be. */
function isAnswer({ answer, observed }: Term): boolean {
  return answer !== null && !observed;
}

/** What one question adds to the sum, and why no more. */
function termOf(question: Question, answer: ScoredAnswer | null, { sightings, today }: ScoreInput): Term {
  const age = answer && daysBetween(answer.evidenceOn, today);
  const verdictValue = answer ? VERDICT_VALUE[answer.verdict] : 0;
  const rungValue = answer?.rung ? RUNG_VALUE[answer.rung] : 0;
  const fresh = age === null ? 0 : freshValue(age, question.freshDays);
  const recheck = answer && latestRecheck(question, answer, sightings);
  const credit = verdictValue * rungValue * fresh * (recheck ? RECHECK_VALUE : 1);
  return {
    question,
    answer,
    age,
    verdictValue,
    rungValue,
    freshValue: fresh,
    recheck,
    credit,
    points: question.weight * credit,
    gap: gapOf(question, answer, age, recheck),
    counts: answer?.verdict !== 'notApplicable',
  };
}

/** The first reason that holds, in the order of `GAP_REASONS`; `null` when firm or not applicable. */
function gapOf(
  question: Question,
  answer: ScoredAnswer | null,
  age: number | null,
  recheck: Sighting | null,
): GapReason | null {
  if (!answer || age === null) return 'unanswered';
  if (answer.verdict === 'notApplicable') return null;
  if (answer.verdict === 'no' || answer.verdict === 'unknown') return answer.verdict;
  if (!fromCustomer(answer.rung)) return 'onlyOurWord';
  if (recheck) return 'recheck';
  return age > question.freshDays ? 'stale' : null;
}

/** An answer without evidence, unknown or not applicable, has nothing that could have changed. */
function latestRecheck(question: Question, answer: ScoredAnswer, sightings: readonly Sighting[]): Sighting | null {
  if (!hasRung(answer.verdict)) return null;
  const against = sightings.filter((sighting) => concerns(sighting, question) && isAfter(sighting, answer));
  return against.reduce<Sighting | null>((latest, next) => (latest && latest.at >= next.at ? latest : next), null);
}

function concerns(sighting: Sighting, question: Question): boolean {
  if (sighting.question !== null) return sighting.question === question.id;
  return question.recheckOn.some((event) => event === sighting.event);
}

/** Evidence has a day and no hour: on the same day, what was saved before the event is in doubt. */
function isAfter(sighting: Sighting, answer: ScoredAnswer): boolean {
  return sighting.day === answer.evidenceOn ? sighting.at > answer.at : sighting.day > answer.evidenceOn;
}

/** Stop criteria answered "no" first, then the most points missing, then the earlier phase. */
function mostWorthAsking(a: Term, b: Term): number {
  const stops = Number(isStopNo(b)) - Number(isStopNo(a));
  if (stops !== 0) return stops;
  const missing = missingPoints(b) - missingPoints(a);
  if (Math.abs(missing) > EPSILON) return missing;
  return PHASES.indexOf(a.question.phase) - PHASES.indexOf(b.question.phase);
}

function missingPoints(term: Term): number {
  return term.question.weight - term.points;
}

function isStopNo(term: Term): boolean {
  return term.question.stopIfNo === true && term.answer?.verdict === 'no';
}

/**
 * A "no" that the customer stands behind is a reason to stop whenever it comes; all else looks at
 * what is due.
 */
function callOf(asked: readonly Term[], due: readonly Term[], gaps: readonly Term[]): Call {
  if (asked.some((term) => isStopNo(term) && fromCustomer(term.answer?.rung ?? null))) return 'stop';
  if (due.some((term) => term.recheck && term.question.weight === 3)) return 'recheck';
  return gaps.length === 0 ? 'advance' : 'work';
}

function oldestOf(terms: readonly Term[]): Term | null {
  const evident = terms.filter((term) => term.answer && hasRung(term.answer.verdict));
  return evident.reduce<Term | null>((oldest, term) => (oldest && ageOf(oldest) >= ageOf(term) ? oldest : term), null);
}

function ageOf(term: Term): number {
  return term.age ?? 0;
}
