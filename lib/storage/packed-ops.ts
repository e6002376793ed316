/**
 * Ops by the hundred thousand, as bytes outside the script's own memory. Held as objects they make
 * the browser collect garbage again and again among them, and each time the page stands still.
 */
import type { Op } from '../domain/op';
import type { List } from './batches';

/** How many bytes lie together, at least; a longer op lies by itself. */
const CHUNK = 1 << 20;
/** What ends an op; inside it JSON has none. */
const END = 10;
/** How many characters a text is made of at once: each is an argument of a call. */
const ARGUMENTS = 8192;

/** Where an op begins: a chunk, and the byte in it. */
type Place = number;

/** Takes ops, one after another, and finds each again. */
export class OpPacker {
  private readonly chunks: Uint8Array[] = [];
  /** Of the last chunk. */
  private used = CHUNK;
  private readonly encoder = new TextEncoder();

  add(op: Op): Place {
    const line = `${asciiOf(JSON.stringify(op))}\n`;
    if (this.used + line.length > CHUNK) {
      this.chunks.push(new Uint8Array(Math.max(CHUNK, line.length)));
      this.used = 0;
    }
    const place = (this.chunks.length - 1) * CHUNK + this.used;
    const room = this.chunks.at(-1)?.subarray(this.used);
    if (room) this.encoder.encodeInto(line, room);
    this.used += line.length;
    return place;
  }

  /** @throws RangeError for a place that no op was given */
  at(place: Place): Op {
    const chunk = this.chunks[Math.floor(place / CHUNK)];
    if (!chunk) throw new RangeError(`no op at ${place}`);
    const start = place % CHUNK;
    return JSON.parse(textOf(chunk.subarray(start, chunk.indexOf(END, start))));
  }

  /** Those at these places, in this order. */
  pick(places: readonly Place[]): PackedOps {
    return new PackedOps(this, places);
  }
}

/** The same JSON with every character a byte. */
function asciiOf(json: string): string {
  return json.replace(/[\u0080-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Not by a `TextDecoder`: the browser keeps a handle of each text that it makes, and looks after all of them. */
function textOf(ascii: Uint8Array): string {
  let text = '';
  for (let at = 0; at < ascii.length; at += ARGUMENTS) {
    text += Reflect.apply(String.fromCharCode, null, ascii.subarray(at, at + ARGUMENTS));
  }
  return text;
}

/** Some of the ops that were packed; each is unpacked anew when it is asked for. */
export class PackedOps implements List<Op> {
  private readonly packer: OpPacker;
  private readonly places: readonly Place[];

  constructor(packer: OpPacker, places: readonly Place[]) {
    this.packer = packer;
    this.places = places;
  }

  get length(): number {
    return this.places.length;
  }

  at(index: number): Op | undefined {
    const place = this.places.at(index);
    return place === undefined ? undefined : this.packer.at(place);
  }

  *[Symbol.iterator](): Generator<Op> {
    for (const place of this.places) yield this.packer.at(place);
  }

  /** With others that were packed together with them. */
  and(others: PackedOps): PackedOps {
    return new PackedOps(this.packer, [...this.places, ...others.places]);
  }
}
