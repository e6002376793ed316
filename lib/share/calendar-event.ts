/** A meeting as calendars see it; what `.ics` files and compose links are made of. */
import { type Instant, type IsoDay, MINUTE_MS } from '../domain/day';
import { type Meeting, sequenceOf, stateOf } from '../domain/meeting';
import type { Zone } from '../domain/zone';

/** Somebody who takes part and has an address. */
export interface Person {
  name: string;
  email: string;
}

/** From one instant to another, as the clock of a zone shows it, or a whole day. */
export type Span = { kind: 'at'; start: Instant; end: Instant; zone: Zone } | { kind: 'day'; day: IsoDay };

/** The meeting as a calendar keeps it. */
export interface CalendarEvent {
  /** The same for every version of a meeting: a calendar replaces the old by the new. */
  uid: string;
  /** Higher for every version. */
  sequence: number;
  cancelled: boolean;
  title: string;
  /** The agenda, plain. */
  text: string;
  span: Span;
  attendees: Person[];
}

/** The meeting with its title and text; `null` while it has no date. */
export function calendarEvent(meeting: Meeting, title: string, text: string): CalendarEvent | null {
  const { when, zone } = meeting;
  if (when === null) return null;
  const end = when.kind === 'at' ? when.at + Math.max(1, meeting.minutes) * MINUTE_MS : 0;
  return {
    uid: `${meeting.id}@footing`,
    sequence: sequenceOf(meeting),
    cancelled: stateOf(meeting) === 'cancelled',
    title,
    text,
    span: when.kind === 'at' ? { kind: 'at', start: when.at, end, zone } : { kind: 'day', day: when.day },
    attendees: meeting.attendees.map(({ name, email }) => ({ name, email })).filter(({ email }) => isAddress(email)),
  };
}

/** Whether something may stand in a `mailto:`: one address, and nothing that a header could hide in. */
export function isAddress(text: string): boolean {
  return /^[^\s@,;:<>()"?&]+@[^\s@,;:<>()"?&]+$/.test(text);
}
