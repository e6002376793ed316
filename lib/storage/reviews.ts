/** Reviews and what is said to them, as the screens write them; and what a review page reads. */
import type { Instant } from '../domain/day';
import type { DealKey } from '../domain/deal';
import { newestCell, type SubjectDoc } from '../domain/fold';
import { isPerson } from '../domain/habit';
import { type AuthorId, answerKey, type Op } from '../domain/op';
import { type Review, replyKey, reviewKey } from '../domain/review';
import { type EventDay, eventDays } from '../domain/slip';
import type { Summary } from '../domain/summary';
import { factQuestion } from '../domain/urgency';
import { database } from './db';
import { appendOne } from './log';
import { openDocs, openOps } from './sealed-texts';

/**
 * Keeps what a spot check found. It changes no answer.
 * @throws NotSaved
 */
export async function saveReview(deal: DealKey, review: Review): Promise<Op> {
  const key = reviewKey(String(review.at));
  return appendOne({ kind: 'review.set', subject: deal, key, value: review, version: null });
}

/**
 * Keeps what the seller says to a review; `null` or nothing takes it back.
 * @throws NotSaved
 */
export async function saveReply(deal: DealKey, unique: string, text: string | null): Promise<Op> {
  const value = text?.trim() || null;
  return appendOne({ kind: 'review.replied', subject: deal, key: replyKey(unique), value, version: null });
}

const DAY_KEYS = (['date', 'event'] as const).map((fact) => answerKey(factQuestion(fact)));

/**
 * The event's days through time. The log is asked only where a summary says that there was more
 * than one revision; what was said once cannot have moved.
 */
export async function readEventDays(doc: SubjectDoc, authors: readonly AuthorId[]): Promise<readonly EventDay[]> {
  const revisions = DAY_KEYS.reduce((sum, key) => sum + (newestCell(doc, key, authors)?.revisions ?? 0), 0);
  if (revisions < 2) return [];
  const keys = DAY_KEYS.map((key) => [doc.subject, key]);
  return eventDays(await openOps(await database().ops.where('[subject+key]').anyOf(keys).toArray()), authors);
}

/** What every row of a review stands on, and how far the log is: cheap enough to read after each change. */
export interface ReviewGround {
  /** How many ops of deals the log holds. */
  ops: number;
  deals: number;
  orgs: readonly SubjectDoc[];
}

/** Reads it: one row, one count and the few documents that are of no deal. */
export async function readGround(): Promise<ReviewGround> {
  const db = database();
  const [log, deals, others] = await Promise.all([db.meta.get('log'), db.summaries.count(), db.orgs.toArray()]);
  const elsewhere = others.reduce((sum, { ops }) => sum + ops, 0);
  // What a person practises changes no row.
  const orgs = others.filter(({ subject }) => !isPerson(subject));
  return { ops: (log?.key === 'log' ? log.ops : 0) - elsewhere, deals, orgs };
}

/** The deals that were touched at this moment or after it. */
export async function summariesSince(at: Instant): Promise<Summary[]> {
  return openDocs(await database().summaries.where('touchedAt').aboveOrEqual(at).toArray());
}
