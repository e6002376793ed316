/**
 * Reviews: what a manager found in a spot check, the one question and the one date that came of
 * it, and what the seller says to it. A review is kept beside the answers and never changes one.
 */
import { MAX_TEXT } from './answer';
import { type OpId, opIdSchema, timeOf } from './clock';
import { daySchema, type Instant, type IsoDay } from './day';
import { own, type SubjectDoc } from './fold';
import type { AuthorId } from './op';
import type { QuestionId } from './playbook';
import type { Seed } from './seeded';
import { z } from './z';

/** What the manager heard when asking "How do you know?", against what was claimed. */
export const RESULTS = ['weaker', 'agree', 'stronger'] as const;
export type Result = (typeof RESULTS)[number];

/** One answer under the lens, and what was heard. */
export interface CheckedAnswer {
  question: QuestionId;
  /** The revision that was looked at. */
  op: OpId;
  result: Result;
}

/** A spot check of one deal. */
export interface Review {
  answers: CheckedAnswer[];
  /** The one coaching question; empty where there was none. */
  ask: string;
  /** By when; `null` without a date. */
  followUp: IsoDay | null;
  /** What the draw was made with. */
  seed: Seed;
  /** When the check began: the draw depends on what had been checked before. */
  at: Instant;
}

/** An answer that was looked at, as it is kept. */
export const checkedSchema = z.looseObject({
  question: z.string().max(100),
  op: opIdSchema,
  result: z.enum(RESULTS),
}) satisfies z.ZodType<CheckedAnswer>;

/** A review as the log keeps it. */
export const reviewSchema = z.looseObject({
  answers: z.array(checkedSchema).max(100),
  ask: z.string().max(MAX_TEXT),
  followUp: daySchema.nullable(),
  seed: z.number().int().min(0).max(0xffffff),
  at: z.number().int(),
}) satisfies z.ZodType<Review>;

/** What the seller says to a review; `null` takes it back. */
export const replySchema = z.string().max(MAX_TEXT).nullable();

/** What the key of each review begins with. */
export const REVIEW_PREFIX = 'review:';
const REPLY_PREFIX = 'reply:';

/** Each review has a cell of its own; `unique` is anything that no other review of the deal has. */
export const reviewKey = (unique: string) => `${REVIEW_PREFIX}${unique}`;
export const replyKey = (unique: string) => `${REPLY_PREFIX}${unique}`;

/** A review, whose it is, and what was said to it. */
export interface KeptReview extends Review {
  /** What tells it apart on its deal. */
  unique: string;
  by: AuthorId;
  op: OpId;
  /** What was said to it last, by anyone; `null` while nothing was. */
  reply: { text: string; at: Instant } | null;
}

/** Every review of a deal, by anyone, newest first. One that cannot be read stays in the log. */
export function reviewsOf(doc: SubjectDoc): KeptReview[] {
  const kept = Object.entries(doc.cells)
    .filter(([key]) => key.startsWith(REVIEW_PREFIX))
    .flatMap(([key, byAuthor]) =>
      Object.entries(byAuthor).flatMap(([by, { op, value }]): KeptReview[] => {
        const read = reviewSchema.safeParse(value);
        const unique = key.slice(REVIEW_PREFIX.length);
        return read.success ? [{ ...read.data, unique, by, op, reply: replyOf(doc, unique) }] : [];
      }),
    );
  return kept.sort((a, b) => b.at - a.at || (a.op < b.op ? 1 : -1));
}

function replyOf(doc: SubjectDoc, unique: string): KeptReview['reply'] {
  const cells = Object.values(own(doc.cells, replyKey(unique)) ?? {});
  const newest = cells.toSorted((a, b) => (a.op < b.op ? 1 : -1))[0];
  const text = replySchema.safeParse(newest?.value).data?.trim();
  return newest && text ? { text, at: timeOf(newest.op) } : null;
}

/** When each question of a deal was last under the lens. */
export function lastChecks(reviews: readonly KeptReview[]): Map<QuestionId, Instant> {
  const last = new Map<QuestionId, Instant>();
  for (const { answers, at } of reviews) {
    for (const { question } of answers) last.set(question, Math.max(at, last.get(question) ?? at));
  }
  return last;
}

/** What was asked last and has a date or words: the promise that the next check begins with. */
export function promiseOf(reviews: readonly KeptReview[]): KeptReview | null {
  const last = reviews[0];
  return last && (last.ask.trim() !== '' || last.followUp !== null) ? last : null;
}
