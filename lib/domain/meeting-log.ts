/** Meetings and promises as the log keeps them: each one cell of its deal, the newest value whole. */
import { timeOf } from './clock';
import { cellsUnder, newestCell, type SubjectDoc } from './fold';
import { type Meeting, type MeetingId, meetingSchema } from './meeting';
import { type AuthorId, RIVALS_KEY } from './op';
import { type KeptPromise, promiseSchema } from './promise';
import { z } from './z';

/** What the keys of meetings and of promises begin with; the id follows. */
export const MEETING_PREFIX = 'meeting:';
export const PROMISE_PREFIX = 'promise:';

/** The cell of a meeting, and of a promise. */
export const meetingKey = (id: MeetingId) => `${MEETING_PREFIX}${id}`;
export const promiseKey = (id: string) => `${PROMISE_PREFIX}${id}`;

/**
 * The meetings of these authors, in the order in which they were first planned here. A removed
 * one is not among them, nor one that a newer version wrote in a way that this one cannot read.
 */
export function meetingsOf(doc: SubjectDoc, authors: readonly AuthorId[]): Meeting[] {
  return cellsUnder(doc, MEETING_PREFIX, authors).flatMap(([, { value }]) => meetingSchema.safeParse(value).data ?? []);
}

/** The promises of these authors, each with the time at which its present state was saved. */
export function promisesOf(doc: SubjectDoc, authors: readonly AuthorId[]): KeptPromise[] {
  return cellsUnder(doc, PROMISE_PREFIX, authors).flatMap(([, { op, value }]) => {
    const parsed = promiseSchema.safeParse(value);
    return parsed.success ? [{ ...parsed.data, at: timeOf(op) }] : [];
  });
}

/** The names of competitors as the log keeps them. */
export const rivalsSchema = z.array(z.string().trim().min(1).max(200)).max(50);

/** The names of competitors that were typed for the deal. */
export function rivalsOf(doc: SubjectDoc, authors: readonly AuthorId[]): string[] {
  return rivalsSchema.safeParse(newestCell(doc, RIVALS_KEY, authors)?.value).data ?? [];
}
