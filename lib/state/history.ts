/** Every revision of one answer, newest first, read live. */
import { useLiveQuery } from 'dexie-react-hooks';
import type { Answer } from '../domain/answer';
import { type OpId, timeOf } from '../domain/clock';
import type { Instant } from '../domain/day';
import type { DealKey } from '../domain/deal';
import { type AuthorId, answerKey } from '../domain/op';
import type { QuestionId } from '../domain/playbook';
import { type FaultReason, reasonOf } from '../storage/db';
import { historyOf } from '../storage/history';

/** One revision of an answer. */
export interface Revision {
  id: OpId;
  at: Instant;
  by: AuthorId;
  /** `null` where the answer was taken back. */
  answer: Answer | null;
  /** "Still true?" was pressed, and nothing else changed. */
  confirmed: boolean;
}

/** The revisions on the screen. */
export type ShownHistory =
  | { state: 'loading' }
  | { state: 'shown'; revisions: readonly Revision[] }
  | { state: 'failed'; reason: FaultReason };

/** The revisions of one answer, by anyone, now and after each change. */
export function useHistory(deal: DealKey, question: QuestionId): ShownHistory {
  return useLiveQuery(async () => read(deal, question), [deal, question]) ?? { state: 'loading' };
}

async function read(deal: DealKey, question: QuestionId): Promise<ShownHistory> {
  try {
    const ops = await historyOf(deal, answerKey(question));
    const revisions = ops.map((op) => ({
      id: op.id,
      at: timeOf(op.id),
      by: op.by,
      answer: op.value as Answer | null,
      confirmed: op.kind === 'answer.confirmed',
    }));
    return { state: 'shown', revisions };
  } catch (error) {
    return { state: 'failed', reason: reasonOf(error) };
  }
}
