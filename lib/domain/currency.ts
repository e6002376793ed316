/** Currencies and short forms of large numbers as a language writes them; all of it from `Intl`. */
import { plain, remembered } from './written';

/** ISO 4217 codes. */
const CODES = new Set(Intl.supportedValuesOf('currency'));

/** Where the language of a page has no symbol of its own for a currency, this one's is understood. */
const COMMON = 'en-US';

/** How many digits the smallest unit stands after the point: 2 for euros and for what is unknown, 0 for yen. */
export function minorDigits(currency: string | null): number {
  return currency === null ? 2 : digitsOf(currency);
}

const digitsOf = remembered((currency) => {
  const { maximumFractionDigits } = new Intl.NumberFormat(COMMON, { style: 'currency', currency }).resolvedOptions();
  return maximumFractionDigits ?? 2;
});

/** A word or sign without what varies: "Fr." and "Fr", the yen sign in full and in half width. */
export function sign(text: string): string {
  return (plain(text) ?? '').replace(/[.\s]/g, '');
}

/** The currency of an ISO code in any case. */
export function codeOf(word: string): string | null {
  const code = word.toUpperCase();
  return CODES.has(code) ? code : null;
}

/**
 * The currency that a sign stands for in this language: `$` is the dollar of the language's
 * region where that has one, else the US dollar. `ambiguous` where several currencies share it.
 */
export function currencyOf(symbol: string, locale: string): string | 'ambiguous' | null {
  return symbolsIn(locale).get(symbol) ?? symbolsIn(COMMON).get(symbol) ?? narrowSymbols(COMMON).get(symbol) ?? null;
}

/** A letter, or one before a dollar: outside its own language it may stand for anything ("C$", "K", "L"). */
const LONE = /^[a-z]\$?$/i;

const symbolsIn = remembered((locale) => symbols(locale, 'symbol'));
const narrowSymbols = remembered((locale) => symbols(locale, 'narrowSymbol'));

function symbols(locale: string, currencyDisplay: 'symbol' | 'narrowSymbol'): Map<string, string> {
  const found = new Map<string, string>();
  for (const currency of CODES) {
    const parts = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay }).formatToParts(0);
    const symbol = sign(parts.find((part) => part.type === 'currency')?.value ?? '');
    if (currencyDisplay === 'narrowSymbol' && LONE.test(symbol)) continue;
    found.set(symbol, found.has(symbol) ? 'ambiguous' : currency);
  }
  return found;
}

/** No deal is of a trillion, and the short forms of that are smaller numbers elsewhere: "T", "B", "billion". */
const LARGEST = 11;

/** The power of ten of a short form ("K", "Mio", "लाख") in this language or in English. */
export function scaleOf(word: string, locale: string): number | null {
  const key = word.toLowerCase();
  const power = scalesIn(locale).get(key) ?? scalesIn(COMMON).get(key);
  return power === undefined || power > LARGEST ? null : power;
}

const scalesIn = remembered((locale) => {
  const found = new Map<string, number>();
  for (const compactDisplay of ['short', 'long'] as const) {
    const format = new Intl.NumberFormat(locale, { notation: 'compact', compactDisplay, numberingSystem: 'latn' });
    for (let power = 3; power <= 12; power++) {
      const parts = format.formatToParts(10 ** power);
      const shown = parts.filter((part) => part.type === 'integer').map((part) => part.value);
      const word = sign(parts.find((part) => part.type === 'compact')?.value ?? '').toLowerCase();
      // "10 K": the word stands for the rest of the zeros. Without a number ("mille") it says nothing of others.
      if (word && shown.length > 0 && !found.has(word)) found.set(word, power - shown.join('').length + 1);
    }
  }
  return found;
});

/** The sign between a whole and its fraction in this language's amounts of money. */
export const decimalSign = remembered((locale) => {
  const parts = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' }).formatToParts(0.5);
  return parts.find((part) => part.type === 'decimal')?.value ?? '.';
});
