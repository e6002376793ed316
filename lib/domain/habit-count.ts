/** How a habit goes, counted from a person's deals: before it began, and since. */
import { addDays, daysBetween, type Instant, type IsoDay } from './day';
import { type Case, casesOf, isWorkedOn } from './execution';
import { own, type SubjectDoc } from './fold';
import { type DealLog, groundOf, scoreGround } from './ground';
import type { Habit } from './habit';
import type { QuestionId } from './playbook';
import { docsAt } from './replay';
import { dealView } from './view';

/** So many good ones of all. */
export interface Tally {
  good: number;
  of: number;
}

/** How it was before a habit began, and how it is since. */
export interface HabitCount {
  before: Tally;
  since: Tally;
}

/** Habits that show in what happens, and not in how a deal stands. */
const SHOWS_IN: Readonly<Record<QuestionId, 'meetings' | 'ours'>> = {
  'next.agreed': 'meetings',
  'promises.kept': 'ours',
};

/** At least so many days before the start are looked at, so that there is something to hold against. */
const DAYS_BEFORE = 30;

/** What happens in deals that a habit is counted by; `null` where it is how the deals stand. */
export function eventsOf(about: QuestionId): 'meetings' | 'ours' | null {
  return own(SHOWS_IN, about) ?? null;
}

/** The days over which events are counted: since the start, and as many before it. */
export function habitWindow({ from, to }: Habit, today: IsoDay): { before: IsoDay; until: IsoDay } {
  const until = to ?? today;
  return { before: addDays(from, -Math.max(DAYS_BEFORE, daysBetween(from, until))), until };
}

/**
 * What one deal says of a habit. Agendas and promises are counted over the time since the start
 * and the same time before; everything else is whether the question is firm, where it is due: at
 * the end of the day before the start, and on the last day.
 */
export function habitCount(log: DealLog, habit: Habit, today: IsoDay, now: Instant): HabitCount {
  const { before, until } = habitWindow(habit, today);
  const rate = eventsOf(habit.about);
  if (rate) {
    const cases = casesOf(log, { today, offset: log.offset }, now).filter((one) => one.rate === rate);
    return {
      before: tallied(cases, (day) => day >= before && day < habit.from),
      since: tallied(cases, (day) => day >= habit.from && day <= until),
    };
  }
  const days = [addDays(habit.from, -1), until];
  const [first, last] = docsAt(log.ops, days, { today, offset: log.offset });
  return {
    before: stoodOn(log, first ?? null, days[0] ?? until, habit.about),
    since: stoodOn(log, last ?? null, until, habit.about),
  };
}

/** The counts of several deals together. */
export function sumCounts(counts: Iterable<HabitCount>): HabitCount {
  const sum: HabitCount = { before: { good: 0, of: 0 }, since: { good: 0, of: 0 } };
  for (const { before, since } of counts) {
    sum.before = { good: sum.before.good + before.good, of: sum.before.of + before.of };
    sum.since = { good: sum.since.good + since.good, of: sum.since.of + since.of };
  }
  return sum;
}

function tallied(cases: readonly Case[], isIn: (day: IsoDay) => boolean): Tally {
  const counted = cases.filter(({ day }) => isIn(day));
  return { good: counted.filter(({ good }) => good).length, of: counted.length };
}

/** One of one where the question is due and firm, none of one where it is due, none of none else. */
function stoodOn(log: DealLog, doc: SubjectDoc | null, today: IsoDay, about: QuestionId): Tally {
  if (!doc || !isWorkedOn(log, doc, today)) return { good: 0, of: 0 };
  const view = dealView({ ...log, doc, today });
  const term = scoreGround(groundOf(view, today)).terms.find(({ question }) => question.id === about);
  if (!term?.counts) return { good: 0, of: 0 };
  return { good: term.gap === null ? 1 : 0, of: 1 };
}
