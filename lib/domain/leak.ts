/**
 * The leak check, over the exact text that leaves: scores, names of methods, selling words,
 * competitors known to the deal, and what was marked private. Each hit is shown where it
 * stands, with something plain to write instead; nothing is changed but by a click.
 */
import { evened, findPattern, phrasePattern } from './phrase';
import type { Language } from './words/language';
import { ANOTHER_SUPPLIER, LEAKS, type LeakKind, type LeakRule } from './words/leaks';

/** Something that must not reach the customer, where it stands. */
export interface Leak {
  /** Offsets into the text as it was given. */
  start: number;
  end: number;
  kind: LeakKind;
  found: string;
  /** What to write instead; `…` where there is no other word for it. */
  instead: string;
}

/** What is looked for beside the word lists. */
export interface LeakCheck {
  /** The language of the alternatives; words are looked for in all. */
  language: Language;
  /** Names of competitors. */
  competitors: readonly string[];
  /** Notes marked private. */
  privateNotes: readonly string[];
}

/** Shows that something was left out; no word list holds it. */
const LEFT_OUT = '…';

/** A shorter piece of a note is a word that anybody may use. */
const MIN_PIECE = 12;

interface Detector {
  kind: LeakKind;
  pattern: RegExp;
  unless: RegExp | null;
  capitals: boolean;
  instead: string;
}

const RULES: readonly Detector[] = Object.values(LEAKS).flat().map(detectorOf);

function detectorOf({ kind, find, instead, unless, capitals }: LeakRule): Detector {
  return {
    kind,
    pattern: phrasePattern(find),
    unless: unless ? phrasePattern(unless) : null,
    capitals: capitals ?? false,
    instead,
  };
}

/** Every leak in a text, first to last; where two overlap, the one that begins first, then the longer. */
export function findLeaks(text: string, check: LeakCheck): Leak[] {
  const detectors = detectorsOf(check);
  const hits = detectors.flatMap((detector) => hitsOf(text, detector));
  const ranked = hits.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const leaks: Leak[] = [];
  for (const { detector, start, end } of ranked) {
    if (start < (leaks.at(-1)?.end ?? 0)) continue;
    const instead = detectors.some((one) => hitsOf(detector.instead, one).length > 0) ? LEFT_OUT : detector.instead;
    leaks.push({
      start,
      end,
      kind: detector.kind,
      found: text.slice(start, end),
      instead: beginsSentence(text, start) ? capitalised(instead) : instead,
    });
  }
  return leaks;
}

/** The text with one leak replaced by its alternative. */
export function withAlternative(text: string, { start, end, instead }: Leak): string {
  return text.slice(0, start) + instead + text.slice(end);
}

function detectorsOf({ language, competitors, privateNotes }: LeakCheck): Detector[] {
  return [
    ...RULES,
    // In lower case no word of a name is the wildcard of `phrase.ts`.
    ...literal('competitor', competitors.map(evened).filter(isName), ANOTHER_SUPPLIER[language]),
    ...literal('private', privateNotes.flatMap(piecesOf), LEFT_OUT),
  ];
}

function literal(kind: LeakKind, phrases: readonly string[], instead: string): Detector[] {
  if (phrases.length === 0) return [];
  return [{ kind, pattern: phrasePattern(phrases), unless: null, capitals: false, instead }];
}

function isName(text: string): boolean {
  return [...text].length > 1 && /[\p{L}\p{N}]/u.test(text);
}

/** A note's lines and sentences: whoever copies one of them copies what was private. */
function piecesOf(note: string): string[] {
  const pieces = note.split(/\n|(?<=[.!?])\s+/).map((piece) => evened(piece).replace(/[.!?…]+$/, ''));
  return pieces.filter((piece) => piece.length >= MIN_PIECE && isName(piece));
}

function hitsOf(text: string, detector: Detector) {
  const spared = detector.unless ? findPattern(text, detector.unless) : [];
  return findPattern(text, detector.pattern)
    .filter(({ start, end }) => !spared.some((one) => one.start <= start && end <= one.end))
    .filter(({ start, end }) => !detector.capitals || isCapitals(text.slice(start, end)))
    .map(({ start, end }) => ({ detector, start, end }));
}

function isCapitals(text: string): boolean {
  return text === text.toUpperCase();
}

function beginsSentence(text: string, start: number): boolean {
  return /(?:^|[.!?:\n])\s*$/.test(text.slice(Math.max(0, start - 20), start));
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
