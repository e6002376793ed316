/** Firmness and urgency of each deal over the last 90 days: for the lines of the table, and for the review as one. */
import { type CoursePoint, courseDays, courseOf } from '../domain/course';
import type { ReviewRow } from '../domain/review-row';
import { type FromLogs, logWork, useFromLogs } from './from-logs';

/** The course of each deal, worked out once until it changes. */
export const courses = logWork<null, CoursePoint[]>((log, _, { day }) => courseOf(log, courseDays(day), day));

/** The courses of these deals. */
export function useCourses(rows: readonly ReviewRow[]): FromLogs<CoursePoint[]> {
  return useFromLogs(courses, rows, null);
}
