/**
 * Finding phrases of a word list in what somebody wrote, where they stand and as they stand,
 * so that they can be shown in place. The text is never changed.
 *
 * A phrase in a list is plain lower case. Case, spacing, the kind of apostrophe and the
 * Unicode form of a letter do not matter; `WORD` stands for any one word, or none.
 */

/** A phrase that was found; `start` and `end` are offsets into the text as it was given. */
export interface Found {
  start: number;
  end: number;
  /** In lower case, evenly spaced. */
  phrase: string;
}

const BEFORE = '(?<![\\p{L}\\p{M}\\p{N}_])';
const AFTER = '(?![\\p{L}\\p{M}\\p{N}_])';
const ANY_WORD = '(?:[\\p{L}\\p{M}\\p{N}-]+\\s+)?';
const APOSTROPHES = "['’‘ʼ`´]";

/** Phrases as one pattern over whole words; none right after a word of `notAfter`, or one word further on. */
export function phrasePattern(phrases: readonly string[], notAfter: readonly string[] = []): RegExp {
  const longestFirst = [...phrases].sort((a, b) => b.length - a.length).map(phraseSource);
  const not = notAfter.length > 0 ? `(?<!${BEFORE}(?:${notAfter.map(phraseSource).join('|')})\\s+${ANY_WORD})` : '';
  return new RegExp(`${BEFORE}${not}(?:${longestFirst.join('|')})${AFTER}`, 'giu');
}

function phraseSource(phrase: string): string {
  const words = phrase.split(' ').map((word) => (word === 'WORD' ? ANY_WORD : `${wordSource(word)}\\s+`));
  return words.join('').replace(/\\s\+$/, '');
}

function wordSource(word: string): string {
  return [...word].map(letterSource).join('');
}

/** A letter as it may be typed: any apostrophe, an umlaut in one piece or in two, a sharp s as the Swiss write it. */
function letterSource(letter: string): string {
  if (letter === "'") return APOSTROPHES;
  if (letter === 'ß') return '(?:ß|ss)';
  const parts = letter.normalize('NFD');
  if (parts !== letter) return `(?:${letter}|${parts})`;
  return /[\p{L}\p{N}]/u.test(letter) ? letter : `\\u{${letter.codePointAt(0)?.toString(16)}}`;
}

/** A text as it is held against another: Unicode form, case and spacing do not matter. */
export function evened(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** What a pattern finds in a text, first to last. */
export function findPattern(text: string, pattern: RegExp): Found[] {
  // Most answers quote nobody, and every list asks this of every answer.
  if (text === '') return [];
  return [...text.matchAll(pattern)].map(({ index, 0: match }) => ({
    start: index,
    end: index + match.length,
    phrase: evened(match),
  }));
}
