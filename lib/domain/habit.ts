/**
 * Habits: what one person practises, two things at most. A habit is tied to a question of a
 * playbook or to one of the interaction basics; it has a start and an end, and how it goes is
 * measured from the deals, never reported.
 */
import { daySchema, type IsoDay } from './day';
import { cellsUnder, type SubjectDoc } from './fold';
import type { AuthorId, Subject } from './op';
import type { QuestionId } from './playbook';
import { z } from './z';

/** More than this many at once, and none becomes a habit. */
export const MOST_HABITS = 2;

/** An improvement in focus for one person. */
export interface Habit {
  /** A question, or one of the interaction basics. */
  about: QuestionId;
  from: IsoDay;
  /** The last day; `null` while it is in focus. */
  to: IsoDay | null;
}

/** A habit as the log keeps it. */
export const habitSchema = z.looseObject({
  about: z.string().min(1).max(100),
  from: daySchema,
  to: daySchema.nullable(),
}) satisfies z.ZodType<Habit>;

const HABIT_PREFIX = 'habit:';
/** Each habit has a cell of its own; `unique` is anything that no other habit of the person has. */
export const habitKey = (unique: string) => `${HABIT_PREFIX}${unique}`;

const PERSON_PREFIX = 'person:';
/** The subject of what holds for a person, whichever the deal. */
export const personKey = (author: AuthorId): Subject => `${PERSON_PREFIX}${author}`;
export const isPerson = (subject: Subject) => subject.startsWith(PERSON_PREFIX);

/** A habit, and the cell that holds it. */
export interface KeptHabit extends Habit {
  /** Where it is kept. */
  subject: Subject;
  key: string;
}

/**
 * The habits of a person, from the documents of all their ids, oldest first; those of one day in
 * the order in which they were last changed. Whoever changed one last, the person or their manager,
 * is believed. One that cannot be read stays in the log.
 */
export function habitsOf(docs: readonly SubjectDoc[]): KeptHabit[] {
  const kept = docs.flatMap((doc) => {
    const authors = [...new Set(Object.values(doc.cells).flatMap((byAuthor) => Object.keys(byAuthor)))];
    return cellsUnder(doc, HABIT_PREFIX, authors).flatMap(([unique, { op, value }]) => {
      const read = habitSchema.safeParse(value);
      if (!read.success) return [];
      const habit: KeptHabit = { ...read.data, subject: doc.subject, key: habitKey(unique) };
      return [{ habit, order: `${habit.from} ${op}` }];
    });
  });
  return kept.sort((a, b) => (a.order < b.order ? -1 : 1)).map(({ habit }) => habit);
}

/** Those in focus. Two people may each have begun one without the other; then there are more than two. */
export function openHabits<H extends Habit>(habits: readonly H[]): H[] {
  return habits.filter(({ to }) => to === null);
}

/** Why a habit is refused: two are in focus, or this one is. */
export type HabitRefusal = 'full' | 'already';

/** Why this one cannot be begun now; `null` when it can. */
export function refuseHabit(habits: readonly Habit[], about: QuestionId): HabitRefusal | null {
  const open = openHabits(habits);
  if (open.some((habit) => habit.about === about)) return 'already';
  return open.length >= MOST_HABITS ? 'full' : null;
}
