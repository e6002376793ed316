/** Days and meeting times in words, in a language that is given and the meeting's own zone. */
import { type Instant, type IsoDay, MINUTE_MS } from '../domain/day';
import type { Meeting } from '../domain/meeting';

/** "Tuesday, 1 December 2026", as the locale writes it. */
function dayText(day: IsoDay, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(Date.parse(`${day}T00:00Z`));
}

/** Day, from and to, and the zone, so that nobody has to guess whose ten o'clock; empty without a date. */
export function whenText({ when, zone, minutes }: Meeting, locale: string): string {
  if (when === null) return '';
  if (when.kind === 'day') return dayText(when.day, locale);
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: zone });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: zone });
  const zoned = new Intl.DateTimeFormat(locale, {
    hour: 'numeric',
    minute: '2-digit',
    timeZone: zone,
    timeZoneName: 'short',
  });
  const end: Instant = when.at + minutes * MINUTE_MS;
  const until = day.format(end) === day.format(when.at) ? '' : `${day.format(end)}, `;
  return `${day.format(when.at)}, ${time.format(when.at)} – ${until}${zoned.format(end)}`;
}
