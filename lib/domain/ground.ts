/** What judgements of a deal stand on: what is known of it on one day, and how it came to that. */

import type { KeptAnswer } from './answer';
import type { Instant, IsoDay } from './day';
import type { DealKey } from './deal';
import type { SubjectDoc } from './fold';
import { heldAnswers } from './honesty';
import type { AuthorId, Op } from './op';
import type { Playbook, QuestionId } from './playbook';
import { type Score, type ScoreInput, scoreDeal } from './score';
import type { DealView } from './view';

/** What is known of a deal on one day: a deal's view with its playbook and today. */
export interface Ground extends ScoreInput {
  answers: Readonly<Record<QuestionId, KeptAnswer>>;
}

/** A deal as it is looked at, with what Footing answers itself. */
export function groundOf(view: DealView, today: IsoDay): Ground {
  return { ...view, extra: view.observed, today };
}

/** The score of a ground, with hedged claims held at what they are. */
export function scoreGround(ground: Ground): Score {
  return scoreDeal({ ...ground, answers: heldAnswers(ground.answers) });
}

/** A deal's whole log, with what it takes to look at any day of it. */
export interface DealLog {
  deal: DealKey;
  /** All ops of the deal. */
  ops: readonly Op[];
  /** The org's document, for what it calls its stages. */
  org: SubjectDoc | null;
  /** Whose work counts in it. */
  authors: readonly AuthorId[];
  /** When its seller took it over: what was before is not to their credit, nor to their debit. Absent: never. */
  since?: Instant | null;
  playbook: Playbook;
  /** Minutes that the person's clock stands ahead of UTC. */
  offset: number;
}
