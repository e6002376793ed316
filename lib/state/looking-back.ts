/** What the numbers of a person are worked out from: the past of their deals. */
import { type Claim, claimsOf } from '../domain/calibration';
import { type DealCases, dealCases, periodsUntil, type Span } from '../domain/execution';
import type { Habit } from '../domain/habit';
import { type HabitCount, habitCount } from '../domain/habit-count';
import type { ReviewRow } from '../domain/review-row';
import { type FromLogs, logWork, useFromLogs } from './from-logs';

const cases = logWork<Span, DealCases>((log, span, { day }) =>
  dealCases(
    log,
    periodsUntil(day, span).map(({ to }) => to),
    day,
    Date.now(),
  ),
);

const habitCounts = logWork<readonly Habit[], HabitCount[]>((log, habits, { day }) =>
  habits.map((habit) => habitCount(log, habit, day, Date.now())),
);

const claims = logWork<null, Claim[]>((log) => claimsOf(log));

/** What each deal adds to the numbers of execution, by month or by quarter. */
export function useCases(rows: readonly ReviewRow[], span: Span): FromLogs<DealCases> {
  return useFromLogs(cases, rows, span);
}

/** What each deal says of each habit. */
export function useHabitCounts(rows: readonly ReviewRow[], habits: readonly Habit[]): FromLogs<HabitCount[]> {
  return useFromLogs(habitCounts, rows, habits);
}

/** What was claimed in each deal, and whether it held; nothing of deals that are not over. */
export function useClaims(rows: readonly ReviewRow[]): FromLogs<Claim[]> {
  return useFromLogs(claims, rows, null);
}
