/**
 * What the answers of a deal are worth: credit, firmness, gaps and the call. Pure arithmetic,
 * the same on every machine, and every term of it can be shown.
 */
import type { Answer } from './answer';
import type { Instant, IsoDay } from './day';
import type { Phase } from './phase';
import type { Playbook, Question, QuestionId, RecheckEvent } from './playbook';

/** What scoring needs of an answer. */
export type ScoredAnswer = Pick<Answer, 'verdict' | 'rung' | 'evidenceOn'> & { at: Instant };

/** Something that happened and may make older evidence worth asking again. */
export interface Sighting {
  event: RecheckEvent;
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
}

export interface ScoreInput {
  playbook: Playbook;
  phase: Phase;
  answers: Readonly<Record<QuestionId, ScoredAnswer>>;
  sightings: readonly Sighting[];
  today: IsoDay;
}

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
  /** The answered term with the least credit for its weight; `null` when nothing is answered. */
  weakest: Term | null;
  /** The term with the oldest evidence; `null` when there is none. */
  oldest: Term | null;
  /** The one question to ask. */
  next: Question | null;
}
