/**
 * Days and instants. Evidence, events and due dates are calendar days as a person means them
 * (`2026-11-22`, no time zone); what was done when is an instant in UTC milliseconds.
 */
import { z } from './z';

/** A calendar day, `YYYY-MM-DD`. */
export type IsoDay = string;
/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

/** In milliseconds, of instants alone: a calendar day may be an hour longer or shorter. */
export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Days that were asked for: ten thousand deals ask for the same few hundred over and over. */
const midnights = new Map<string, Instant | null>();
const MOST_MIDNIGHTS = 10_000;

/** The day as a UTC midnight, or `null` where the text is no day of the calendar (31 February). */
function midnight(day: string): Instant | null {
  const known = midnights.get(day);
  if (known !== undefined) return known;
  const found = findMidnight(day);
  if (midnights.size >= MOST_MIDNIGHTS) midnights.clear();
  midnights.set(day, found);
  return found;
}

function findMidnight(day: string): Instant | null {
  const parts = DAY.exec(day);
  if (!parts) return null;
  const [year, month, date] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, date);
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === date ? at.getTime() : null;
}

/** Whether a text is a day of the calendar, so neither `2026-02-31` nor `22.11.2026`. */
export function isDay(text: string): text is IsoDay {
  return midnight(text) !== null;
}

/** A day in what comes in. */
export const daySchema = z.string().refine(isDay, { error: 'not a day of the calendar (YYYY-MM-DD)' });

/**
 * Whole days from `from` to `to`; negative when `to` is earlier.
 * @throws RangeError when either is no day: days are checked at the doors.
 */
export function daysBetween(from: IsoDay, to: IsoDay): number {
  const [a, b] = [midnight(from), midnight(to)];
  if (a === null || b === null) throw new RangeError(`not a day: ${a === null ? from : to}`);
  return Math.round((b - a) / DAY_MS);
}

/** The day `count` days after `day` (before it, when negative). */
export function addDays(day: IsoDay, count: number): IsoDay {
  const at = midnight(day);
  if (at === null) throw new RangeError(`not a day: ${day}`);
  return new Date(at + count * DAY_MS).toISOString().slice(0, 10);
}

/**
 * The calendar day on which an instant falls for a person whose clock stands
 * `offsetMinutes` ahead of UTC (the negation of `Date.getTimezoneOffset()`).
 */
export function dayOf(at: Instant, offsetMinutes: number): IsoDay {
  return new Date(at + offsetMinutes * MINUTE_MS).toISOString().slice(0, 10);
}
