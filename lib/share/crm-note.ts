/**
 * The state of a deal as a note for a field of the CRM. It stays inside the company, so it says
 * what the customer must not read: firmness, gaps, and who said what. What matters most comes
 * first, and what does not fit is left out whole.
 */
import { type Answer, fromCustomer } from '../domain/answer';
import type { IsoDay } from '../domain/day';
import type { Meeting } from '../domain/meeting';
import type { Phase } from '../domain/phase';
import type { Question, QuestionId } from '../domain/playbook';
import { type DealPromise, rankPromises, type Standing, standingOf } from '../domain/promise';
import type { GapReason, Score } from '../domain/score';
import { cutAtSentence, oneLine, sizeOf } from './plain-text';

/** A text field, a long text area of most CRMs, and Salesforce's longest that still is plain. */
export const NOTE_LIMITS = [255, 4000, 32_000] as const;
export type NoteLimit = (typeof NOTE_LIMITS)[number];

/** What of a deal goes into the note. */
export interface NoteState {
  today: IsoDay;
  phase: Phase;
  score: Score;
  answers: Readonly<Record<QuestionId, Answer>>;
  promises: readonly DealPromise[];
  next: Meeting | null;
}

/** Each gives one whole sentence with its full stop. */
export interface NoteWords {
  head: (today: IsoDay, firmness: number | null, phase: Phase) => string;
  askNext: (question: Question) => string;
  next: (meeting: Meeting | null) => string;
  gap: (question: Question, reason: GapReason) => string;
  evidence: (question: Question, answer: Answer) => string;
  promise: (promise: DealPromise, standing: Standing) => string;
}

/** The note, within the limit; a short field has no lines, a long one has one for each sentence. */
export function crmNote(state: NoteState, limit: NoteLimit, words: NoteWords): string {
  const separator = limit === 255 ? ' ' : '\n';
  let note = '';
  for (const sentence of sentencesOf(state, words).map(oneLine)) {
    const longer = note === '' ? sentence : note + separator + sentence;
    if (sizeOf(longer) > limit) return note === '' ? cutAtSentence(sentence, limit) : note;
    note = longer;
  }
  return note;
}

function sentencesOf({ today, phase, score, answers, promises, next }: NoteState, words: NoteWords): string[] {
  const open = rankPromises(promises, today).filter(({ state }) => state === 'open');
  const known = score.terms.flatMap(({ question }) => {
    const answer = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined;
    return answer && fromCustomer(answer.rung) ? [words.evidence(question, answer)] : [];
  });
  return [
    words.head(today, score.firmness, phase),
    ...(score.next ? [words.askNext(score.next)] : []),
    words.next(next),
    ...open.map((promise) => words.promise(promise, standingOf(promise, today))),
    ...score.gaps.flatMap(({ question, gap }) => (gap ? [words.gap(question, gap)] : [])),
    ...known,
  ].filter((sentence) => sentence.trim() !== '');
}
