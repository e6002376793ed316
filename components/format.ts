/** Days, amounts and numbers as the person's browser writes them. */

import { i18n } from '#i18n';
import { minorDigits } from '../lib/domain/currency';
import type { Instant, IsoDay } from '../lib/domain/day';
import { daysBetween } from '../lib/domain/day';
import type { Money } from '../lib/domain/deal';

/** Numbers and dates follow the browser, words the language that they are written in. */
const locale = navigator.language;

const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });

/** "2.4" */
export function points(value: number): string {
  return number.format(value);
}

const difference = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, signDisplay: 'exceptZero' });

/** "+2.4", "-2.4" */
export function signed(value: number): string {
  return difference.format(value);
}

const exact = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });

/** "1,200.25" */
export function count(value: number): string {
  return exact.format(value);
}

const percent = new Intl.NumberFormat(locale, { style: 'percent' });

/** A part of one: "58%". */
export function share(value: number): string {
  return percent.format(value);
}

const shortDay = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
const longDay = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

/** "31 Dec", with the year where it is not this one. */
export function day(date: IsoDay, today: IsoDay): string {
  return (date.slice(0, 4) === today.slice(0, 4) ? shortDay : longDay).format(new Date(date));
}

/** "31 Dec 2026" */
export function dayInFull(date: IsoDay): string {
  return longDay.format(new Date(date));
}

const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });

/** "22 Nov 2026, 09:10", by the person's own clock. */
export function instant(at: Instant): string {
  return moment.format(at);
}

/** "10:10", by the clock of a time zone. */
export function clockTime(at: Instant, timeZone: string): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone }).format(at);
}

/** "today", "yesterday", "10 days ago": a part of a sentence, so in the sentence's language. */
export function ago(date: IsoDay, today: IsoDay): string {
  const words = new Intl.RelativeTimeFormat(i18n.t('lang'), { numeric: 'auto' });
  return words.format(Math.min(0, -daysBetween(date, today)), 'day');
}

/** "in 23 days", "today", "10 days ago": a part of a sentence, so in the sentence's language. */
export function near(date: IsoDay, today: IsoDay): string {
  const words = new Intl.RelativeTimeFormat(i18n.t('lang'), { numeric: 'auto' });
  return words.format(daysBetween(today, date), 'day');
}

/** An amount in full ("$140,000.00"), or short for a line with little room ("$140K"). */
export function money({ minor, currency }: Money, short = false): string {
  const { full, brief } = moneyFormats(currency);
  return (short ? brief : full).format(minor / 10 ** minorDigits(currency));
}

/** A format takes longer to make than a whole column to write, so each is made once. */
const formats = new Map<string | null, Record<'full' | 'brief', Intl.NumberFormat>>();

function moneyFormats(currency: string | null) {
  const known = formats.get(currency);
  if (known) return known;
  const style = currency ? ({ style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const) : {};
  const made = {
    full: new Intl.NumberFormat(locale, style),
    brief: new Intl.NumberFormat(locale, { ...style, notation: 'compact', maximumSignificantDigits: 3 }),
  };
  formats.set(currency, made);
  return made;
}
