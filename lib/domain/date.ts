/** Days as CRMs print them, in any language that `Intl` knows. The engine's own date parsing is never used. */
import { type IsoDay, isDay } from './day';
import { type Parsed, plain, type Reading, remembered, UNREADABLE, UNSURE } from './written';

/** What comes first, second and third; `null` where nobody knows. */
type Order = readonly ('year' | 'month' | 'day')[] | null;

/** The language whose words are understood everywhere. */
const ROOT = 'en';

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:T.*)?$/;
/** What stands between the numbers of a date. */
const MARK = /[./-]/;
const TIME = /\d{1,2}:\d{2}(?::\d{2})?\D*$/;
/** Chinese characters stand without spaces, each for itself; a dot within a word is a part of it ("พ.ค."). */
const WORD = /\p{sc=Han}|(?:(?!\p{sc=Han})[\p{L}\p{M}]|(?<=\p{L}|\p{M})\.(?=\p{L}))+/gu;

/** The years that a deal can be about; others come from a calendar that is not ours to convert. */
const YEARS = { from: 1900, to: 2199 };

/**
 * The day that a text shows; a time after it is left aside. A day that no calendar has is no
 * value. 03/04/2027 has one only where the language settles the order, or another date of the person's
 * did; without a year none has.
 */
export function parseDay(text: string, { locale, settled, dayFirst = null }: Reading): Parsed<IsoDay> {
  const written = plain(text)?.toLowerCase();
  if (!written) return UNREADABLE;
  const iso = ISO.exec(written.toUpperCase());
  if (iso) return dayFrom(Number(iso[1]), Number(iso[2]), Number(iso[3]));

  const [words, common] = [wordsIn(locale ?? ROOT), wordsIn(ROOT)];
  const date = withoutTime(written, words);
  const numbers = date.match(/\d+/g) ?? [];
  const said = date.match(WORD) ?? [];
  const understood = said.every((word) => isKnown(word, words) || isKnown(word, common));
  if (!understood || numbers.some((number) => number.length > 4)) return UNREADABLE;

  const month = monthIn(said, words, common);
  if (month === 'several') return UNREADABLE;
  const order = settled && locale !== null ? orderIn(locale) : null;
  if (month !== null) return fromDayAndYear(numbers, month, order);
  // 03.04.2027 on an American page was not written by an American: whose order it is, nobody knows.
  const foreign = locale !== null && MARK.exec(date)?.[0] !== markIn(locale);
  return fromNumbers(numbers, (foreign ? null : order) ?? orderBy(dayFirst));
}

/** A date of numbers alone with its year last, a time after it or not. */
const YEAR_LAST = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)/;

/** Whether a date such as 23/04/2027 has its day before its month; `null` where the text does not tell. */
export function isDayFirst(text: string): boolean | null {
  const [, a, , b, year] = YEAR_LAST.exec(plain(text) ?? '') ?? [];
  if (dayFrom(Number(year), Number(b), Number(a)).value !== null) return Number(a) > 12 ? true : null;
  return dayFrom(Number(year), Number(a), Number(b)).value !== null ? false : null;
}

/** The order of whoever writes the year last. */
function orderBy(dayFirst: boolean | null): Order {
  if (dayFirst === null) return null;
  return dayFirst ? ['day', 'month', 'year'] : ['month', 'day', 'year'];
}

/** What a language writes in a date beside numbers. */
interface Words {
  /** By every word of their names: 1 to 12. Some share a word: "كانون الأول" and "كانون الثاني". */
  months: ReadonlyMap<string, ReadonlySet<number>>;
  /** Days of the week, and words such as "de" and "年". */
  others: ReadonlySet<string>;
  /** "am", "午後": they stand beside a time. */
  halves: readonly string[];
}

/** The ways in which pages write dates with words in them. */
const WRITTEN: readonly Intl.DateTimeFormatOptions[] = [
  { dateStyle: 'full', timeStyle: 'short' },
  { dateStyle: 'long' },
  { dateStyle: 'medium' },
  { month: 'long' },
  { month: 'short' },
  { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  { hour: 'numeric', minute: 'numeric', hour12: true },
];

const wordsIn = remembered((locale): Words => {
  const months = new Map<string, Set<number>>();
  const others = new Set<string>();
  const halves = new Set<string>();
  for (const style of WRITTEN) {
    const format = new Intl.DateTimeFormat(locale, { calendar: 'gregory', timeZone: 'UTC', ...style });
    for (let month = 0; month < 12; month++) {
      // Between them, the 15ths of a year fall on every weekday; some of them in the morning.
      for (const { type, value } of format.formatToParts(Date.UTC(2026, month, 15, 2 * month))) {
        const written = (plain(value) ?? '').toLowerCase();
        if (type === 'dayPeriod') {
          halves.add(written);
          continue;
        }
        for (const word of written.match(WORD) ?? []) {
          // "12月" has no name beside its number.
          if (type === 'month' && !/\d|\p{sc=Han}/u.test(written))
            months.set(word, (months.get(word) ?? new Set()).add(month + 1));
          else others.add(word);
        }
      }
    }
  }
  return { months, others, halves: [...halves].filter((half) => half !== '') };
});

/**
 * Which of year, month and day a language writes first; `null` where its regions disagree, and
 * where it counts its years from elsewhere.
 */
const orderIn = remembered((locale): Order => {
  const format = (tag: string) =>
    new Intl.DateTimeFormat(tag, { year: 'numeric', month: 'numeric', day: 'numeric', timeZone: 'UTC' });
  const order = (tag: string) =>
    format(tag)
      .formatToParts(0)
      .flatMap(({ type }) => (type === 'year' || type === 'month' || type === 'day' ? [type] : []));
  if (format(locale).resolvedOptions().calendar !== 'gregory') return null;
  const own = order(locale);
  const { language, region } = new Intl.Locale(locale);
  // "en" alone may be American or British; 001 is the language in the rest of the world.
  return region || order(`${language}-001`).join() === own.join() ? own : null;
});

/** What a language puts between the numbers of a date. */
const markIn = remembered((locale): string | undefined => {
  const numeric: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'numeric', day: 'numeric', timeZone: 'UTC' };
  return MARK.exec(new Intl.DateTimeFormat(locale, numeric).format(0))?.[0];
});

/** Without the time and what stands behind it; in some languages the half of the day is before it. */
function withoutTime(written: string, words: Words): string {
  const time = TIME.exec(written);
  if (!time) return written;
  return words.halves.reduce((date, half) => date.replace(half, ' '), written.slice(0, time.index));
}

function isKnown(word: string, words: Words): boolean {
  return words.months.has(word) || words.others.has(word);
}

/**
 * The month that words name together; `null` where none does. What the page's language does not know is
 * English. A word that is a weekday too ("mar") counts where the others do not say enough.
 */
function monthIn(said: readonly string[], own: Words, common: Words): number | 'several' | null {
  const named = said.flatMap((word) => {
    const { months, others } = isKnown(word, own) ? own : common;
    const those = months.get(word);
    return those ? [{ those, isCertain: !others.has(word) }] : [];
  });
  const inAll = (some: typeof named) =>
    [...(some[0]?.those ?? [])].filter((month) => some.every(({ those }) => those.has(month)));
  const certain = inAll(named.filter(({ isCertain }) => isCertain));
  const [month, another] = certain.length === 1 ? certain : inAll(named);
  if (named.length === 0) return null;
  return month === undefined || another !== undefined ? 'several' : month;
}

function fromNumbers(numbers: readonly string[], order: Order): Parsed<IsoDay> {
  const [a, b, c, ...more] = numbers;
  if (a === undefined || b === undefined || more.length > 0) return UNREADABLE;
  if (c === undefined) return UNSURE;
  if (a.length > 2) return dayFrom(Number(a), Number(b), Number(c));
  if (c.length > 2) return fromYearLast(Number(a), Number(b), Number(c), order);
  if (!order) return UNSURE;
  const [year = '', month, day] = (['year', 'month', 'day'] as const).map((part) => numbers[order.indexOf(part)]);
  return fromShortYear(year, Number(month), Number(day));
}

/** Day and month in one order or the other, the year after them. */
function fromYearLast(a: number, b: number, year: number, order: Order): Parsed<IsoDay> {
  if (a === b || a > 12) return dayFrom(year, b, a);
  if (b > 12) return dayFrom(year, a, b);
  // A language that writes the year first says nothing about a text that has it last.
  if (order?.[2] !== 'year') return UNSURE;
  return order?.[0] === 'day' ? dayFrom(year, b, a) : dayFrom(year, a, b);
}

/** The month is a word; of the two numbers, one is the day and one the year. */
function fromDayAndYear(numbers: readonly string[], month: number, order: Order): Parsed<IsoDay> {
  const [a, b, ...more] = numbers;
  if (a === undefined || more.length > 0) return UNREADABLE;
  if (b === undefined) return UNSURE;
  if (a.length > 2) return dayFrom(Number(a), month, Number(b));
  if (b.length > 2) return dayFrom(Number(b), month, Number(a));
  if (!order) return UNSURE;
  return order[0] === 'year' ? fromShortYear(a, month, Number(b)) : fromShortYear(b, month, Number(a));
}

/** Two digits of a year are of this century; one may be of an era ("8/12/31" of Reiwa is of 2026). */
function fromShortYear(year: string, month: number, day: number): Parsed<IsoDay> {
  return year.length === 2 ? dayFrom(2000 + Number(year), month, day) : UNSURE;
}

function dayFrom(year = 0, month = 0, day = 0): Parsed<IsoDay> {
  if (year < YEARS.from || year > YEARS.to) return UNREADABLE;
  const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isDay(iso) ? { value: iso } : UNREADABLE;
}
