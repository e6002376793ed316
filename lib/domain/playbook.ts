/**
 * A playbook: a versioned list of the questions that decide whether a deal stands on firm
 * ground. A question keeps its id when its wording changes; an answer keeps the version on
 * which it was given.
 */
import type { Phase } from './phase';

/** Two words with a point between: `fit.owner`. Never given to another question. */
export type QuestionId = string;

/** What makes an answer worth asking again: seen on the page, or told by the seller. */
export const RECHECK_EVENTS = ['stage', 'closeDate', 'contact', 'eventPassed'] as const;
export type RecheckEvent = (typeof RECHECK_EVENTS)[number];

/** One question: what it asks, and how its answer ages. */
export interface Question {
  id: QuestionId;
  /** The phase by whose end it should be firm. */
  phase: Phase;
  /** To the seller: the statement that should hold. */
  prompt: string;
  /** A few words for lists, where the prompt is too long. */
  short: string;
  /** To the customer, in the customer's words. */
  ask: string;
  /** What counts as proof. */
  proof: string;
  /** What a manager asks about it. */
  coach: string;
  /** Why it matters, in one line. */
  why: string;
  /** What the customer gets from talking about it; goes into an agenda. */
  gives: string;
  weight: 1 | 2 | 3;
  /** Days for which evidence counts in full. */
  freshDays: number;
  recheckOn: readonly RecheckEvent[];
  /** A confirmed "no" to it is a reason to stop. */
  stopIfNo?: true;
  /** Questions of other playbooks that mean the same: their answer is offered here, never copied. */
  sameAs?: readonly QuestionId[];
}

/** The questions that a deal is looked at with, in one version. */
export interface Playbook {
  id: string;
  name: string;
  /** Where its ideas come from, in one line; the wording is our own. */
  origin: string;
  version: number;
  questions: readonly Question[];
  /** Ids that stood in an earlier version; never given to another question, so old answers keep their meaning. */
  retired?: readonly QuestionId[];
}

/** How an answer remembers the playbook it was given on: `basics@1`. */
export function versionOf(playbook: Playbook): string {
  return `${playbook.id}@${playbook.version}`;
}

/** What `versionOf` wrote; `null` for what it cannot have written. */
export function readVersion(text: string): { id: string; version: number } | null {
  const [, id, version] = /^(.+)@(\d+)$/.exec(text) ?? [];
  return id === undefined ? null : { id, version: Number(version) };
}

/** The question with this id; `undefined` where the playbook has none such. */
export function questionOf(playbook: Playbook, id: QuestionId): Question | undefined {
  return playbook.questions.find((question) => question.id === id);
}
