/**
 * The way out and back: everything that is kept as one file, and such a file merged into what
 * is here. An import is looked at first, and then happens whole or not at all; it adds and
 * never replaces.
 */
import { browser } from '#imports';
import { isAhead, type OpId } from '../domain/clock';
import type { Instant } from '../domain/day';
import { type DealKey, dealKeySchema } from '../domain/deal';
import type { Erased } from '../domain/erasure';
import { newestCell } from '../domain/fold';
import { type AuthorId, answerKey, type Op } from '../domain/op';
import { checkOp } from '../domain/op-check';
import {
  FORMAT,
  looksLike,
  MAX_BYTES,
  PACK_TAIL,
  type PackHeader,
  PackRefused,
  packBody,
  packHead,
  type Refusal,
} from '../domain/pack';
import { PackScan } from '../domain/pack-scan';
import { sameJson } from '../domain/same-json';
import { database } from './db';
import { readErased } from './erasures';
import { isGzip } from './gzip';
import { settleLoss } from './health';
import { authors } from './identity';
import { receive } from './log';
import { packPieces } from './pack-text';

/** How many ops are read or compared at once: some milliseconds of work, then the page may draw. */
const BATCH = 2000;

/**
 * Everything that is kept, as one JSON file. It is put together batch by batch; the browser
 * holds finished batches outside the page's memory.
 */
export async function exportAll(): Promise<Blob> {
  const db = database();
  const parts: Blob[] = [];
  let ops = 0;
  let last: OpId = '';
  for (;;) {
    const batch = await db.ops.where('id').above(last).limit(BATCH).toArray();
    const newest = batch.at(-1);
    if (!newest) break;
    parts.push(new Blob([packBody(batch, ops === 0)]));
    ops += batch.length;
    last = newest.id;
  }
  const header = await headerFor(ops, Date.now());
  return new Blob([packHead(header), ...parts, PACK_TAIL], { type: 'application/json' });
}

/** The header of a backup of so many ops. */
export async function headerFor(ops: number, made: Instant): Promise<PackHeader> {
  return {
    product: 'footing',
    kind: 'backup',
    format: FORMAT,
    made: new Date(made).toISOString(),
    app: browser.runtime.getManifest().version,
    ops,
    authors: await authors(),
  };
}

/** What an import would change. */
export interface PackPreview {
  header: PackHeader;
  /** Deals that are unknown here. */
  newDeals: number;
  /** Questions of known deals that have no answer here yet. */
  newAnswers: number;
  /** Answers here that are older than the file's and would give way to it; they stay in the history. */
  changedAnswers: number;
  /** Ops that are new here, whatever they are about. */
  added: number;
  /** Ops that are here already and change nothing. */
  known: number;
  /** Ops from a clock that is ahead of this one by more than five minutes; they are kept. */
  ahead: number;
  /** The new ops themselves, for `importPack`. */
  readonly fresh: readonly Op[];
  /** Ops of what was erased here for good since: they stay out, unless the person wants them back. */
  readonly erased: readonly Op[];
}

/**
 * Reads a backup, or the files that make one together, and says what it would change; changes
 * nothing. `progress` is told the share that is read, 0 to 1.
 * @throws PackRefused with the reason; AbortError when `signal` says stop
 */
export async function readPack(
  from: Blob | readonly Blob[],
  progress: (share: number) => void = () => {},
  signal?: AbortSignal,
): Promise<PackPreview> {
  const files = from instanceof Blob ? [from] : from;
  const size = files.reduce((sum, file) => sum + file.size, 0);
  if (size > MAX_BYTES) refuse({ code: 'tooLarge', bytes: size, most: MAX_BYTES });
  const intake = new Intake(await readErased());
  const headers: PackHeader[] = [];
  let read = 0;
  try {
    for (const file of files) {
      const scan = new PackScan();
      await refuseOtherFiles(file);
      for await (const piece of packPieces(file)) {
        signal?.throwIfAborted();
        for (const record of scan.feed(piece.text)) await intake.take(record);
        read += piece.bytes;
        progress(read / size);
      }
      headers.push(scan.end());
    }
  } catch (error) {
    // The file went away while it was read.
    if (error instanceof DOMException && error.name !== 'AbortError') refuse({ code: 'unreadable' });
    throw error;
  }
  await intake.settle();
  const header = joined(headers);
  const { fresh, known, erased } = intake;
  return { header, ...(await changesBy(fresh, header.authors)), known, erased };
}

/** What several files say of themselves as one. */
function joined(headers: readonly PackHeader[]): PackHeader {
  const newest = headers.toSorted((a, b) => (a.made < b.made ? 1 : -1))[0] ?? refuse({ code: 'unreadable' });
  const ops = headers.reduce((sum, header) => sum + header.ops, 0);
  return { ...newest, ops, authors: [...new Set(headers.flatMap((header) => header.authors))] };
}

/**
 * Merges a backup that was looked at, in one transaction. Its authors count as this person from then
 * on. `revive`: with what was erased here for good since.
 * @throws NotSaved when storage refuses; then nothing was changed
 */
export async function importPack(preview: PackPreview, revive = false): Promise<{ added: number }> {
  const ops = revive ? [...preview.fresh, ...preview.erased] : preview.fresh;
  const result = await receive(ops, preview.header.authors, revive);
  await settleLoss();
  return result;
}

function refuse(refusal: Refusal): never {
  throw new PackRefused(refusal);
}

/** Refuses by the first bytes what can be no JSON document, with what it looks like. */
async function refuseOtherFiles(file: Blob): Promise<void> {
  const head = new Uint8Array(await file.slice(0, 4096).arrayBuffer());
  if (isGzip(head)) return;
  const start = new TextDecoder().decode(head).trimStart();
  if (!/^[{[]/.test(start)) refuse({ code: 'notJson', look: looksLike(head) });
}

/** Takes the records of a file in, checks each, and sorts out what is here already. */
class Intake {
  readonly fresh: Op[] = [];
  readonly erased: Op[] = [];
  known = 0;
  private readonly gone: Erased;
  private records = 0;
  private readonly seen = new Map<OpId, { op: Op; record: number }>();
  private waiting: { op: Op; record: number }[] = [];

  constructor(gone: Erased) {
    this.gone = gone;
  }

  async take(value: unknown): Promise<void> {
    this.records += 1;
    const record = this.records;
    const read = checkOp(value);
    if ('flaw' in read) refuse({ code: 'badRecord', record, field: read.flaw.field, why: read.flaw.why });
    const twin = this.seen.get(read.op.id);
    if (twin) {
      if (!sameJson(twin.op, read.op)) refuse({ code: 'duplicateId', record });
      this.known += 1;
      return;
    }
    const one = { op: read.op, record };
    this.seen.set(read.op.id, one);
    this.waiting.push(one);
    if (this.waiting.length >= BATCH) await this.settle();
  }

  /** Compares what came since the last time with the log. */
  async settle(): Promise<void> {
    const batch = this.waiting;
    this.waiting = [];
    const held = await database().ops.bulkGet(batch.map(({ op }) => op.id));
    for (const [index, { op, record }] of batch.entries()) {
      const here = held[index];
      if (!here) (this.gone.of(op).length > 0 ? this.erased : this.fresh).push(op);
      else if (sameJson(here, op)) this.known += 1;
      else refuse({ code: 'duplicateId', record });
    }
  }
}

/** What new ops would change in what is shown to this person, who is also the file's authors. */
async function changesBy(fresh: readonly Op[], theirs: readonly AuthorId[]) {
  const me = [...new Set([...(await authors()), ...theirs])];
  const now = Date.now();
  const counts = { newDeals: 0, newAnswers: 0, changedAnswers: 0 };
  for (const [subject, ops] of Map.groupBy(fresh, (op) => op.subject)) {
    if (!isDeal(subject)) continue;
    const doc = await database().deals.get(subject);
    if (!doc) {
      counts.newDeals += 1;
      continue;
    }
    const answers = ops.filter((op) => op.key.startsWith(answerKey('')) && me.includes(op.by));
    for (const [key, revisions] of Map.groupBy(answers, (op) => op.key)) {
      const cell = newestCell(doc, key, me);
      if (!cell) counts.newAnswers += 1;
      else if (revisions.some((op) => op.id > cell.op)) counts.changedAnswers += 1;
    }
  }
  return { ...counts, added: fresh.length, ahead: fresh.filter((op) => isAhead(op.id, now)).length, fresh };
}

function isDeal(subject: string): subject is DealKey {
  return dealKeySchema.safeParse(subject).success;
}
