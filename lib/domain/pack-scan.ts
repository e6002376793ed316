/**
 * Reads a backup or a pack piece by piece, as it comes from the disk: each op is cut out of the text and
 * parsed by itself, so that a file of any size costs the memory of its ops and no more. The
 * text between the ops, with a `0` in the place of each, is a small JSON document: parsing it
 * at the end shows that nothing but ops was in the way.
 */
import { MAX_DEPTH } from './json-lines';
import { type PackHeader, type PackKind, PackRefused, type Refusal, readHeader } from './pack';

/** In characters. The header of a real file is a few hundred; the longest op is under 100,000. */
const MAX_HEADER = 200_000;
const MAX_RECORD = 2_000_000;
/** What may stand around an op: an editor's line and its spaces. */
const MAX_BETWEEN = 200;

const IN_TEXT = /["\\]/g;
const BETWEEN = /["{}[\]]/g;

export class PackScan {
  /** Known as soon as its text has come. */
  header: PackHeader | null = null;
  /** How many ops have come. */
  records = 0;

  private readonly kinds: readonly PackKind[];
  private depth = 0;
  private inText = false;
  private escaped = false;
  private inOps = false;
  private inRecord = false;
  /** The file without its ops, and the op that is being read. */
  private frame = '';
  private record = '';

  /** `kinds`: what the file may be. */
  constructor(kinds: readonly PackKind[]) {
    this.kinds = kinds;
  }

  /**
   * Takes in the next piece of the text and gives the ops that it completes.
   * @throws PackRefused
   */
  feed(piece: string): unknown[] {
    const found: unknown[] = [];
    let at = 0;
    let kept = 0;
    const keep = (to: number) => {
      const part = piece.slice(kept, to);
      kept = to;
      if (this.inRecord) this.record += part;
      else this.frame += part;
    };
    if (this.escaped && piece !== '') {
      this.escaped = false;
      at = 1;
    }
    while (at < piece.length) {
      const mark = this.nextMark(piece, at);
      if (mark < 0) break;
      at = mark + 1;
      const char = piece[mark];
      if (char === '\\') {
        // What is escaped may stand in the next piece.
        if (at < piece.length) at += 1;
        else this.escaped = true;
      } else if (char === '"') {
        this.inText = !this.inText;
        if (this.depth === 0) this.refuse({ code: 'notJson', look: 'text' });
      } else if (char === '{' || char === '[') {
        if (this.inOps && this.depth === 2 && char === '{') {
          keep(mark);
          this.frame += '0';
          this.inRecord = true;
        } else if (this.depth < 2) {
          keep(mark);
          this.opens(char);
        }
        this.depth += 1;
        if (this.depth > MAX_DEPTH) this.refuse({ code: 'tooDeep', most: MAX_DEPTH });
      } else {
        this.depth -= 1;
        if (this.depth < 0) this.refuse({ code: 'notJson', look: 'text' });
        if (this.inRecord && this.depth === 2) {
          keep(at);
          found.push(this.takeRecord());
        } else if (this.depth === 1) {
          keep(at);
          this.inOps = false;
          if (!this.header) this.header = this.readHeader('}');
        }
      }
    }
    keep(piece.length);
    if (this.record.length > MAX_RECORD) this.badRecord(`longer than ${MAX_RECORD} characters`);
    if (this.frame.length > MAX_HEADER + MAX_BETWEEN * this.records) {
      if (!this.header) this.refuse({ code: 'notFooting' });
      this.badRecord('too much between the changes');
    }
    return found;
  }

  /**
   * The end of the file.
   * @throws PackRefused when it is not the end of a backup
   */
  end(): PackHeader {
    const found = this.records;
    if (!this.header) {
      if (this.depth > 0 && /^\s*\{\s*"header"/.test(this.frame)) this.refuse({ code: 'truncated', found, of: null });
      this.refuse(isJson(this.frame) ? { code: 'notFooting' } : { code: 'notJson', look: 'text' });
    }
    const of = this.header.ops;
    if (this.depth > 0 || this.inText || found < of) this.refuse({ code: 'truncated', found, of });
    if (found > of || !this.isWhole()) this.badRecord('the file was changed by hand, or damaged');
    return this.header;
  }

  private nextMark(piece: string, from: number): number {
    const marks = this.inText ? IN_TEXT : BETWEEN;
    marks.lastIndex = from;
    return marks.exec(piece)?.index ?? -1;
  }

  /** The file itself, or something right inside it, begins. */
  private opens(char: '{' | '['): void {
    if (this.depth === 0) {
      if (this.frame.trim() !== '') this.refuse({ code: 'notJson', look: 'text' });
      if (char === '[') this.refuse({ code: 'notFooting' });
      return;
    }
    if (char === '{') return;
    if (!this.header) this.readHeader('0}');
    this.inOps = /"ops"\s*:\s*$/.test(this.frame.slice(-100));
  }

  /** The header of the file as far as it has come; `rest` closes it. */
  private readHeader(rest: string): PackHeader {
    let parsed: unknown;
    try {
      parsed = JSON.parse(this.frame + rest);
    } catch {
      this.refuse({ code: 'notJson', look: 'text' });
    }
    return readHeader(typeof parsed === 'object' && parsed && 'header' in parsed ? parsed.header : null, this.kinds);
  }

  private takeRecord(): unknown {
    const text = this.record;
    this.record = '';
    this.inRecord = false;
    this.records += 1;
    try {
      return JSON.parse(text);
    } catch {
      this.records -= 1;
      return this.badRecord('not JSON');
    }
  }

  /** Whether the frame holds the ops, all of them, and nothing else in their list. */
  private isWhole(): boolean {
    try {
      const { ops } = JSON.parse(this.frame) as { ops?: unknown };
      return Array.isArray(ops) && ops.length === this.records && ops.every((op) => op === 0);
    } catch {
      return false;
    }
  }

  private badRecord(why: string): never {
    this.refuse({ code: 'badRecord', record: this.records + 1, field: '', why });
  }

  private refuse(refusal: Refusal): never {
    throw new PackRefused(refusal);
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
