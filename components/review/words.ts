/** The rows of the review in words. */
import { i18n } from '#i18n';
import { minorDigits } from '../../lib/domain/currency';
import type { IsoDay } from '../../lib/domain/day';
import type { Fact, ReviewRow } from '../../lib/domain/review-row';
import type { Group } from '../../lib/domain/review-view';
import { remembered } from '../../lib/domain/written';
import { day, money } from '../format';
import { word } from '../word';

/** What a deal is called on the screen. */
export function dealName({ name }: Pick<ReviewRow, 'name'>): string {
  return name ?? word('recent.noName');
}

/** The step where a deal is over, the phase else. */
export function phaseWord({ phase, step }: ReviewRow): string {
  return word(step && phase === 'closed' ? `words.step.${step}` : `words.phase.${phase}`);
}

/** "Someone committed: our word" */
export function factWords({ question, gap }: Fact): string {
  return gap ? `${question.short}: ${word(`words.gap.${gap}`).toLocaleLowerCase(word('lang'))}` : question.short;
}

/** "12 days", "today", "never" */
export function daysWord(days: number | null): string {
  return days === null ? word('review.never') : countedDays(String(days));
}

const countedDays = remembered((days) => i18n.t('review.days', Number(days), [days]));

/** "15 Dec / 31 Jan": the close date and theirs. */
export function datesWord({ closeDate, closeText, event }: ReviewRow, today: IsoDay): string {
  const closes = closeDate ? day(closeDate, today) : (closeText ?? word('words.none'));
  return `${closes} / ${event ? day(event, today) : word('words.none')}`;
}

/** What is worth saying about the dates. */
export function datedWord({ dates }: ReviewRow): string | null {
  return dates && word(`review.dated.${dates.code}`);
}

/** The sums of some deals, one for each currency: "$1.2M + €300K". */
export function sumWords(rows: readonly ReviewRow[], of: 'amount' | 'stake'): string {
  const sums = new Map<string | null, number>();
  for (const { amount, atStake, firmness } of rows) {
    if (!amount || atStake === null) continue;
    const minor = of === 'amount' ? amount.minor : amount.minor * (1 - (firmness ?? 0) / 100);
    sums.set(amount.currency, (sums.get(amount.currency) ?? 0) + minor);
  }
  const words = [...sums].map(([currency, minor]) => money({ minor, currency }, true));
  return words.length > 0 ? words.join(' + ') : word('words.none');
}

/** Whether amounts are compared that cannot be. */
export function isMixed(rows: readonly ReviewRow[]): boolean {
  return new Set(rows.flatMap(({ amount }) => (amount ? [amount.currency] : []))).size > 1;
}

/** An amount in whole units, in the currency that all these deals share; a plain number where they share none. */
export function unitsWord(units: number, rows: readonly ReviewRow[]): string {
  const [currency = null, ...others] = new Set(rows.flatMap(({ amount }) => amount?.currency ?? []));
  const shared = others.length === 0 ? currency : null;
  return money({ minor: units * 10 ** minorDigits(shared), currency: shared }, true);
}

const monthFormat = new Intl.DateTimeFormat(navigator.language, { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** What a group of rows has in common. */
export function groupWord(group: Group, row: ReviewRow): string {
  if (group === 'owner') return row.owner ?? word('review.noOwner');
  if (group === 'phase') return word(`words.phase.${row.phase}`);
  return row.closeDate ? monthFormat.format(new Date(row.closeDate)) : word('review.noMonth');
}

/** "0:34" */
export function clockWord(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
}
