/**
 * Questions of different playbooks that mean the same. Who changes playbook need not type an
 * answer again: it is offered, with where it was given, and taken only by a click.
 */
import type { KeptAnswer } from './answer';
import type { Playbook, Question, QuestionId } from './playbook';

/** An answer that was given elsewhere, and where. */
export interface OfferedAnswer {
  /** The question that it was given to. */
  question: Question;
  playbook: Playbook;
  answer: KeptAnswer;
}

/** Whether two questions mean the same: one names the other, or both name a third. */
export function meanSame(a: Question, b: Question): boolean {
  const names = (question: Question): QuestionId[] => [question.id, ...(question.sameAs ?? [])];
  return a.id !== b.id && names(a).some((id) => names(b).includes(id));
}

/**
 * The answer to offer for an unanswered question: of those given to questions that mean the
 * same, the one with the latest evidence, then the one saved last. `null` where the question
 * has its own answer, or nothing fits. "Does not apply" is about one wording and is not offered.
 */
export function offeredAnswer(
  question: Question,
  answers: Readonly<Record<QuestionId, KeptAnswer>>,
  shelf: readonly Playbook[],
): OfferedAnswer | null {
  if (answers[question.id]) return null;
  const offers = shelf.flatMap((playbook) =>
    playbook.questions.flatMap((other): OfferedAnswer[] => {
      const answer = meanSame(question, other) ? answers[other.id] : undefined;
      return answer && answer.verdict !== 'notApplicable' ? [{ question: other, playbook, answer }] : [];
    }),
  );
  return offers.sort((a, b) => later(a.answer, b.answer))[0] ?? null;
}

/** Days sort as text. */
function later(a: KeptAnswer, b: KeptAnswer): number {
  if (a.evidenceOn !== b.evidenceOn) return a.evidenceOn < b.evidenceOn ? 1 : -1;
  return b.at - a.at;
}
