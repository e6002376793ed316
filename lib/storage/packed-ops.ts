/**
 * Ops by the hundred thousand, as bytes outside the script's own memory. Held as objects they make
 * the browser collect garbage again and again among them, and each time the page stands still.
 */
import type { Op } from '../domain/op';
import type { List } from './batches';

/** How many bytes lie together, at least; a longer op lies by itself. */
const CHUNK = 1 << 20;
/** What ends an op; as JSON it holds none. */
const END = 10;

/** Where an op begins: a chunk, and the byte in it. */
type Place = number;

/** Takes ops, one after another, and finds each again. */
export class OpPacker {
  private readonly chunks: Uint8Array[] = [];
  /** Of the last chunk. */
  private used = CHUNK;
  private readonly encoder = new TextEncoder();
  private readonly decoder = new TextDecoder();

  add(op: Op): Place {
    const bytes = this.encoder.encode(`${JSON.stringify(op)}\n`);
    if (this.used + bytes.length > CHUNK) {
      this.chunks.push(new Uint8Array(Math.max(CHUNK, bytes.length)));
      this.used = 0;
    }
    const place = (this.chunks.length - 1) * CHUNK + this.used;
    this.chunks.at(-1)?.set(bytes, this.used);
    this.used += bytes.length;
    return place;
  }

  /** @throws RangeError for a place that no op was given */
  at(place: Place): Op {
    const chunk = this.chunks[Math.floor(place / CHUNK)];
    if (!chunk) throw new RangeError(`no op at ${place}`);
    const start = place % CHUNK;
    return JSON.parse(this.decoder.decode(chunk.subarray(start, chunk.indexOf(END, start))));
  }

  /** Those at these places, in this order. */
  pick(places: readonly Place[]): PackedOps {
    return new PackedOps(this, places);
  }
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
