/**
 * The numbers of execution: how well the basics are done, for one person's deals or a team's, and
 * over time. Each number is a count of cases that anybody can look up, never a grade. What happened
 * (advances, meetings, promises, ends) counts in the period of its day; how answers stood is looked
 * at on the last day of a period.
 */
import { allAdvances } from './advance';
import { fromCustomer, hasRung } from './answer';
import { timeOf } from './clock';
import { addDays, dayOf, daysBetween, type Instant, type IsoDay } from './day';
import { decisionOf, goesOn } from './decision';
import { answersOf, foldOps, newestCell, type SubjectDoc, stepSetOf } from './fold';
import type { DealLog } from './ground';
import { rungCounted } from './honesty';
import { agreed24, dayOfMeeting, isOver, type Meeting, startOf, stateOf } from './meeting';
import { meetingsOf, promisesOf } from './meeting-log';
import { PHASE_KEY } from './op';
import { isDue, type Phase, phaseOf } from './phase';
import { MIN_CASES, standingOf as promiseStanding } from './promise';
import { type Calendar, docsAt, replay } from './replay';
import { standingOf } from './view';

/** What happens on a day, and either was done well or was not. */
const RATES = ['advances', 'meetings', 'ours', 'theirs', 'stops'] as const;
export type Rate = (typeof RATES)[number];

/** In the order in which they are shown. */
export const MEASURES = ['advances', 'meetings', 'ours', 'theirs', 'answers', 'age', 'stops'] as const;
export type Measure = (typeof MEASURES)[number];

/** One thing that counts in a rate. */
export interface Case {
  rate: Rate;
  day: IsoDay;
  good: boolean;
}

/** How the answers of a deal stood at the end of a day. */
export interface Stand {
  day: IsoDay;
  /** The age of the evidence of each answer, in days. */
  ages: readonly number[];
  /** How many of them the customer said or showed. */
  said: number;
}

/** What one deal adds to the numbers. */
export interface DealCases {
  cases: readonly Case[];
  stands: readonly Stand[];
}

/** A stop is early while little was spent on the deal: up to this phase. */
const EARLY: Phase = 'discover';

/** What a deal adds: all that ever happened in it, and how its answers stood on these days, given in order. */
export function dealCases(log: DealLog, days: readonly IsoDay[], today: IsoDay, now: Instant): DealCases {
  const calendar = { today, offset: log.offset };
  const docs = docsAt(log.ops, days, calendar);
  const stands = days.flatMap((day, index) => standOn(log, docs[index] ?? null, day) ?? []);
  return { cases: casesOf(log, calendar, now), stands };
}

/** Everything in a deal that counts in a rate, in no order. */
export function casesOf(log: DealLog, { today, offset }: Calendar, now: Instant): Case[] {
  const doc = foldOps(log.ops);
  if (!doc) return [];
  const { authors } = log;
  const all: Case[] = [
    ...allAdvances(log).map(
      ({ at, gaps }): Case => ({ rate: 'advances', day: dayOf(at, offset), good: gaps.length === 0 }),
    ),
    ...meetingsOf(doc, authors).flatMap((meeting) => meetingCase(meeting, now, offset) ?? []),
    ...promisesOf(doc, authors).flatMap((promise): Case[] => {
      const standing = promiseStanding(promise, today);
      if (standing === 'open') return [];
      const day = promise.closedOn ?? promise.due;
      return [{ rate: promise.side === 'us' ? 'ours' : 'theirs', day, good: standing === 'kept' }];
    }),
    ...(endOf(log, doc) ?? []),
  ];
  return all.filter(({ day }) => isSince(log, day));
}

/** Whether a day is one of those who have the deal now: what was before they took it over is not theirs. */
function isSince({ since, offset }: Pick<DealLog, 'since' | 'offset'>, day: IsoDay): boolean {
  return !since || day >= dayOf(since, offset);
}

/** A meeting counts once it was held, or its time is over and nobody called it off. */
function meetingCase(meeting: Meeting, now: Instant, offset: number): Case | null {
  const state = stateOf(meeting);
  const wasHeld = state === 'held' || state === 'debriefed';
  if (state === 'cancelled' || !(wasHeld || (startOf(meeting) !== null && isOver(meeting, now)))) return null;
  const told = meeting.steps.find((step) => step.state === 'held');
  const day = dayOfMeeting(meeting) ?? (told ? dayOf(told.at, offset) : null);
  return day === null ? null : { rate: 'meetings', day, good: agreed24(meeting) };
}

/** The end of a deal that was not won: stopped by its seller, early or late, or lost. */
function endOf(log: DealLog, doc: SubjectDoc): Case[] | null {
  const { authors, offset } = log;
  const { step } = standingOf({ ...log, doc });
  const decision = decisionOf(doc, authors);
  if (step !== 'won' && decision?.choice === 'stop') {
    const then = standingOf({ ...log, doc: replay(log.ops, decision.decidedAt) }).step;
    const good = then === null || isDue(phaseOf(then), EARLY);
    return [{ rate: 'stops', day: dayOf(decision.decidedAt, offset), good }];
  }
  if (step !== 'lost') return null;
  const byHand = stepSetOf(doc, authors) ? newestCell(doc, PHASE_KEY, authors) : null;
  const at = byHand ? timeOf(byHand.op) : (doc.seen.stage?.at ?? timeOf(doc.newest));
  return [{ rate: 'stops', day: dayOf(at, offset), good: false }];
}

/** Whether those whose deal it is work on it: it is open, and neither stopped nor set aside. */
export function isWorkedOn(log: Omit<DealLog, 'ops'>, doc: SubjectDoc, day: IsoDay): boolean {
  if (!isSince(log, day)) return false;
  const { step } = standingOf({ ...log, doc });
  if (step !== null && phaseOf(step) === 'closed') return false;
  return goesOn(decisionOf(doc, log.authors), day);
}

/** `null` where nobody worked on the deal, or nothing that needs evidence was answered. */
function standOn(log: DealLog, doc: SubjectDoc | null, day: IsoDay): Stand | null {
  if (!doc || !isWorkedOn(log, doc, day)) return null;
  const answers = answersOf(doc, log.authors);
  const ages: number[] = [];
  let said = 0;
  for (const { id } of log.playbook.questions) {
    const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
    if (!answer || !hasRung(answer.verdict)) continue;
    ages.push(Math.max(0, daysBetween(answer.evidenceOn, day)));
    if (fromCustomer(rungCounted(id, answer))) said += 1;
  }
  return ages.length === 0 ? null : { day, ages, said };
}

/** A part of the time that is looked at; both days are in it. */
export interface Period {
  from: IsoDay;
  to: IsoDay;
}

/** How long a period is, and how many are shown. */
export const SPANS = { month: { months: 1, shown: 6 }, quarter: { months: 3, shown: 4 } } as const;
export type Span = keyof typeof SPANS;

/** The periods of the calendar up to today, oldest first; the last ends today. */
export function periodsUntil(today: IsoDay, span: Span): Period[] {
  const { months, shown } = SPANS[span];
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7)) - 1];
  const current = Math.floor((year * 12 + month) / months);
  return Array.from({ length: shown }, (_, index) => {
    const period = current - shown + 1 + index;
    const to = addDays(firstOf((period + 1) * months), -1);
    return { from: firstOf(period * months), to: to < today ? to : today };
  });
}

/** The first day of a month, counted from the year 0. */
function firstOf(months: number): IsoDay {
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1];
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;
}

/**
 * What is shown for a measure: a share with its cases; under `MIN_CASES` the count alone; for ages
 * the one in the middle; `none` where there was nothing to count.
 */
export type Figure =
  | { kind: 'none' }
  | { kind: 'share'; good: number; of: number; share: number }
  | { kind: 'count'; good: number; of: number }
  | { kind: 'days'; days: number; of: number }
  | { kind: 'few'; of: number };

/** So many good ones of all, as a share only where there are enough of them. */
export function shareOf(good: number, of: number): Figure {
  if (of === 0) return { kind: 'none' };
  return of < MIN_CASES ? { kind: 'count', good, of } : { kind: 'share', good, of, share: good / of };
}

/** A measure over the deals of one or many in one period; what stands is looked at on its last day. */
export function figureOf(measure: Measure, deals: Iterable<DealCases>, { from, to }: Period): Figure {
  const ages: number[] = [];
  let [good, of] = [0, 0];
  for (const { cases, stands } of deals) {
    if (measure === 'age' || measure === 'answers') {
      const stand = stands.find(({ day }) => day === to);
      good += stand?.said ?? 0;
      of += stand?.ages.length ?? 0;
      if (measure === 'age') for (const age of stand?.ages ?? []) ages.push(age);
      continue;
    }
    for (const one of cases) {
      if (one.rate !== measure || one.day < from || one.day > to) continue;
      of += 1;
      if (one.good) good += 1;
    }
  }
  return measure === 'age' ? middleOf(ages) : shareOf(good, of);
}

/** The age in the middle: half of the answers are younger or as old. Of an even number, the older of the two. */
function middleOf(ages: number[]): Figure {
  if (ages.length === 0) return { kind: 'none' };
  if (ages.length < MIN_CASES) return { kind: 'few', of: ages.length };
  const sorted = ages.sort((a, b) => a - b);
  return { kind: 'days', days: sorted[Math.floor(sorted.length / 2)] ?? 0, of: sorted.length };
}
