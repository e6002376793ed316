/**
 * A first agenda: the gaps most worth asking become topics of the next meeting, in the
 * customer's words, each with what the customer gets from it.
 */
import { fromCustomer } from './answer';
import type { QuestionId } from './playbook';
import type { Score, Term } from './score';

/** Minutes at the end of a meeting for what was agreed and what comes next. */
export const CLOSING_MINUTES = 5;

/** A gap as a topic of a meeting. */
export interface AgendaTopic {
  question: QuestionId;
  /** To the customer, in the customer's words. */
  ask: string;
  /** What the customer gets from talking about it. */
  gives: string;
  minutes: number;
}

/** The topics of a meeting, most worth asking first. */
export interface Agenda {
  topics: AgendaTopic[];
}

/** How much fits into the meeting; by default three topics in half an hour. */
export interface AgendaOptions {
  /** More topics than three are a form, not a conversation. */
  max?: number;
  /** The meeting's length in minutes; the topics get it less `CLOSING_MINUTES`. */
  length?: number;
}

/** A first agenda from the gaps of a score; empty where none is worth asking. */
export function draftAgenda(score: Score, { max = 3, length = 30 }: AgendaOptions = {}): Agenda {
  const asked = score.gaps.filter(isWorthAsking).slice(0, max);
  const minutes = shares(Math.max(0, length - CLOSING_MINUTES), asked.length);
  return {
    topics: asked.map(({ question: { id, ask, gives } }, index) => ({
      question: id,
      ask,
      gives,
      minutes: minutes[index] ?? 0,
    })),
  };
}

/** Not what Footing sees by itself, nor what the customer has answered with a plain no. */
function isWorthAsking({ observed, question, answer, recheck, age }: Term): boolean {
  if (observed || question.ask === '') return false;
  const toldNo = answer?.verdict === 'no' && fromCustomer(answer.rung);
  return !toldNo || recheck !== null || (age ?? 0) > question.freshDays;
}

/** `total` minutes for `count` topics as evenly as whole fives allow; the first ones get more. */
function shares(total: number, count: number): number[] {
  const step = total >= 5 * count ? 5 : 1;
  const steps = Math.floor(total / step);
  return Array.from({ length: count }, (_, index) => {
    const own = Math.floor(steps / count) + (index < steps % count ? 1 : 0);
    return own * step + (index === 0 ? total % step : 0);
  });
}
