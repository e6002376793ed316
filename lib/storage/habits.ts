/** What people practise, as the screens write and read it. */
import type { IsoDay } from '../domain/day';
import {
  type Habit,
  type HabitRefusal,
  habitKey,
  habitsOf,
  type KeptHabit,
  personKey,
  refuseHabit,
} from '../domain/habit';
import type { AuthorId, NewOp, Subject } from '../domain/op';
import type { QuestionId } from '../domain/playbook';
import { database, type FootingDb } from './db';
import { randomHex } from './identity';
import { append, appendOne } from './log';

/** The habits of the person who has these ids, oldest first. */
export async function readHabits(authors: readonly AuthorId[]): Promise<KeptHabit[]> {
  return readFrom(database(), authors);
}

async function readFrom(db: FootingDb, authors: readonly AuthorId[]): Promise<KeptHabit[]> {
  const docs = await db.orgs.bulkGet(authors.map(personKey));
  return habitsOf(docs.flatMap((doc) => doc ?? []));
}

/**
 * Begins a habit, unless it is refused: then nothing is written and the reason comes back. Asked
 * where it is written, so that two tabs cannot begin a third one together.
 * @throws NotSaved; RangeError for a person without an id, who has written nothing yet
 */
export async function beginHabit(
  authors: readonly AuthorId[],
  about: QuestionId,
  from: IsoDay,
): Promise<HabitRefusal | null> {
  const [author] = authors;
  if (author === undefined) throw new RangeError('nobody to begin a habit for');
  let refusal: HabitRefusal | null = null;
  const news = habitOp(personKey(author), habitKey(randomHex(12)), { about, from, to: null });
  await append([news], async (db) => {
    refusal = refuseHabit(await readFrom(db, authors), about);
    return refusal !== null;
  });
  return refusal;
}

/**
 * Ends a habit on a day. One that began on it is taken back, for there is nothing to measure.
 * @throws NotSaved
 */
export async function endHabit({ subject, key, about, from }: KeptHabit, on: IsoDay): Promise<void> {
  await appendOne(habitOp(subject, key, from >= on ? null : { about, from, to: on }));
}

function habitOp(subject: Subject, key: string, value: Habit | null): NewOp {
  return { kind: 'habit.set', subject, key, value, version: null };
}
