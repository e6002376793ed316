/** What a person practises. */
import { useLiveQuery } from 'dexie-react-hooks';
import type { HabitRefusal, KeptHabit } from '../domain/habit';
import type { Person } from '../domain/person';
import type { QuestionId } from '../domain/playbook';
import { type FaultReason, reasonOf } from '../storage/db';
import { beginHabit, endHabit, readHabits } from '../storage/habits';
import { today } from './today';

/** The habits of a person on the screen. */
export type Habits =
  | { state: 'loading' }
  | { state: 'shown'; habits: readonly KeptHabit[] }
  | { state: 'failed'; reason: FaultReason };

/** Oldest first, those that ended too. */
export function useHabits({ authors: ids }: Person): Habits {
  const read = async (): Promise<Habits & { key: string }> => {
    const key = ids.join();
    try {
      return { state: 'shown', habits: await readHabits(ids), key };
    } catch (error) {
      return { state: 'failed', reason: reasonOf(error), key };
    }
  };
  const kept = useLiveQuery(read, [ids.join()]);
  return kept?.key === ids.join() ? kept : { state: 'loading' };
}

/** Why a habit was not begun or ended: refused, or storage failed. */
export type NotDone = { refused: HabitRefusal } | { failed: FaultReason };

/** Begins a habit today. */
export async function begin({ authors: ids }: Person, about: QuestionId): Promise<NotDone | null> {
  try {
    const refused = await beginHabit(ids, about, today.getState().day);
    return refused && { refused };
  } catch (error) {
    return { failed: reasonOf(error) };
  }
}

/** Ends a habit today; it stays to be looked at. */
export async function end(habit: KeptHabit): Promise<NotDone | null> {
  try {
    await endHabit(habit, today.getState().day);
    return null;
  } catch (error) {
    return { failed: reasonOf(error) };
  }
}
