/**
 * The hybrid logical clock that orders everything anyone does. An id sorts by time as text:
 * milliseconds, a counter, the device, a random tail. It never goes back, whatever the
 * machine's clock does, and every id that is seen moves it on.
 */
import { type Instant, MINUTE_MS } from './day';
import { z } from './z';

/** `mmmmmmmmmmm-cccc-dddddddddddddddd-rrrrrrrr`, lower-case hexadecimal. */
export type OpId = string;

const ID = /^[0-9a-f]{11}-[0-9a-f]{4}-[0-9a-f]{16}-[0-9a-f]{8}$/;
const MAX_COUNTER = 0xffff;

/** An op's id in what comes in; its time is not looked at. */
export const opIdSchema = z.string().regex(ID, { error: 'not an id of Footing' });

/** How far ahead of this machine an id may be before it is flagged; five minutes. */
export const SKEW_MS = 5 * MINUTE_MS;

/** A reading of the clock: the time, and how many ids were made in the same millisecond. */
export interface ClockState {
  ms: Instant;
  counter: number;
}

/** The clock of a log that is empty. */
export const CLOCK_ZERO: ClockState = { ms: 0, counter: 0 };

/** When an op was made, by the clock of the device that made it. */
export function timeOf(id: OpId): Instant {
  return Number.parseInt(id.slice(0, 11), 16);
}

/** The clock's next reading: the machine's time, or one step past the newest id seen. */
export function tick(clock: ClockState, now: Instant): ClockState {
  if (now > clock.ms) return { ms: now, counter: 0 };
  if (clock.counter < MAX_COUNTER) return { ms: clock.ms, counter: clock.counter + 1 };
  return { ms: clock.ms + 1, counter: 0 };
}

/** The clock after an id from anywhere was seen. */
export function witness(clock: ClockState, id: OpId): ClockState {
  const ms = timeOf(id);
  const counter = Number.parseInt(id.slice(12, 16), 16);
  return ms > clock.ms || (ms === clock.ms && counter > clock.counter) ? { ms, counter } : clock;
}

/** The id of a reading. `device` is 16 and `tail` 8 hexadecimal digits. */
export function opId(clock: ClockState, device: string, tail: string): OpId {
  return `${clock.ms.toString(16).padStart(11, '0')}-${clock.counter.toString(16).padStart(4, '0')}-${device}-${tail}`;
}

/** Whether an op claims to come from the future, by more than clocks usually differ. */
export function isAhead(id: OpId, now: Instant): boolean {
  return timeOf(id) > now + SKEW_MS;
}
