/**
 * JSON read together with the line on which each value stands, so that a fault in a file
 * that a person wrote can be named by its line. The value itself is `JSON.parse`'s own.
 */

/** The way to a value: names of members, places in lists. */
export type JsonPath = readonly (string | number)[];

/** `syntax`: no JSON from here on; `repeatedName`: one object names a member twice; `tooDeep`: nested past reason. */
export interface JsonFault {
  line: number;
  code: 'syntax' | 'repeatedName' | 'tooDeep';
}

/** What came of reading; what is no JSON has the first fault alone. */
export type LinedJson =
  /** `lineOf` gives the line, from 1, of the nearest value on the way that is there. */
  { ok: true; value: unknown; lineOf: (path: JsonPath) => number } | { ok: false; fault: JsonFault };

/** How deep brackets may nest in a file; an op of ours needs six. A bomb of brackets stops here. */
export const MAX_DEPTH = 32;

const TOKEN = /[{}[\],:]|"[^"\\]*(?:\\[\s\S][^"\\]*)*"|-?\d[\d.eE+-]*|true|false|null/y;
const SPACE = /[ \t\r\n]*/y;

/** Reads a text as JSON. */
export function readJson(text: string): LinedJson {
  try {
    const lines = linesOf(text);
    return { ok: true, value: JSON.parse(text), lineOf: (path) => nearest(lines, path) };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, fault: error.fault };
    throw error;
  }
}

class Refused extends Error {
  readonly fault: JsonFault;
  constructor(fault: JsonFault) {
    super(fault.code);
    this.fault = fault;
  }
}

type Lines = Map<string, number>;

const keyOf = (path: JsonPath) => JSON.stringify(path);

function nearest(lines: Lines, path: JsonPath): number {
  for (let length = path.length; length > 0; length--) {
    const line = lines.get(keyOf(path.slice(0, length)));
    if (line !== undefined) return line;
  }
  return lines.get(keyOf([])) ?? 1;
}

/** One pass over the text: it builds nothing but the lines, and stops at the first fault. */
function linesOf(text: string): Lines {
  const lines: Lines = new Map();
  let at = 0;
  let line = 1;
  /** The token at hand; empty at the end of the text. */
  let token = '';

  const refuse = (code: JsonFault['code']): never => {
    throw new Refused({ line, code });
  };

  const match = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? '';
    at += found.length;
    return found;
  };

  const next = () => {
    line += match(SPACE).split('\n').length - 1;
    token = match(TOKEN);
    if (token === '' && at < text.length) refuse('syntax');
  };

  const take = (expected: string) => {
    if (token !== expected) refuse('syntax');
    next();
  };

  /** The token as `JSON.parse` reads it: a bad escape, a line break in a string and `01` are refused by it. */
  const parsed = (): unknown => {
    try {
      return JSON.parse(token);
    } catch {
      return refuse('syntax');
    }
  };

  const value = (path: JsonPath): void => {
    if (path.length > MAX_DEPTH) refuse('tooDeep');
    if (!lines.has(keyOf(path))) lines.set(keyOf(path), line);
    if (token === '{') list('}', () => member(path));
    else if (token === '[') list(']', (index) => value([...path, index]));
    else {
      parsed();
      next();
    }
  };

  const list = (end: string, item: (index: number) => void): void => {
    next();
    for (let index = 0; token !== end; index++) {
      if (index > 0) take(',');
      item(index);
    }
    next();
  };

  /** A member stands on the line of its name. */
  const member = (path: JsonPath): void => {
    if (!token.startsWith('"')) refuse('syntax');
    const inside = [...path, String(parsed())];
    if (lines.has(keyOf(inside))) refuse('repeatedName');
    lines.set(keyOf(inside), line);
    next();
    take(':');
    value(inside);
  };

  next();
  value([]);
  if (token !== '') refuse('syntax');
  return lines;
}
