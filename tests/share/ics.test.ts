/** Calendar files, read back by another library than the one that wrote them. */
import fc from 'fast-check';
import ICAL from 'ical.js';
import nodeIcal, { type VEvent } from 'node-ical';
import { describe, expect, it } from 'vitest';
import { instantOf } from '../../lib/domain/zone';
import { type CalendarEvent, calendarEvent } from '../../lib/share/calendar-event';
import { icsText } from '../../lib/share/ics';
import { plainText } from '../../lib/share/plain-text';
import { HOUR, meeting, START, steps } from '../domain/meetings';

const NOW = Date.UTC(2026, 10, 22, 12, 30, 5);

const event = (changes: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'm1@footing',
  sequence: 0,
  cancelled: false,
  title: 'What waiting costs',
  text: 'Agenda',
  span: { kind: 'at', start: START, end: START + HOUR / 2, zone: 'Europe/Berlin' },
  attendees: [],
  ...changes,
});

const lasting = (start: number, end: number, zone: string) => event({ span: { kind: 'at', start, end, zone } });

function theEvent(text: string): VEvent {
  const events = Object.values(nodeIcal.sync.parseICS(text)).filter((one) => one?.type === 'VEVENT');
  const [one, ...more] = events;
  if (one?.type !== 'VEVENT' || more.length > 0) throw new Error('not one event');
  return one;
}

/** The line of a property, unfolded. */
function line(text: string, name: string): string | undefined {
  return text
    .replace(/\r\n /g, '')
    .split('\r\n')
    .findLast((one) => one.startsWith(name));
}

/** What only the rules in the file itself say; `ICAL` reads here what it wrote, and nothing else of ours. */
function byItself(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const rules = calendar.getFirstSubcomponent('vtimezone');
  const zone = rules && new ICAL.Timezone(rules);
  const component = calendar.getFirstSubcomponent('vevent');
  if (!component) throw new Error('no event');
  const { startDate, endDate, description } = new ICAL.Event(component);
  for (const time of [startDate, endDate]) if (zone && time.zone !== ICAL.Timezone.utcTimezone) time.zone = zone;
  return { times: [startDate, endDate].map((time) => time.toUnixTime() * 1000), description };
}

describe('a calendar file', () => {
  it('says when it is, by the clock of the zone, and when it was written', () => {
    const text = icsText(event(), NOW);
    expect(line(text, 'DTSTART')).toBe('DTSTART;TZID=Europe/Berlin:20261201T100000');
    expect(line(text, 'DTEND')).toBe('DTEND;TZID=Europe/Berlin:20261201T103000');
    expect(line(text, 'DTSTAMP')).toBe('DTSTAMP:20261122T123005Z');
    expect(theEvent(text).start.getTime()).toBe(START);
  });

  it('is the same on every machine: nothing of the clock here gets in', () => {
    const zones = ['Asia/Tokyo', 'America/Los_Angeles'].map((zone) => {
      const before = process.env.TZ;
      process.env.TZ = zone;
      try {
        return icsText(event(), NOW);
      } finally {
        if (before === undefined) delete process.env.TZ;
        else process.env.TZ = before;
      }
    });
    expect(zones[0]).toBe(zones[1]);
  });

  it('carries the rules of its zone: what holds before, and each change with its day', () => {
    const text = icsText(event(), NOW);
    const [zone = ''] = /BEGIN:VTIMEZONE.*END:VTIMEZONE/s.exec(text) ?? [];
    expect(line(text, 'TZID')).toBe('TZID:Europe/Berlin');
    const rules = zone.matchAll(/BEGIN:(\w+)\r\nDTSTART:(\S+)\r\nTZOFFSETFROM:(\S+)\r\nTZOFFSETTO:(\S+)/g);
    expect([...rules].map((rule) => rule.slice(1).join(' '))).toEqual([
      'STANDARD 20251126T100000 +0100 +0100',
      'DAYLIGHT 20260329T020000 +0100 +0200',
      'STANDARD 20261025T030000 +0200 +0100',
      'DAYLIGHT 20270328T020000 +0100 +0200',
      'STANDARD 20271031T030000 +0200 +0100',
    ]);
  });

  it('needs no rules for UTC', () => {
    const text = icsText(lasting(START, START + HOUR, 'UTC'), NOW);
    expect(line(text, 'DTSTART')).toBe('DTSTART:20261201T090000Z');
    expect(text).not.toContain('VTIMEZONE');
  });

  it('of a whole day ends on the next, which is not in it', () => {
    const text = icsText(event({ span: { kind: 'day', day: '2026-12-31' } }), NOW);
    expect([line(text, 'DTSTART'), line(text, 'DTEND')]).toEqual([
      'DTSTART;VALUE=DATE:20261231',
      'DTEND;VALUE=DATE:20270101',
    ]);
    expect(theEvent(text).datetype).toBe('date');
  });

  it('crosses midnight', () => {
    const start = instantOf({ day: '2026-12-01', time: '23:30' }, 'America/New_York');
    const text = icsText(lasting(start, start + HOUR, 'America/New_York'), NOW);
    expect([line(text, 'DTSTART'), line(text, 'DTEND')]).toEqual([
      'DTSTART;TZID=America/New_York:20261201T233000',
      'DTEND;TZID=America/New_York:20261202T003000',
    ]);
  });

  it('crosses a clock going forward: two hours on the wall, one hour long', () => {
    const start = Date.UTC(2026, 2, 29, 0, 30);
    const text = icsText(lasting(start, start + HOUR, 'Europe/Berlin'), NOW);
    expect([line(text, 'DTSTART'), line(text, 'DTEND')]).toEqual([
      'DTSTART;TZID=Europe/Berlin:20260329T013000',
      'DTEND;TZID=Europe/Berlin:20260329T033000',
    ]);
  });

  it('says in UTC what the wall shows a second time when the clock goes back', () => {
    const first = Date.UTC(2026, 9, 25, 0, 30);
    const text = icsText(lasting(first, first + HOUR, 'Europe/Berlin'), NOW);
    expect([line(text, 'DTSTART'), line(text, 'DTEND')]).toEqual([
      'DTSTART;TZID=Europe/Berlin:20261025T023000',
      'DTEND:20261025T013000Z',
    ]);
  });

  it('is replaced by the next: same UID, higher SEQUENCE; and taken back when cancelled', () => {
    const first = calendarEvent(meeting(), 'T', 'A');
    const shared = { at: NOW, what: 'agenda', way: 'ics', text: 'A' } as const;
    const second = calendarEvent(meeting({ ...steps(['cancelled', 9]), shared: [shared] }), 'T', 'A');
    const [a, b] = [first, second].map((one) => one && theEvent(icsText(one, NOW)));
    expect(a?.uid).toBe(b?.uid);
    expect([a?.sequence, b?.sequence].map(Number)).toEqual([0, 1]);
    expect([a?.status, b?.status]).toEqual(['CONFIRMED', 'CANCELLED']);
    expect(calendarEvent(meeting({ when: null }), 'T', 'A')).toBeNull();
  });

  it('folds lines at 75 octets, between whole characters', () => {
    const title = 'ä€😀漢'.repeat(40);
    const text = icsText(event({ title, text: title }), NOW);
    const lines = text.split('\r\n').map((one) => new TextEncoder().encode(one));
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(75);
    const strict = new TextDecoder('utf-8', { fatal: true });
    expect(lines.map((octets) => strict.decode(octets)).join('\r\n')).toBe(text);
    expect(theEvent(text).summary).toBe(title);
  });

  it('lets no text become a property of its own', () => {
    const text = icsText(event({ title: 'A\r\nATTENDEE:mailto:x@y.example', text: 'B\nEND:VEVENT\n\\n;,"' }), NOW);
    expect(text.match(/^(?:ATTENDEE|END:VEVENT)/gm)).toEqual(['END:VEVENT']);
    expect(line(text, 'DESCRIPTION')).toBe('DESCRIPTION:B\\nEND:VEVENT\\n\\\\n\\;\\,"');
  });

  it('brings any text back', () => {
    const unit = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 3 }),
      fc.constantFrom('\\', ',', ';', ':', '"', '\n', '\r\n', ' ', '\t', 'ä€😀', '\\n', '\u2028'),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 50 }), (parts) => {
        const given = `.${parts.join('')}.`;
        const text = icsText(event({ text: given }), NOW);
        expect(byItself(text).description).toBe(plainText(given));
        // The other reader takes an escaped backslash before an n for a line end.
        if (!given.includes('\\')) expect(theEvent(text).description).toBe(plainText(given));
        expect(text.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
      }),
    );
  });

  it('brings any time in any zone back', () => {
    const zones = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC');
    const minute = fc.integer({ min: Date.UTC(2024) / 60_000, max: Date.UTC(2030) / 60_000 });
    fc.assert(
      fc.property(minute, fc.integer({ min: 1, max: 1440 }), zones, (from, length, zone) => {
        const [start, end] = [from * 60_000, (from + length) * 60_000];
        const text = icsText(lasting(start, end, zone), NOW);
        const one = theEvent(text);
        expect([one.start.getTime(), one.end?.getTime()]).toEqual([start, end]);
        // That reader knows the world's zones by name; this one has only the rules in the file.
        expect(byItself(text).times).toEqual([start, end]);
      }),
      { numRuns: 50 },
    );
  });
});
