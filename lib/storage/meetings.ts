/** Meetings and promises as the screens write them: each saved whole, under its own key. */
import type { Answer } from '../domain/answer';
import type { DealKey } from '../domain/deal';
import { type Meeting, type MeetingId, meetingSchema } from '../domain/meeting';
import { meetingKey, promiseKey } from '../domain/meeting-log';
import { answerKey, type NewOp, type Op, RIVALS_KEY } from '../domain/op';
import type { QuestionId } from '../domain/playbook';
import type { DealPromise } from '../domain/promise';
import { historyOf } from './history';
import { append, appendOne } from './log';

/**
 * Keeps a meeting as it is now; what it was stays in the history.
 * @throws NotSaved
 */
export async function saveMeeting(deal: DealKey, meeting: Meeting): Promise<Op> {
  return appendOne(meetingOp(deal, meeting));
}

/**
 * Keeps a promise as it is now; `null` takes it back.
 * @throws NotSaved
 */
export async function savePromise(deal: DealKey, id: string, promise: DealPromise | null): Promise<Op> {
  return appendOne(promiseOp(deal, id, promise));
}

/**
 * Keeps the names that must not reach the customer.
 * @throws NotSaved
 */
export async function saveRivals(deal: DealKey, names: readonly string[]): Promise<Op> {
  return appendOne(op('rivals.set', deal, RIVALS_KEY, names.length > 0 ? [...names] : null));
}

/** What a debrief changes: the meeting that was told, answers, promises, and the meeting after it. */
export interface Told {
  meeting: Meeting;
  answers: readonly { question: QuestionId; answer: Answer }[];
  promises: readonly DealPromise[];
  next: Meeting | null;
  /** The playbook's version on which the answers were given. */
  version: string;
}

/**
 * Keeps all that a debrief changes, or nothing of it.
 * @throws NotSaved
 */
export async function saveTold(deal: DealKey, { meeting, answers, promises, next, version }: Told): Promise<Op[]> {
  return append([
    meetingOp(deal, meeting),
    ...answers.map(({ question, answer }) => ({ ...op('answer.set', deal, answerKey(question), answer), version })),
    ...promises.map((promise) => promiseOp(deal, promise.id, promise)),
    ...(next ? [meetingOp(deal, next)] : []),
  ]);
}

/** A meeting as it was after each change, newest first; what cannot be read is passed over. */
export async function revisionsOf(deal: DealKey, id: MeetingId): Promise<Meeting[]> {
  const ops = await historyOf(deal, meetingKey(id));
  return ops.flatMap(({ value }) => meetingSchema.safeParse(value).data ?? []);
}

function meetingOp(deal: DealKey, meeting: Meeting): NewOp {
  return op('meeting.set', deal, meetingKey(meeting.id), meeting);
}

function promiseOp(deal: DealKey, id: string, promise: DealPromise | null): NewOp {
  return op('promise.set', deal, promiseKey(id), promise);
}

function op(kind: NewOp['kind'], subject: string, key: string, value: unknown): NewOp {
  return { kind, subject, key, value, version: null };
}
