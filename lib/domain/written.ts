/** Text as a page writes it, made plain enough to be parsed: one form of digits and spaces. */

/** What came out of a text. `unsure`: it can be read in more than one way, so it has no value. */
export interface Parsed<T> {
  value: T | null;
  unsure?: true;
}

/** A text that is no value, and one that may be more than one. */
export const UNREADABLE: Parsed<never> = { value: null };
export const UNSURE: Parsed<never> = { value: null, unsure: true };

/** In which language a text is to be read. */
export interface Reading {
  /** A language tag; `null` where nobody has an idea. */
  locale: string | null;
  /** Whether that is the text's own language, and so settles what else could be read in two ways. */
  settled: boolean;
  /** Whether the person's dates have the day before the month, as another of them showed; `null` where none did. */
  dayFirst?: boolean | null;
}

/** Digits that are small or in a circle, fractions: a footnote's, or a number that is more than its digits. */
const OTHER_NUMBERS = /\p{No}/u;

/** Amounts and dates are short; longer text is no value and is not searched for one. */
const MAX_LENGTH = 100;

/**
 * The text with compatibility forms, invisible marks of writing direction, digits of any script
 * and spaces of any width made plain; `null` when it is too long to be an amount or a date, or has
 * numbers that are none of digits.
 */
export function plain(text: string): string | null {
  if (text.length > MAX_LENGTH || OTHER_NUMBERS.test(text)) return null;
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Nd}/gu, (digit) => String(digitValue(digit)))
    .replace(/\s+/g, ' ')
    .trim();
}

/** Unicode keeps the ten digits of each script together, in order, from zero. */
function digitValue(digit: string): number {
  const at = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(at - before - 1))) before++;
  return before % 10;
}

/** A language tag in its proper form (`de_DE` is a common slip), or `null` where it is none. */
export function asLocale(tag: string | null): string | null {
  if (!tag) return null;
  try {
    return Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0] ?? null;
  } catch {
    return null;
  }
}

/** The same answer for the same key, found once: what `Intl` says of a language does not change. */
export function remembered<T>(find: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const found = known.get(key) ?? find(key);
    known.set(key, found);
    return found;
  };
}
