/**
 * Links that open a calendar's own form, filled in. The person looks at it and saves it there;
 * the link leaves the browser only when it is clicked. Neither calendar documents its form;
 * what is used here is what both have taken for years (seen 2026-11).
 */
import { addDays, type Instant } from '../domain/day';
import type { CalendarEvent } from './calendar-event';
import { cutAtSentence, oneLine, plainText } from './plain-text';

/** Longer addresses are refused by some servers and proxies. */
export const MAX_LINK = 4000;

/** A link to a form that is filled in. */
export interface CalendarLink {
  href: string;
  /** Set where the agenda did not fit whole: it is cut at a sentence; copy the rest. */
  cut: boolean;
}

/** The form of Google Calendar. */
export function googleLink(event: CalendarEvent): CalendarLink {
  const { span } = event;
  const [from, to] =
    span.kind === 'at'
      ? [compact(span.start), compact(span.end)]
      : [span.day.replaceAll('-', ''), addDays(span.day, 1).replaceAll('-', '')];
  return withinLimit('https://calendar.google.com/calendar/render', event, (text) => ({
    action: 'TEMPLATE',
    text: titleOf(event),
    dates: `${from}/${to}`,
    ctz: span.kind === 'at' ? span.zone : '',
    add: event.attendees.map(({ email }) => email).join(','),
    details: text,
  }));
}

/** `work` for companies' accounts, `home` for private ones. */
export function outlookLink(event: CalendarEvent, account: 'work' | 'home'): CalendarLink {
  const { span } = event;
  const host = account === 'work' ? 'outlook.office.com' : 'outlook.live.com';
  return withinLimit(`https://${host}/calendar/deeplink/compose`, event, (text) => ({
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: titleOf(event),
    startdt: span.kind === 'at' ? utc(span.start) : span.day,
    enddt: span.kind === 'at' ? utc(span.end) : addDays(span.day, 1),
    allday: span.kind === 'day' ? 'true' : '',
    to: event.attendees.map(({ email }) => email).join(','),
    body: text,
  }));
}

/** The agenda is cut until the link is short enough; time, title and people always stand in it. */
function withinLimit(
  base: string,
  event: CalendarEvent,
  parameters: (text: string) => Record<string, string>,
): CalendarLink {
  const link = (text: string) => {
    const filled = Object.entries(parameters(text)).filter(([, value]) => value !== '');
    return `${base}?${filled.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`;
  };
  const whole = plainText(event.text);
  let text = whole;
  while (text !== '' && link(text).length > MAX_LINK) text = cutAtSentence(text, Math.floor(text.length * 0.8) - 1);
  return { href: link(text), cut: text !== whole };
}

function titleOf({ title }: CalendarEvent): string {
  return cutAtSentence(oneLine(title), 200);
}

/** `2026-12-01T09:00:00Z` */
function utc(at: Instant): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

/** `20261201T090000Z` */
function compact(at: Instant): string {
  return utc(at).replace(/[-:]/g, '');
}
