/**
 * Honesty helpers: they notice a guess that is dressed as a quote, and text that only fills a
 * field. They are shown to the seller first, undone with one click, and change nothing typed.
 */
import { type Answer, fromCustomer, type KeptAnswer, type Rung } from './answer';
import type { Instant } from './day';
import { EVENT, refusalOf } from './our-event';
import { evened, type Found, findPattern, phrasePattern } from './phrase';
import type { Question, QuestionId } from './playbook';
import { FILLER } from './words/filler';
import { HEDGES } from './words/hedges';

/** All languages at once: a quote is in the customer's, not in the seller's. */
const HEDGE = phrasePattern(Object.values(HEDGES).flat());

/** Where a quote says, by its own words, that it is a guess. */
export function findHedges(quote: string): Found[] {
  return findPattern(quote, HEDGE);
}

type Claim = Pick<Answer, 'rung' | 'quote' | 'confirmed'>;

/** What was claimed, and the words that hold it back. */
export interface HeldRung {
  claimed: Rung;
  hedges: Found[];
}

/** The hedges that hold an answer's rung down; `null` where nothing does. */
export function heldBy(answer: Claim): HeldRung | null {
  if (answer.rung === null || answer.rung === 'guess' || answer.confirmed) return null;
  const hedges = findHedges(answer.quote);
  return hedges.length > 0 ? { claimed: answer.rung, hedges } : null;
}

/** The rung that counts: `guess` while the quote hedges and the seller has not stood by the rung. */
export function rungHeld(answer: Claim): Rung | null {
  return heldBy(answer) ? 'guess' : answer.rung;
}

/** The rung that an answer to this question counts with: an event of ours is nobody's word but ours. */
export function rungCounted(question: QuestionId, answer: Claim): Rung | null {
  const isOurs = question === EVENT && answer.rung !== null && refusalOf(answer) !== null;
  return isOurs ? 'guess' : rungHeld(answer);
}

/** Answers as they count; what was claimed stays in the answers themselves. */
export function heldAnswers<A extends Claim>(answers: Readonly<Record<QuestionId, A>>): Record<QuestionId, A> {
  return Object.fromEntries(
    Object.entries(answers).map(([id, answer]) => [id, { ...answer, rung: rungCounted(id, answer) }]),
  );
}

/** Whether a fact stands: somebody at the customer said or showed it, and the quote does not take it back. */
export function stands(answer: Answer | undefined): answer is Answer {
  if (!answer || (answer.verdict !== 'yes' && answer.verdict !== 'partly')) return false;
  return fromCustomer(rungHeld(answer));
}

/** The same text on this many answers is no answer. */
const SAME_TEXT_ON = 3;
/** A text of this many characters or fewer says nothing. */
const TOO_SHORT = 2;
/** A whole list answered within this time was ticked, not asked; milliseconds. */
const TOO_FAST_MS = 20_000;

/** What looks like text that only fills a field, and the questions that it stands under. */
export type FillerFinding =
  | { code: 'sameText'; questions: QuestionId[]; text: string }
  | { code: 'placeholder' | 'tooShort'; questions: [QuestionId]; text: string }
  /** From the first to the last answer, in milliseconds. */
  | { code: 'tooFast'; questions: QuestionId[]; took: Instant };

/**
 * Text that only fills a field, and lists answered too fast to have been asked. `due` are the
 * questions whose answering in one breath would be noticed.
 */
export function findFiller(
  answers: Readonly<Record<QuestionId, KeptAnswer>>,
  due: readonly Pick<Question, 'id'>[],
): FillerFinding[] {
  const texts = Object.entries(answers).flatMap(([question, { quote, reason }]) =>
    [quote, reason].filter((text) => text.trim() !== '').map((text) => ({ question, text: text.trim() })),
  );
  return [
    ...repeated(texts),
    ...texts.flatMap(({ question, text }): FillerFinding[] => {
      if (PLACEHOLDERS.has(plain(text))) return [{ code: 'placeholder', questions: [question], text }];
      return [...text].length <= TOO_SHORT ? [{ code: 'tooShort', questions: [question], text }] : [];
    }),
    ...hurried(answers, due),
  ];
}

interface Text {
  question: QuestionId;
  text: string;
}

/** Texts are the same when case, spacing and closing marks are all that differs. */
function plain(text: string): string {
  return evened(text).replace(/(?<=[\p{L}\p{N}])[.!]+$/u, '');
}

const PLACEHOLDERS: ReadonlySet<string> = new Set(Object.values(FILLER).flat().map(plain));

function repeated(texts: readonly Text[]): FillerFinding[] {
  return [...Map.groupBy(texts, ({ text }) => plain(text)).values()].flatMap((same): FillerFinding[] => {
    const questions = [...new Set(same.map(({ question }) => question))];
    const text = same[0]?.text ?? '';
    return questions.length >= SAME_TEXT_ON ? [{ code: 'sameText', questions, text }] : [];
  });
}

function hurried(
  answers: Readonly<Record<QuestionId, KeptAnswer>>,
  due: readonly Pick<Question, 'id'>[],
): FillerFinding[] {
  const questions = due.map(({ id }) => id);
  const times = questions.flatMap((id) => answers[id]?.at ?? []);
  if (times.length < questions.length || times.length < SAME_TEXT_ON) return [];
  const took = Math.max(...times) - Math.min(...times);
  return took <= TOO_FAST_MS ? [{ code: 'tooFast', questions, took }] : [];
}
