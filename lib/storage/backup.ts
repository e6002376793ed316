/**
 * The way out and back: everything that is kept as one file, and such a file merged into what
 * is here. An import is looked at first, and then happens whole or not at all; it adds and
 * never replaces.
 */
import { browser } from '#imports';
import { isAhead } from '../domain/clock';
import type { Instant } from '../domain/day';
import { type DealKey, dealKeySchema } from '../domain/deal';
import { newestCell } from '../domain/fold';
import { type AuthorId, answerKey, type Subject } from '../domain/op';
import { FORMAT, PACK_TAIL, type PackHeader, packBody, packHead } from '../domain/pack';
import { batches } from './batches';
import { Breath } from './breath';
import { database } from './db';
import { isWhole, settleLoss } from './health';
import { authors } from './identity';
import { vaultIn } from './lock';
import { type Receiving, receive, renew } from './log';
import { logInParts, readFile } from './pack-file';
import type { PackedOps } from './packed-ops';
import type { Watch } from './watch';

/** How many deals are read at once to be held against a file. */
const DEALS = 100;

/**
 * Everything that is kept, as one JSON file. It is put together batch by batch; the browser
 * holds finished batches outside the page's memory.
 * @throws NotSaved while its texts are locked; AbortError when told to stop
 */
export async function exportAll({ progress = () => {}, signal }: Watch = {}): Promise<Blob> {
  const parts: Blob[] = [];
  const of = await database().ops.count();
  let ops = 0;
  for await (const batch of logInParts()) {
    parts.push(new Blob([packBody(batch, ops === 0)]));
    ops += batch.length;
    progress(Math.min(1, ops / of), { step: 'looking', done: ops, of });
    signal?.throwIfAborted();
  }
  const head = packHead(await headerFor(ops, Date.now()));
  return new Blob([head, ...parts, PACK_TAIL], { type: 'application/json' });
}

/** The header of a backup of so many ops. */
export async function headerFor(ops: number, made: Instant): Promise<PackHeader> {
  return packHeader('backup', ops, await authors(), made);
}

/** The header of a file. */
export function packHeader(kind: PackHeader['kind'], ops: number, authors: AuthorId[], made = Date.now()): PackHeader {
  const app = browser.runtime.getManifest().version;
  return { product: 'footing', kind, format: FORMAT, made: new Date(made).toISOString(), app, ops, authors };
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
  /** Whether its texts are sealed: they open with the passphrase that was in use when it was made. */
  isSealed: boolean;
  /** The new ops themselves, for `importPack`. */
  readonly fresh: PackedOps;
  /** Ops of what was erased here for good since: they stay out, unless the person wants them back. */
  readonly erased: PackedOps;
}

/**
 * Reads a backup, or the files that make one together, and says what it would change; changes
 * nothing. `progress` is told the share that is read, 0 to 1.
 * @throws PackRefused with the reason; AbortError when `signal` says stop
 */
export async function readPack(
  from: Blob | readonly Blob[],
  progress?: Watch['progress'],
  signal?: AbortSignal,
): Promise<PackPreview> {
  const file = await readFile(from, ['backup'], { progress, signal });
  return { ...file, ...(await changesBy(file.fresh, file.header.authors, { progress, signal })) };
}

/**
 * Merges a backup that was looked at, in one transaction. Its authors count as this person from then
 * on. `revive`: with what was erased here for good since.
 * @throws NotSaved when storage refuses, AbortError when told to stop; then nothing was changed
 */
export async function importPack(preview: PackPreview, how: Receiving = {}): Promise<{ added: number }> {
  const ops = how.revive ? preview.fresh.and(preview.erased) : preview.fresh;
  const vault = preview.isSealed ? vaultIn(preview.header) : null;
  if (!(await isWhole())) await renew();
  const result = await receive(ops, preview.header.authors, { ...how, vault });
  await settleLoss();
  return result;
}

/** What new ops would change in what is shown to this person, who is also the file's authors. */
async function changesBy(
  fresh: PackedOps,
  theirs: readonly AuthorId[],
  { progress = () => {}, signal }: Watch,
): Promise<Pick<PackPreview, 'newDeals' | 'newAnswers' | 'changedAnswers' | 'added' | 'ahead'>> {
  const me = [...new Set([...(await authors()), ...theirs])];
  const now = Date.now();
  const { deals } = database();
  const known = new Set<Subject>(await deals.toCollection().primaryKeys());
  const newDeals = new Set<Subject>();
  const answers = new Map<Subject, number[]>();
  let ahead = 0;
  const breath = new Breath();
  let index = -1;
  for (const { id, by, key, subject } of fresh) {
    index += 1;
    if (isAhead(id, now)) ahead += 1;
    if (!known.has(subject)) {
      if (isDeal(subject)) newDeals.add(subject);
    } else if (key.startsWith(answerKey('')) && me.includes(by)) {
      const more = answers.get(subject);
      if (more) more.push(index);
      else answers.set(subject, [index]);
    }
    if (index % DEALS === 0) progress(1, { step: 'checking', done: index, of: fresh.length });
    await breath.take();
    signal?.throwIfAborted();
  }
  const counts = { newAnswers: 0, changedAnswers: 0 };
  for (const some of batches(answers, DEALS)) {
    const docs = await deals.bulkGet(some.map(([subject]) => subject));
    for (const [index, [, places]] of some.entries()) {
      const doc = docs[index];
      if (!doc) continue;
      const revisions = places.flatMap((place) => fresh.at(place) ?? []);
      for (const [key, ops] of Map.groupBy(revisions, (op) => op.key)) {
        const cell = newestCell(doc, key, me);
        if (!cell) counts.newAnswers += 1;
        else if (ops.some((op) => op.id > cell.op)) counts.changedAnswers += 1;
      }
      await breath.take();
      signal?.throwIfAborted();
    }
  }
  return { ...counts, newDeals: newDeals.size, added: fresh.length, ahead };
}

function isDeal(subject: string): subject is DealKey {
  return dealKeySchema.safeParse(subject).success;
}
