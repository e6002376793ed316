/**
 * The spot check: which answers to look at, so that what matters and was claimed comes up often
 * and nobody can know which it will be. The draw is a pure function of its seed.
 */
import { hasRung, type KeptAnswer, type Rung } from './answer';
import { addDays, DAY_MS, type Instant, type IsoDay } from './day';
import type { Question, QuestionId } from './playbook';
import type { CheckedAnswer, Result } from './review';
import type { ReviewRow } from './review-row';
import type { Score } from './score';
import { drawWeighted, type Seed, seedFor } from './seeded';

/** How many answers of one deal are looked at. */
export const DRAWN = 3;
/** In how many days what was asked for is due, unless somebody says otherwise. */
const FOLLOW_UP_DAYS = 7;

/** An answer under the lens. */
export interface Drawn {
  question: Question;
  answer: KeptAnswer;
}

/** What the answers of a deal are drawn from. */
export interface DrawInput {
  score: Pick<Score, 'terms'>;
  answers: Readonly<Record<QuestionId, KeptAnswer>>;
  /** When each question was last looked at, before this check. */
  checked: ReadonlyMap<QuestionId, Instant>;
  /** When the check began. */
  at: Instant;
}

/** What was claimed of the customer is what a check is for; a guess claims nothing. */
const CLAIM: Record<Rung, number> = { guess: 1, sign: 2, said: 4, shown: 4 };
/** A question of weight 3 comes up five times as often as one of weight 1. */
const MATTERS = { 1: 1, 2: 2, 3: 5 } as const;

/** Within this time after a look, the same answer comes up less often. */
const LATELY_MS = 30 * DAY_MS;
const LATELY = 0.2;

/** How much an answer weighs in the draw; 0 is never drawn while there is another. */
export function drawWeight({ question, answer }: Drawn, lastLook: Instant | undefined, at: Instant): number {
  const lately = lastLook !== undefined && at - lastLook < LATELY_MS;
  return MATTERS[question.weight] * CLAIM[answer.rung ?? 'guess'] * (lately ? LATELY : 1);
}

/** Up to three answers of what is due, in the order drawn. What nobody claimed is not drawn. */
export function drawAnswers({ score, answers, checked, at }: DrawInput, seed: Seed): Drawn[] {
  const claimed = score.terms.flatMap(({ question, observed }): Drawn[] => {
    const answer = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined;
    return answer && !observed && hasRung(answer.verdict) ? [{ question, answer }] : [];
  });
  return drawWeighted(claimed, (one) => drawWeight(one, checked.get(one.question.id), at), DRAWN, seed);
}

/**
 * The deals of a round of reviews: first those that promised something by now, then the rest by
 * chance, in proportion to what is at stake in them, less often when looked at lately.
 */
export function drawDeals(
  rows: readonly ReviewRow[],
  { count, at, today, seed }: { count: number; at: Instant; today: IsoDay; seed: Seed },
): ReviewRow[] {
  const open = rows.filter((row) => row.phase !== 'closed' && row.answered > 0);
  const isDue = ({ promise }: ReviewRow) => promise?.followUp != null && promise.followUp <= today;
  const owed = open.filter(isDue).sort((a, b) => ((a.promise?.followUp ?? '') < (b.promise?.followUp ?? '') ? -1 : 1));
  // Without an amount a deal still has a chance: as much as the smallest that is known.
  const least = Math.min(...open.flatMap(({ atStake }) => (atStake ? [atStake] : [])), 1e12);
  const weight = ({ atStake, checkedAt }: ReviewRow) =>
    Math.sqrt(Math.max(atStake ?? 0, least)) * (checkedAt !== null && at - checkedAt < LATELY_MS ? LATELY : 1);
  const rest = open.filter((row) => !isDue(row)).toSorted((a, b) => (a.deal < b.deal ? -1 : 1));
  return [...owed, ...drawWeighted(rest, weight, count, seedFor(seed, 'deals'))].slice(0, count);
}

const RANK: readonly Result[] = ['weaker', 'agree', 'stronger'];

/**
 * The question that is offered to leave with the seller: about the answer that was found weaker
 * and weighs most; else about the gap most worth asking; else about the first that was looked at.
 */
export function coachQuestion(
  drawn: readonly Drawn[],
  results: readonly CheckedAnswer[],
  score: Pick<Score, 'next'>,
): Question | null {
  const rank = (id: QuestionId) => RANK.indexOf(results.find(({ question }) => question === id)?.result ?? 'stronger');
  const weakest = drawn
    .map(({ question }) => question)
    .filter(({ id }) => rank(id) === 0)
    .sort((a, b) => b.weight - a.weight)[0];
  return weakest ?? score.next ?? drawn[0]?.question ?? null;
}

/** The date that is offered: a week on, and never later than the day before the deal's own date. */
export function followUpDay(today: IsoDay, closeDate: IsoDay | null): IsoDay {
  const usual = addDays(today, FOLLOW_UP_DAYS);
  if (closeDate === null || closeDate > usual || closeDate <= addDays(today, 1)) return usual;
  return addDays(closeDate, -1);
}
