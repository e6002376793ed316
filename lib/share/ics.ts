/**
 * A meeting as a calendar file (RFC 5545). Folding, escaping and quoting are the library's;
 * which time it is, is ours. It is a file to open, not an invitation sent by a server: no
 * `METHOD`, and no attendees, which would need an organizer's address; their names stand in the
 * agenda's text.
 *
 * The library is Mozilla's: of those tried it is the one that folds by octets between whole
 * characters and depends neither on the machine's time zone nor on a second table of zones. It
 * is large (23 kB gzip), so import this file when a calendar file is asked for, not before.
 */
import ICAL from 'ical.js';
import { addDays, type Instant } from '../domain/day';
import { instantOf, wallTime, type Zone } from '../domain/zone';
import type { CalendarEvent, Span } from './calendar-event';
import { oneLine, plainText } from './plain-text';
import { timezoneComponent } from './vtimezone';

// A folded line may have 75 octets, and the library counts without the space that it begins with.
ICAL.foldLength = 74;

/** The media type of such a file. */
export const ICS_TYPE = 'text/calendar;charset=utf-8';

/** The file's text, lines ended as the standard has it. `now` is when this version was made. */
export function icsText(event: CalendarEvent, now: Instant): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('prodid', '-//Footing//Footing//EN');
  const { span } = event;
  if (span.kind === 'at' && !isUtc(span.zone)) {
    calendar.addSubcomponent(timezoneComponent(span.zone, span.start, span.end));
  }
  calendar.addSubcomponent(eventComponent(event, now));
  return `${calendar.toString()}\r\n`;
}

function eventComponent(event: CalendarEvent, now: Instant): ICAL.Component {
  const component = new ICAL.Component('vevent');
  component.addPropertyWithValue('uid', event.uid);
  component.addPropertyWithValue('dtstamp', ICAL.Time.fromJSDate(new Date(now), true));
  component.addPropertyWithValue('sequence', event.sequence);
  component.addPropertyWithValue('summary', oneLine(event.title));
  component.addPropertyWithValue('description', plainText(event.text));
  component.addPropertyWithValue('status', event.cancelled ? 'CANCELLED' : 'CONFIRMED');
  for (const property of times(event.span)) component.addProperty(property);
  return component;
}

function times(span: Span): ICAL.Property[] {
  if (span.kind === 'at') return [time('dtstart', span.start, span.zone), time('dtend', span.end, span.zone)];
  // The end of a day is the next day, which is not in it.
  return [date('dtstart', span.day), date('dtend', addDays(span.day, 1))];
}

function date(name: string, day: string): ICAL.Property {
  const property = new ICAL.Property(name);
  property.resetType('date');
  property.setValue(ICAL.Time.fromDateString(day));
  return property;
}

/**
 * A time on the wall of its zone. In the hour that a clock going back shows twice, wall time
 * means the first; the second can be said in UTC alone.
 */
function time(name: string, at: Instant, zone: Zone): ICAL.Property {
  const wall = wallTime(at, zone);
  const property = new ICAL.Property(name);
  if (isUtc(zone) || instantOf(wall, zone) !== at) {
    property.setValue(ICAL.Time.fromJSDate(new Date(at), true));
  } else {
    property.setValue(ICAL.Time.fromDateTimeString(`${wall.day}T${wall.time}:00`));
    property.setParameter('tzid', zone);
  }
  return property;
}

function isUtc(zone: Zone): boolean {
  return /^(?:Etc\/)?(?:UTC|GMT)$/i.test(zone);
}
