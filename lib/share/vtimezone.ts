/**
 * A time zone written out for a calendar file: what the offset is before, during and after an
 * event, and when it changes. Read off the machine's own tables, so that no second copy of the
 * world's time zones is shipped.
 */
import ICAL from 'ical.js';
import { DAY_MS, type Instant, MINUTE_MS } from '../domain/day';
import { offsetAt, wallTime, type Zone } from '../domain/zone';

/** Each change of the clock within a year of the event: what a reader needs, and a little more. */
const AROUND_MS = 370 * DAY_MS;

interface Onset {
  at: Instant;
  /** Minutes ahead of UTC. */
  from: number;
  to: number;
}

export function timezoneComponent(zone: Zone, start: Instant, end: Instant): ICAL.Component {
  const [first, last] = [start - AROUND_MS, end + AROUND_MS];
  const before = offsetAt(first, zone);
  const component = new ICAL.Component('vtimezone');
  component.addPropertyWithValue('tzid', zone);
  component.addSubcomponent(observance('standard', { at: first, from: before, to: before }));
  for (const onset of onsets(zone, first, last)) {
    component.addSubcomponent(observance(onset.to > onset.from ? 'daylight' : 'standard', onset));
  }
  return component;
}

/** The changes of the clock between two instants, to the minute. No zone changes twice in a day. */
function onsets(zone: Zone, first: Instant, last: Instant): Onset[] {
  const found: Onset[] = [];
  for (let day = first; day < last; day += DAY_MS) {
    const [from, to] = [offsetAt(day, zone), offsetAt(day + DAY_MS, zone)];
    if (from === to) continue;
    let [low, high] = [day, day + DAY_MS];
    while (high - low > MINUTE_MS) {
      const middle = low + Math.floor((high - low) / 2 / MINUTE_MS) * MINUTE_MS;
      if (offsetAt(middle, zone) === from) low = middle;
      else high = middle;
    }
    found.push({ at: Math.floor(high / MINUTE_MS) * MINUTE_MS, from, to });
  }
  return found;
}

function observance(name: 'standard' | 'daylight', { at, from, to }: Onset): ICAL.Component {
  const component = new ICAL.Component(name);
  // An onset is told in the wall time that ends with it.
  component.addPropertyWithValue('dtstart', ICAL.Time.fromDateTimeString(utcText(at + from * MINUTE_MS)));
  component.addPropertyWithValue('tzoffsetfrom', offset(from));
  component.addPropertyWithValue('tzoffsetto', offset(to));
  return component;
}

function offset(minutes: number): ICAL.UtcOffset {
  return ICAL.UtcOffset.fromSeconds(minutes * 60);
}

function utcText(at: Instant): string {
  const { day, time } = wallTime(at, 'UTC');
  return `${day}T${time}:00`;
}
