/**
 * Files of ops, out and in: put together batch by batch, and read as they come from the disk,
 * each record checked and compared with what is here. Reading changes nothing.
 */
import type { OpId } from '../domain/clock';
import { isWithoutNotes, strangerIn, tellSame } from '../domain/handover';
import type { Op } from '../domain/op';
import { checkOp } from '../domain/op-check';
import { looksLike, MAX_BYTES, type PackHeader, type PackKind, PackRefused, type Refusal } from '../domain/pack';
import { PackScan } from '../domain/pack-scan';
import { Breath } from './breath';
import { database } from './db';
import { heldOf } from './held';
import { isSealed, unseal } from './seal';
import type { Watch } from './watch';

/** How many ops are read or compared at once: some milliseconds of work, then the page may draw. */
const BATCH = 2000;
/** How many characters are scanned at once. */
const PIECE = 65_536;

/** Every op of the log in the order of the ids, so many at a time. */
export async function* logInParts(): AsyncGenerator<Op[]> {
  let last: OpId = '';
  for (;;) {
    const batch = await database().ops.where('id').above(last).limit(BATCH).toArray();
    const newest = batch.at(-1);
    if (!newest) return;
    yield batch;
    last = newest.id;
  }
}

/** A file as it was read. */
export interface ReadFile {
  header: PackHeader;
  /** Every op in it, each once. */
  ops: readonly Op[];
  /** Those that are new here, or fuller than here. */
  fresh: readonly Op[];
  /** How many are here already and change nothing. */
  known: number;
}

/**
 * Reads a file of one of these kinds. `passphrase`: where it is sealed.
 * @throws PackRefused with the reason, `sealed` where a passphrase is wanted; AbortError
 */
export async function readFile(
  file: Blob,
  kinds: readonly PackKind[],
  { progress = () => {}, signal }: Watch = {},
  passphrase: string | null = null,
): Promise<ReadFile> {
  if (file.size > MAX_BYTES) refuse({ code: 'tooLarge', bytes: file.size, most: MAX_BYTES });
  try {
    const scan = new PackScan(kinds);
    const intake = new Intake(scan);
    const breath = new Breath();
    let read = 0;
    for await (const piece of pieces(await bytesOf(file, kinds, passphrase))) {
      for (const record of scan.feed(piece.text)) {
        await intake.take(record);
        await breath.take();
        signal?.throwIfAborted();
      }
      read += piece.bytes;
      progress(Math.min(1, read / file.size));
      signal?.throwIfAborted();
    }
    const header = scan.end();
    await intake.settle();
    return { header, ops: intake.ops, fresh: intake.fresh, known: intake.known };
  } catch (error) {
    // The file went away while it was read.
    if (error instanceof DOMException && error.name !== 'AbortError') refuse({ code: 'unreadable' });
    throw error;
  }
}

function refuse(refusal: Refusal): never {
  throw new PackRefused(refusal);
}

/** A file's bytes in the clear. What can be no file of ours is refused by its first ones, with what it looks like. */
async function bytesOf(file: Blob, kinds: readonly PackKind[], passphrase: string | null) {
  const head = new Uint8Array(await file.slice(0, 4096).arrayBuffer());
  const start = new TextDecoder().decode(head).trimStart();
  if (!/^[{[]/.test(start)) refuse({ code: 'notJson', look: looksLike(head) });
  if (!(await isSealed(file))) return streamed(file);
  if (kinds.every((kind) => kind === 'backup')) refuse({ code: 'otherKind', kind: 'sealed' });
  return passphrase === null ? refuse({ code: 'sealed' }) : unseal(file, passphrase);
}

async function* streamed(file: Blob): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

/** The text of bytes, in pieces that are quickly scanned. */
async function* pieces(source: AsyncIterable<Uint8Array>): AsyncGenerator<{ text: string; bytes: number }> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (bytes?: Uint8Array) => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch {
      return refuse({ code: 'notJson', look: 'binary' });
    }
  };
  for await (const bytes of source) {
    for (let at = 0; at < bytes.length; at += PIECE) {
      const part = bytes.subarray(at, at + PIECE);
      yield { text: decode(part), bytes: part.length };
    }
  }
  yield { text: decode(), bytes: 0 };
}

/** Takes the records of a file in, checks each, and sorts out what is here already. */
class Intake {
  readonly ops: Op[] = [];
  readonly fresh: Op[] = [];
  known = 0;
  private records = 0;
  private readonly scan: PackScan;
  private readonly seen = new Map<OpId, Op>();
  private waiting: { op: Op; record: number }[] = [];

  constructor(scan: PackScan) {
    this.scan = scan;
  }

  async take(value: unknown): Promise<void> {
    this.records += 1;
    const record = this.records;
    const read = checkOp(value);
    if ('flaw' in read) refuse({ code: 'badRecord', record, field: read.flaw.field, why: read.flaw.why });
    const { op } = read;
    const { header } = this.scan;
    const stranger = header && strangerIn(header.kind, header.authors, op);
    if (stranger) refuse({ code: 'badRecord', record, field: stranger, why: 'has no place in this file' });
    const twin = this.seen.get(op.id);
    if (twin) {
      if (!tellSame(twin, op)) refuse({ code: 'duplicateId', record });
      this.known += 1;
      return;
    }
    this.seen.set(op.id, op);
    this.ops.push(op);
    this.waiting.push({ op, record });
    if (this.waiting.length >= BATCH) await this.settle();
  }

  /** Compares what came since the last time with the log. */
  async settle(): Promise<void> {
    const batch = this.waiting;
    this.waiting = [];
    const held = await heldOf(
      database(),
      batch.map(({ op }) => op.id),
    );
    for (const { op, record } of batch) {
      const here = held.get(op.id);
      if (!here || (isWithoutNotes(here) && !isWithoutNotes(op) && tellSame(here, op))) this.fresh.push(op);
      else if (tellSame(here, op)) this.known += 1;
      else refuse({ code: 'duplicateId', record });
    }
  }
}
