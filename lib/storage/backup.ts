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
import { type AuthorId, answerKey, type Op, type Subject } from '../domain/op';
import { FORMAT, PACK_TAIL, type PackHeader, packBody, packHead } from '../domain/pack';
import { isSealed } from '../domain/texts';
import { batches } from './batches';
import { Breath } from './breath';
import { database } from './db';
import { isWhole, settleLoss } from './health';
import { authors } from './identity';
import { vaultIn } from './lock';
import { type Receiving, receive, renew } from './log';
import { logInParts, readFile } from './pack-file';

/** How many deals are read at once to be held against a file. */
const DEALS = 100;

/**
 * Everything that is kept, as one JSON file. It is put together batch by batch; the browser
 * holds finished batches outside the page's memory.
 * @throws NotSaved while its texts are locked
 */
export async function exportAll(): Promise<Blob> {
  const parts: Blob[] = [];
  let ops = 0;
  for await (const batch of logInParts()) {
    parts.push(new Blob([packBody(batch, ops === 0)]));
    ops += batch.length;
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
  progress?: (share: number) => void,
  signal?: AbortSignal,
): Promise<PackPreview> {
  const { header, fresh, known, erased } = await readFile(from, ['backup'], { progress, signal });
  const sealed = [...fresh, ...erased].some(({ value }) => isSealed(value));
  return { header, ...(await changesBy(fresh, header.authors)), known, erased, isSealed: sealed };
}

/**
 * Merges a backup that was looked at, in one transaction. Its authors count as this person from then
 * on. `revive`: with what was erased here for good since.
 * @throws NotSaved when storage refuses, AbortError when told to stop; then nothing was changed
 */
export async function importPack(preview: PackPreview, how: Receiving = {}): Promise<{ added: number }> {
  const ops = how.revive ? [...preview.fresh, ...preview.erased] : preview.fresh;
  const vault = preview.isSealed ? vaultIn(preview.header) : null;
  if (!(await isWhole())) await renew();
  const result = await receive(ops, preview.header.authors, { ...how, vault });
  await settleLoss();
  return result;
}

/** What new ops would change in what is shown to this person, who is also the file's authors. */
async function changesBy(fresh: readonly Op[], theirs: readonly AuthorId[]) {
  const me = [...new Set([...(await authors()), ...theirs])];
  const now = Date.now();
  const { deals } = database();
  const bySubject = Map.groupBy(fresh, (op) => op.subject);
  const known = new Set<Subject>(await deals.toCollection().primaryKeys());
  const changed = [...bySubject.keys()].filter((subject) => known.has(subject));
  const counts = { newDeals: 0, newAnswers: 0, changedAnswers: 0 };
  const breath = new Breath();
  for (const subject of bySubject.keys()) if (!known.has(subject) && isDeal(subject)) counts.newDeals += 1;
  for (const some of batches(changed, DEALS)) {
    for (const doc of await deals.bulkGet(some)) {
      if (!doc) continue;
      const ops = bySubject.get(doc.subject) ?? [];
      const answers = ops.filter((op) => op.key.startsWith(answerKey('')) && me.includes(op.by));
      for (const [key, revisions] of Map.groupBy(answers, (op) => op.key)) {
        const cell = newestCell(doc, key, me);
        if (!cell) counts.newAnswers += 1;
        else if (revisions.some((op) => op.id > cell.op)) counts.changedAnswers += 1;
      }
      await breath.take();
    }
  }
  let ahead = 0;
  for (const { id } of fresh) {
    if (isAhead(id, now)) ahead += 1;
    await breath.take();
  }
  return { ...counts, added: fresh.length, ahead, fresh };
}

function isDeal(subject: string): subject is DealKey {
  return dealKeySchema.safeParse(subject).success;
}
