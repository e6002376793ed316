/** The days of a deal on one line: what happens when, and how far apart it lies. */

import { daysBetween, type IsoDay } from './day';
import type { QuestionId } from './playbook';

/** Of marks on one day, in the order in which they are drawn. */
export const MARKS = ['today', 'event', 'closeDate', 'meeting', 'knowBy'] as const;
export type MarkKind = (typeof MARKS)[number];

/** One day on the line. */
export interface Mark {
  kind: MarkKind;
  day: IsoDay;
  /** Days from today; negative for what is past. */
  days: number;
  /** 0 at the earliest mark, 1 at the latest. */
  position: number;
  /** With `knowBy`: what will be known. */
  question: QuestionId | null;
}

/** The days to draw, as far as they are known. */
export interface TimelineInput {
  today: IsoDay;
  event: IsoDay | null;
  closeDate: IsoDay | null;
  meetings: readonly IsoDay[];
  knowBy: readonly { day: IsoDay; question: QuestionId }[];
}

/** The marks, earliest first. A single day stands at 0. */
export function timeline({ today, event, closeDate, meetings, knowBy }: TimelineInput): Mark[] {
  const mark = (kind: MarkKind, day: IsoDay | null, question: QuestionId | null = null) =>
    day === null ? [] : [{ kind, day, question, days: daysBetween(today, day) }];
  const marks = [
    ...mark('today', today),
    ...mark('event', event),
    ...mark('closeDate', closeDate),
    ...meetings.flatMap((day) => mark('meeting', day)),
    ...knowBy.flatMap(({ day, question }) => mark('knowBy', day, question)),
  ].sort((a, b) => a.days - b.days || MARKS.indexOf(a.kind) - MARKS.indexOf(b.kind));
  const [first, last] = [marks[0]?.days ?? 0, marks.at(-1)?.days ?? 0];
  return marks.map((one) => ({ ...one, position: last === first ? 0 : (one.days - first) / (last - first) }));
}

/** The days by which unknown answers will be known. */
export function knowByDays(
  answers: Readonly<Record<QuestionId, { verdict: string; knowBy: IsoDay | null }>>,
): { day: IsoDay; question: QuestionId }[] {
  return Object.entries(answers).flatMap(([question, { verdict, knowBy }]) =>
    verdict === 'unknown' && knowBy !== null ? [{ day: knowBy, question }] : [],
  );
}
