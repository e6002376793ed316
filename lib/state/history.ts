/** Every revision of one answer, newest first, read live. */
import { useLiveQuery } from 'dexie-react-hooks';
import type { Answer } from '../domain/answer';
import { type OpId, timeOf } from '../domain/clock';
import type { Instant } from '../domain/day';
import type { DealKey } from '../domain/deal';
import { answerKey } from '../domain/op';
import type { QuestionId } from '../domain/playbook';
import { historyOf } from '../storage/history';

export interface Revision {
  id: OpId;
  at: Instant;
  /** `null` where the answer was taken back. */
  answer: Answer | null;
  /** "Still true?" was pressed, and nothing else changed. */
  confirmed: boolean;
}

/** `undefined` while it is read. */
export function useHistory(deal: DealKey, question: QuestionId): readonly Revision[] | undefined {
  return useLiveQuery(async () => {
    const ops = await historyOf(deal, answerKey(question)).catch(() => []);
    return ops.map((op) => ({
      id: op.id,
      at: timeOf(op.id),
      answer: op.value as Answer | null,
      confirmed: op.kind === 'answer.confirmed',
    }));
  }, [deal, question]);
}
