/** Amounts as CRMs print them: any language's digits, signs and currency. */
import { codeOf, currencyOf, decimalSign, minorDigits, scaleOf, sign } from './currency';
import type { Money } from './deal';
import { type Parsed, plain, type Reading, UNREADABLE, UNSURE } from './written';

/** Where a page says nothing of its language, signs are read as in English. */
const ROOT = 'en-US';

const NUMBER = /\d(?:[\d.,'’ ٫٬]*\d)?/g;
/** A whole without groups, and its fraction. */
const PLAIN = /^(\d+)(?:([.,٫])(\d+))?$/;
/** A whole in groups (of three; in India, of two before the last three), and its fraction. */
const GROUPED = /^([1-9]\d{0,2}([.,'’ ٬])(?:\d{2,3}\2)*\d{3})(?:(?!\2)[.,٫](\d+))?$/;
/** The record's amount, and in brackets the same in the reader's currency: Salesforce with several currencies. */
const CONVERTED = /^(.*\d.*?)\s*\([^()]*\d[^()]*\)$/;
/** A dash where the cents would be: "140.-", "140,–". */
const NO_CENTS = /(\d)[.,][-−–—]+(?!\d)/;

/**
 * The amount that a text shows. A range or a percentage is none. Money has no fraction smaller
 * than its currency's smallest unit, so "EUR 1.234" is a thousand and more in every language;
 * where two readings are left ("KWD 1.234"), the language decides.
 *
 * @param currencyHint the currency of a text that shows none (ISO 4217)
 */
export function parseMoney(text: string, reading: Reading, currencyHint: string | null = null): Parsed<Money> {
  const all = plain(text);
  if (all === null || /[%٪‰]/.test(all)) return UNREADABLE;
  const written = (CONVERTED.exec(all)?.[1] ?? all).replace(NO_CENTS, '$1');
  const [number, ...more] = written.match(NUMBER) ?? [];
  if (number === undefined || more.length > 0) return UNREADABLE;

  const at = written.indexOf(number);
  const { around, isMinus } = signOf(written.slice(0, at), written.slice(at + number.length));
  const unit = around && unitOf(around.split(' '), reading.locale ?? ROOT);
  if (!unit) return UNREADABLE;
  const known = unit.currency !== null && unit.currency !== 'ambiguous';
  const { value, unsure } = amountOf(number, known ? unit.currency : currencyHint, unit.power, reading);
  if (!value) return unsure ? UNSURE : UNREADABLE;
  const minor = isMinus && value.minor !== 0 ? -value.minor : value.minor;
  const shared = unit.currency === 'ambiguous' && currencyHint === null;
  return { value: { ...value, minor }, ...(shared ? { unsure: true } : {}) };
}

/**
 * Whether what stands around a number makes it a loss: a minus before the whole or next to the number,
 * or brackets around it. Any other dash is left among the words, where nobody knows it; `around` is
 * `null` where brackets are odd. A currency in brackets of its own ("140 (EUR)") says nothing of a loss.
 */
function signOf(before: string, after: string): { around: string | null; isMinus: boolean } {
  const brackets = (before + after).replace(/[^()]/g, '');
  if (brackets !== '' && brackets !== '()') return { around: null, isMinus: false };
  const words = `${before.replace(/^(\(?)[-+−]/, '$1').replace(/[-+−]$/, '')} ${after.replace(/^[-−]/, '')}`;
  return {
    around: words.replace(/[()]/g, ' '),
    isMinus: /^\(?[-−]|[-−]$/.test(before) || /^[-−]/.test(after) || (before.includes('(') && after.includes(')')),
  };
}

interface Unit {
  /** `ambiguous`: several share the sign ("kr"); `null`: the text shows none. */
  currency: string | 'ambiguous' | null;
  /** Of ten: 3 for "K". */
  power: number;
}

/** The currency and the short form beside a number; `null` where a word is neither. */
function unitOf(words: readonly string[], locale: string): Unit | null {
  const signs = words.map(sign).filter((each) => each !== '');
  // "$ US" is one sign; "R" and "M" are rands and a million.
  const isScaled = signs.length > 1 && signs.some((each) => scaleOf(each, locale) !== null);
  const whole = isScaled ? null : currencyOf(signs.join(''), locale);
  if (whole) return { currency: whole, power: 0 };
  const codes: string[] = [];
  const currencies: string[] = [];
  let power = 0;
  for (const word of signs) {
    const code = codeOf(word);
    const scale = code ? null : scaleOf(word, locale);
    const currency = code || scale !== null ? null : currencyOf(word, locale);
    if (code) codes.push(code);
    else if (scale !== null && power === 0) power = scale;
    else if (currency) currencies.push(currency);
    else return null;
  }
  // "$1,000 CAD": a code says it better than a sign.
  const [said, other] = new Set(codes.length > 0 ? codes : currencies);
  return other === undefined ? { currency: said ?? null, power } : null;
}

/** An unsigned number in the currency's smallest unit. */
function amountOf(number: string, currency: string | null, power: number, reading: Reading): Parsed<Money> {
  const room = minorDigits(currency) + power;
  const whole = PLAIN.exec(number);
  const grouped = GROUPED.exec(number);
  const asFraction = whole && minorOf(whole[1], whole[3], room);
  const asGroups = grouped && minorOf(grouped[1], grouped[3], room);
  // The last three digits are a group or a fraction; both only where the currency has room for three.
  const both = asFraction !== null && asGroups !== null;
  const point = reading.settled && reading.locale !== null ? decimalSign(reading.locale) : null;
  if (both && point === null) return UNSURE;
  const takeFraction = asGroups === null || (both && point === whole?.[2]);
  const minor = takeFraction ? asFraction : asGroups;
  return minor === null ? UNREADABLE : { value: { minor, currency } };
}

/**
 * A whole and its fraction in units of `room` digits after the point; `null` where it has more
 * digits than that, and so is of another currency, or is not exact.
 */
function minorOf(whole = '', fraction = '', room: number): number | null {
  if (fraction.length > room) return null;
  const minor = Number(whole.replace(/\D/g, '') + fraction.padEnd(room, '0'));
  return Number.isSafeInteger(minor) ? minor : null;
}
