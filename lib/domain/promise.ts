/**
 * Promises of both sides: what somebody said they will do, and by when. Ours come first, always:
 * who asks the customer for evidence keeps their own word.
 */
import { daySchema, daysBetween, type Instant, type IsoDay } from './day';
import { MAX_LINE, type MeetingId, type Side } from './meeting';
import type { Sighting } from './score';
import { z } from './z';

/** What is stored of a promise; that it is late is not. */
const PROMISE_STATES = ['open', 'kept', 'broken'] as const;
export type PromiseState = (typeof PROMISE_STATES)[number];

/** What somebody said they will do, by a day. */
export interface DealPromise {
  id: string;
  side: Side;
  who: string;
  what: string;
  due: IsoDay;
  state: PromiseState;
  /** The day on which it was kept or given up; `null` while it is open. */
  closedOn: IsoDay | null;
  /** The meeting in which it was made. */
  meeting: MeetingId | null;
}

/** A promise with the time at which its present state was saved. */
export interface KeptPromise extends DealPromise {
  at: Instant;
}

/** A promise as the log keeps it. */
export const promiseSchema = z.looseObject({
  id: z.string().min(1).max(100),
  side: z.enum(['us', 'them']),
  who: z.string().max(MAX_LINE),
  what: z.string().max(MAX_LINE),
  due: daySchema,
  state: z.enum(PROMISE_STATES),
  closedOn: daySchema.nullable(),
  meeting: z.string().max(100).nullable(),
});

/** Late is never stored: an open promise is late from the day after it was due. */
export type Standing = PromiseState | 'late';

/** How a promise stands on a day. */
export function standingOf(promise: DealPromise, today: IsoDay): Standing {
  return promise.state === 'open' && daysBetween(promise.due, today) > 0 ? 'late' : promise.state;
}

/** Whether it is open, and its day is over. */
export function isLate(promise: DealPromise, today: IsoDay): boolean {
  return standingOf(promise, today) === 'late';
}

/** The promise as kept or given up on a day. */
export function closePromise<P extends DealPromise>(promise: P, state: 'kept' | 'broken', on: IsoDay): P {
  return { ...promise, state, closedOn: on };
}

/** The promise as if nobody had closed it. */
export function reopenPromise<P extends DealPromise>(promise: P): P {
  return { ...promise, state: 'open', closedOn: null };
}

/** As a list shows them: ours first, late ones on top, then by due day. */
export function rankPromises<P extends DealPromise>(promises: readonly P[], today: IsoDay): P[] {
  const order: Record<Standing, number> = { late: 0, open: 1, broken: 2, kept: 3 };
  return promises.toSorted(
    (a, b) =>
      Number(a.side === 'them') - Number(b.side === 'them') ||
      order[standingOf(a, today)] - order[standingOf(b, today)] ||
      daysBetween(b.due, a.due),
  );
}

/** Under so many promises that fell due, a rate would say more than is known. */
export const MIN_CASES = 5;

/** How often one side kept its word. */
export interface KeptCount {
  kept: number;
  broken: number;
  late: number;
  open: number;
  /** kept / (kept + broken + late), 0 to 1; `null` under `MIN_CASES`. */
  rate: number | null;
}

/** How both sides keep their word, ours first. */
export function keptCounts(promises: readonly DealPromise[], today: IsoDay): Record<Side, KeptCount> {
  const count = (side: Side): KeptCount => {
    const standings = promises.filter((promise) => promise.side === side).map((one) => standingOf(one, today));
    const of = (standing: Standing) => standings.filter((one) => one === standing).length;
    const [kept, broken, late, open] = [of('kept'), of('broken'), of('late'), of('open')];
    const cases = kept + broken + late;
    return { kept, broken, late, open, rate: cases < MIN_CASES ? null : kept / cases };
  };
  return { us: count('us'), them: count('them') };
}

/** So often may the customer let something slip before an answer is in doubt. */
export const IN_DOUBT_FROM = 2;

/**
 * What the customer's broken promises put in doubt: from the second on, each makes the event
 * that drives the deal worth asking again. Who keeps missing their own dates may not have one.
 */
export function promiseSightings(promises: readonly KeptPromise[]): Sighting[] {
  return promises
    .filter(({ side, state }) => side === 'them' && state === 'broken')
    .map((promise) => ({ promise, day: promise.closedOn ?? promise.due }))
    .toSorted((a, b) => daysBetween(b.day, a.day) || a.promise.at - b.promise.at)
    .slice(IN_DOUBT_FROM - 1)
    .map(({ promise, day }) => ({
      event: 'promisesBroken',
      at: promise.at,
      day,
      what: promise.what,
      question: 'urgency.event',
    }));
}
