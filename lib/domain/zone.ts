/**
 * Time zones by their IANA name: what the clock on the wall says at an instant, and the instant
 * at which it says so. The rules are those of the machine's own tables (`Intl`), asked for one
 * named zone, so the machine's own zone and language do not matter.
 */
import { DAY_MS, type Instant, type IsoDay, MINUTE_MS } from './day';
import { z } from './z';

/** An IANA name: `Europe/Berlin`. */
export type Zone = string;

/** What the clock on the wall says, `2026-12-01` and `09:30`. */
export interface WallTime {
  day: IsoDay;
  /** `HH:MM`, 00:00 to 23:59. */
  time: string;
}

const clocks = new Map<Zone, Intl.DateTimeFormat>();

/** @throws RangeError when there is no such zone: zones are checked at the doors. */
function clockOf(zone: Zone): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  clocks.set(zone, clock);
  return clock;
}

/** Whether the machine's tables know a zone by this name; offsets (`+01:00`) do not count. */
export function isZone(text: string): text is Zone {
  try {
    // An offset ("+01:00") is a zone to some engines, but knows no daylight saving.
    return !/^[+-]/.test(text) && clockOf(text) !== null;
  } catch {
    return false;
  }
}

/** A zone in what comes in. */
export const zoneSchema = z.string().max(100).refine(isZone, { error: 'not a time zone (Europe/Berlin)' });

/** What the clock on the wall says in a zone, to the minute. */
export function wallTime(at: Instant, zone: Zone): WallTime {
  const parts = new Map(
    clockOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  return {
    day: `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}`,
  };
}

/** How far the zone is ahead of UTC at an instant, in minutes. */
export function offsetAt(at: Instant, zone: Zone): number {
  const minute = Math.floor(at / MINUTE_MS) * MINUTE_MS;
  return (asUtc(wallTime(minute, zone)) - minute) / MINUTE_MS;
}

/**
 * The instant at which the clock on the wall says this. When it says so twice (the clock goes
 * back), the first time; when it never does (it goes forward), as far after the leap as was
 * meant after its beginning: 02:30 becomes 03:30. Calendars do the same (RFC 5545, 3.3.5).
 */
export function instantOf(wall: WallTime, zone: Zone): Instant {
  const utc = asUtc(wall);
  // No zone is further than a day from UTC: these two stand on either side of any leap.
  const before = utc - offsetAt(utc - DAY_MS, zone) * MINUTE_MS;
  const after = utc - offsetAt(utc + DAY_MS, zone) * MINUTE_MS;
  return asUtc(wallTime(before, zone)) === utc || asUtc(wallTime(after, zone)) !== utc ? before : after;
}

/** The wall time read as if it were UTC: a number to reckon with, not an instant. */
function asUtc({ day, time }: WallTime): number {
  return Date.parse(`${day}T${time}:00Z`);
}
