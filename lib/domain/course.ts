/** How firm a deal was on some days of the past: for small lines in lists, and for a whole review. */
import { addDays, type IsoDay } from './day';
import { isWorkedOn } from './execution';
import type { DealLog } from './ground';
import { docsAt } from './replay';
import { eventDays } from './slip';
import { readUrgency } from './urgency';
import { dealView } from './view';

/** How a deal stood at the end of one day. */
export interface CoursePoint {
  day: IsoDay;
  /** 0 to 100; `null` while nothing is due. */
  firmness: number | null;
  /** 0 to 4. */
  urgency: number;
}

const COURSE_DAYS = 90;
const EVERY = 15;

/** The days that a course is drawn with: the last 90, in even steps up to today. */
export function courseDays(today: IsoDay): IsoDay[] {
  const steps = COURSE_DAYS / EVERY;
  return Array.from({ length: steps + 1 }, (_, index) => addDays(today, (index - steps) * EVERY));
}

/**
 * Firmness and urgency at the end of each of these days, given in order. Days before the first
 * answer are left out, and so are those on which the deal was closed, stopped or set aside.
 */
export function courseOf(log: DealLog, days: readonly IsoDay[], today: IsoDay): CoursePoint[] {
  const docs = docsAt(log.ops, days, { today, offset: log.offset });
  return days.flatMap((day, index): CoursePoint[] => {
    const doc = docs[index];
    if (!doc || !isWorkedOn(log, doc, day)) return [];
    const view = dealView({ ...log, doc, today: day });
    if (Object.keys(view.answers).length === 0) return [];
    const history = eventDays(
      log.ops.filter(({ id }) => id <= doc.newest),
      log.authors,
    );
    const { level } = readUrgency({ ...view, history, closeDate: null, today: day });
    return [{ day, firmness: view.score.firmness, urgency: level }];
  });
}

/** The deals of a review together on one day. */
export interface ReviewPoint {
  day: IsoDay;
  /** How many were worked on and had an answer. */
  deals: number;
  /** The mean of those that have a number, each deal counting the same; `null` where none has. */
  firmness: number | null;
  urgency: number | null;
}

/** The courses of many deals as one. */
export function courseOfAll(courses: Iterable<readonly CoursePoint[]>, days: readonly IsoDay[]): ReviewPoint[] {
  const sums = new Map(days.map((day) => [day, { deals: 0, firm: 0, numbered: 0, urgency: 0 }]));
  for (const course of courses) {
    for (const { day, firmness, urgency } of course) {
      const sum = sums.get(day);
      if (!sum) continue;
      sum.deals += 1;
      sum.urgency += urgency;
      if (firmness === null) continue;
      sum.numbered += 1;
      sum.firm += firmness;
    }
  }
  return [...sums].map(([day, { deals, firm, numbered, urgency }]) => ({
    day,
    deals,
    firmness: numbered === 0 ? null : firm / numbered,
    urgency: deals === 0 ? null : urgency / deals,
  }));
}
