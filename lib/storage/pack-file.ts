/**
 * Files of ops, out and in: put together batch by batch, and read as they come from the disk,
 * each record checked and compared with what is here. Reading changes nothing.
 */
import type { OpId } from '../domain/clock';
import type { Erased } from '../domain/erasure';
import { isWithoutNotes, strangerIn, tellSame } from '../domain/handover';
import type { Op } from '../domain/op';
import { checkOp, readOp } from '../domain/op-check';
import { looksLike, MAX_BYTES, type PackHeader, type PackKind, PackRefused, type Refusal } from '../domain/pack';
import { PackScan } from '../domain/pack-scan';
import { isSealed } from '../domain/texts';
import { Breath } from './breath';
import { database, type Vault } from './db';
import { readErased } from './erasures';
import { isGzip, unzipped } from './gzip';
import { heldOf } from './held';
import { neededKey, readVault, vaultIn } from './lock';
import { OpPacker, type PackedOps } from './packed-ops';
import { isSealed as isSealedFile, unseal } from './seal';
import { opened, openOpsWhole } from './sealed-texts';
import type { Watch } from './watch';

/** How many ops are read or compared at once: some milliseconds of work, then the page may draw. */
const BATCH = 500;
/** How many characters are scanned at once. */
const PIECE = 65_536;

/** Every op of the log in the order of the ids, so many at a time. */
export async function* logInParts(): AsyncGenerator<Op[]> {
  let last: OpId = '';
  for (;;) {
    const batch = await database().ops.where('id').above(last).limit(BATCH).toArray();
    const newest = batch.at(-1);
    if (!newest) return;
    yield await openOpsWhole(batch);
    last = newest.id;
  }
}

/** A file as it was read. */
export interface ReadFile {
  header: PackHeader;
  /** The ops that are new here, or fuller than here. */
  fresh: PackedOps;
  /** How many are here already and change nothing. */
  known: number;
  /** Those of what was erased here for good since. */
  erased: PackedOps;
  /** Whether any of either has its texts sealed. */
  isSealed: boolean;
}

/** What else is wanted of a file. */
interface Wanted extends Watch {
  /** Where it is sealed. */
  passphrase?: string | null;
  /** Is shown every op in it, each once. */
  note?: (op: Op) => void;
}

/**
 * Reads a file of one of these kinds, or the files that make one together.
 * @throws PackRefused with the reason, `sealed` where a passphrase is wanted; AbortError
 */
export async function readFile(
  from: Blob | readonly Blob[],
  kinds: readonly PackKind[],
  { progress = () => {}, signal, passphrase = null, note = () => {} }: Wanted = {},
): Promise<ReadFile> {
  const files = from instanceof Blob ? [from] : from;
  const size = files.reduce((sum, file) => sum + file.size, 0);
  if (size > MAX_BYTES) refuse({ code: 'tooLarge', bytes: size, most: MAX_BYTES });
  const intake = new Intake(await readErased(), note);
  const headers: PackHeader[] = [];
  const breath = new Breath();
  let read = 0;
  const taken = (bytes: number) => {
    read += bytes;
  };
  try {
    for (const file of files) {
      const scan = new PackScan(kinds);
      for await (const text of pieces(await bytesOf(file, kinds, passphrase, taken))) {
        for (const record of scan.feed(text)) {
          await intake.take(record, scan.header);
          await breath.take();
          signal?.throwIfAborted();
        }
        progress(Math.min(1, read / size), { step: 'reading', done: intake.records, of: null });
        signal?.throwIfAborted();
      }
      headers.push(scan.end());
    }
    await intake.settle();
    return { header: joined(headers), ...intake.result() };
  } catch (error) {
    // The file went away while it was read.
    if (error instanceof DOMException && error.name !== 'AbortError') refuse({ code: 'unreadable' });
    throw error;
  }
}

/** What several files say of themselves as one. */
function joined(headers: readonly PackHeader[]): PackHeader {
  const newest = headers.toSorted((a, b) => (a.made < b.made ? 1 : -1))[0] ?? refuse({ code: 'unreadable' });
  const ops = headers.reduce((sum, header) => sum + header.ops, 0);
  return { ...newest, ops, authors: [...new Set(headers.flatMap((header) => header.authors))] };
}

function refuse(refusal: Refusal): never {
  throw new PackRefused(refusal);
}

/** A backup's text as it comes from the disk, unpacked where it is compressed. @throws PackRefused */
export async function* backupText(file: Blob): AsyncGenerator<string> {
  yield* pieces(await bytesOf(file, ['backup'], null, () => {}));
}

type Taken = (bytes: number) => void;

/**
 * A file's bytes in the clear; `taken` is told how many of its own each step took. What can be no
 * file of ours is refused by its first ones, with what it looks like.
 */
async function bytesOf(file: Blob, kinds: readonly PackKind[], passphrase: string | null, taken: Taken) {
  const head = new Uint8Array(await file.slice(0, 4096).arrayBuffer());
  if (isGzip(head)) return unpacked(unzipped(file, taken));
  const start = new TextDecoder().decode(head).trimStart();
  if (!/^[{[]/.test(start)) refuse({ code: 'notJson', look: looksLike(head) });
  if (!(await isSealedFile(file))) return streamed(file, taken);
  if (kinds.every((kind) => kind === 'backup')) refuse({ code: 'otherKind', kind: 'sealed' });
  return passphrase === null ? refuse({ code: 'sealed' }) : counted(unseal(file, passphrase), taken);
}

function streamed(file: Blob, taken: Taken): AsyncIterable<Uint8Array> {
  return counted(file.stream(), taken);
}

async function* counted(source: AsyncIterable<Uint8Array>, taken: Taken): AsyncGenerator<Uint8Array> {
  for await (const bytes of source) {
    taken(bytes.length);
    yield bytes;
  }
}

/** Bytes as they are unpacked: those that cannot be are said to be damaged, and more than a file may hold are refused. */
async function* unpacked(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let length = 0;
  try {
    for await (const bytes of source) {
      length += bytes.length;
      if (length > MAX_BYTES) refuse({ code: 'tooLarge', bytes: length, most: MAX_BYTES });
      yield bytes;
    }
  } catch (error) {
    if (error instanceof TypeError) refuse({ code: 'damaged' });
    throw error;
  }
}

/** The text of bytes, in pieces that are quickly scanned. */
async function* pieces(source: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (bytes?: Uint8Array) => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch {
      return refuse({ code: 'notJson', look: 'binary' });
    }
  };
  for await (const bytes of source) {
    for (let at = 0; at < bytes.length; at += PIECE) yield decode(bytes.subarray(at, at + PIECE));
  }
  yield decode();
}

/** A record on its way in, with the lock that its file's texts are sealed under. */
interface Waiting {
  op: Op;
  place: number;
  record: number;
  vault: Vault | null;
}

/**
 * An op of a backup that was made under a lock, as it was written; where no lock is on here, as it stands.
 * @throws NotSaved while the lock is closed; PackRefused under another one
 */
async function openedHere({ op, record, vault }: Omit<Waiting, 'place'>): Promise<Op> {
  const here = await readVault();
  if (!vault || !here) return op;
  if (here.id !== vault.id) refuse({ code: 'otherLock' });
  const open = await opened(await neededKey(), op);
  return open === op ? refuse({ code: 'badRecord', record, field: 'value', why: 'altered' }) : open;
}

const valueIn = (record: unknown) => (record as { value?: unknown } | null)?.value;

/** Takes the records of a file in, checks each, and sorts out what is here already. */
class Intake {
  records = 0;
  private known = 0;
  private isSealed = false;
  private readonly packer = new OpPacker();
  private readonly fresh: number[] = [];
  private readonly erased: number[] = [];
  private readonly seen = new Map<OpId, number>();
  private waiting: Waiting[] = [];
  private readonly gone: Erased;
  private readonly note: (op: Op) => void;

  constructor(gone: Erased, note: (op: Op) => void) {
    this.gone = gone;
    this.note = note;
  }

  async take(value: unknown, header: PackHeader | null): Promise<void> {
    this.records += 1;
    const record = this.records;
    const vault = header && vaultIn(header);
    const read = vault && isSealed(valueIn(value)) ? readOp(value) : checkOp(value);
    if ('flaw' in read) refuse({ code: 'badRecord', record, field: read.flaw.field, why: read.flaw.why });
    const { op } = read;
    const stranger = header && strangerIn(header.kind, header.authors, op);
    if (stranger) refuse({ code: 'badRecord', record, field: stranger, why: 'has no place in this file' });
    const twin = this.seen.get(op.id);
    if (twin !== undefined) {
      if (!tellSame(this.packer.at(twin), op)) refuse({ code: 'duplicateId', record });
      this.known += 1;
      return;
    }
    const place = this.packer.add(op);
    this.seen.set(op.id, place);
    this.note(op);
    this.waiting.push({ op, place, record, vault });
    if (this.waiting.length >= BATCH) await this.settle();
  }

  /** Compares what came since the last time with the log. */
  async settle(): Promise<void> {
    const batch = this.waiting;
    this.waiting = [];
    const breath = new Breath();
    const held = new Map<OpId, Op>();
    const ids = batch.map(({ op }) => op.id);
    for (const op of await openOpsWhole([...(await heldOf(database(), ids)).values()])) held.set(op.id, op);
    for (const { op: written, place: from, record, vault } of batch) {
      const op = isSealed(written.value) ? await openedHere({ op: written, record, vault }) : written;
      const place = op === written ? from : this.packer.add(op);
      const here = held.get(op.id);
      const kept = this.gone.of(op).length > 0 && !here ? this.erased : this.isFresh(op, here) ? this.fresh : null;
      if (kept) {
        kept.push(place);
        this.isSealed ||= isSealed(op.value);
      } else if (isSealed(op.value) || (here && tellSame(here, op))) {
        // Sealed under a lock that is off here: nobody can tell, and what is here stays.
        this.known += 1;
      } else refuse({ code: 'duplicateId', record });
      await breath.take();
    }
  }

  result(): Omit<ReadFile, 'header'> {
    const { packer, fresh, erased, known, isSealed } = this;
    return { fresh: packer.pick(fresh), erased: packer.pick(erased), known, isSealed };
  }

  private isFresh(op: Op, here: Op | undefined): boolean {
    return !here || (isWithoutNotes(here) && !isWithoutNotes(op) && tellSame(here, op));
  }
}
