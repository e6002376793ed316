/**
 * Sealing and opening: the doors through which texts reach the disk and come back. WebCrypto
 * takes a moment and a transaction does not wait, so what is written is sealed before its
 * transaction, and what is read is opened after it. Everything in between - the fold, documents,
 * summaries - is made of sealed values and needs no key.
 */
import type { Cell, SubjectDoc } from '../domain/fold';
import { type Op, type Subject, TEAM } from '../domain/op';
import { isSealed, withoutTexts } from '../domain/texts';
import { batches, type List } from './batches';
import { Breath } from './breath';
import { type Draft, NotSaved } from './db';
import { heldKey, look, neededKey, type TextsKept, textsWanted } from './lock';
import { openText, sealText } from './passphrase';

/** What a value is of: enough to seal it. */
type Part = Pick<Op, 'kind' | 'subject' | 'key' | 'value'>;

/** How many are sealed or opened between two looks at what the page wants. */
const BATCH = 200;

/** Values as the log keeps them at this moment. */
export interface Ready<T> {
  values: List<T>;
  /** `either`: there is no text in them. */
  texts: TextsKept | 'either';
}

/**
 * Makes values ready to be kept.
 * @throws NotSaved while texts are locked
 */
export async function readyToKeep<T extends Part>(values: List<T>): Promise<Ready<T>> {
  const texts = await textsWanted();
  if (texts === 'open') return { values, texts };
  if (!(await hasTexts(values))) return { values, texts: 'either' };
  const key = await neededKey();
  return { values: await inBatches(values, (one) => sealed(key, one)), texts };
}

async function hasTexts(values: Iterable<Part>): Promise<boolean> {
  const breath = new Breath();
  for (const one of values) {
    if (withoutTexts(one) !== null) return true;
    await breath.take();
  }
  return false;
}

/** A transaction found the lock turned on or off since its values were made ready; it wrote nothing. */
export const STALE = Symbol('stale');

/** Runs what may find itself stale, looking at the lock anew in between. */
export async function untilFresh<T>(run: () => PromiseLike<T | typeof STALE>): Promise<T> {
  for (let attempt = 0; attempt < 5; attempt++) {
    const result = await run();
    if (result !== STALE) return result;
    await look();
  }
  throw new NotSaved('broken');
}

/** An op with its texts sealed; one without texts as it is. */
export async function sealed<T extends Part>(key: CryptoKey, one: T): Promise<T> {
  const bare = withoutTexts(one);
  if (!bare) return one;
  return { ...one, value: { ...bare, sealed: await sealText(key, JSON.stringify(one.value), aboutOf(one)) } };
}

/** An op as it was before it was sealed; one that was not, or that this key does not open, as it is. */
export async function opened<T extends Part>(key: CryptoKey, one: T): Promise<T> {
  if (!isSealed(one.value)) return one;
  const text = await openText(key, one.value.sealed, aboutOf(one));
  return text === null ? one : { ...one, value: JSON.parse(text) };
}

/** Ops as a person wrote them; while texts are locked, as they are without. */
export async function openOps(ops: Op[]): Promise<Op[]> {
  if (!ops.some(({ value }) => isSealed(value))) return ops;
  const key = await heldKey();
  return key ? inBatches(ops, (op) => opened(key, op)) : ops;
}

/**
 * Ops for a file, or to be held against one: nothing of them may be missing.
 * @throws NotSaved while texts are locked
 */
export async function openOpsWhole<O extends Op | undefined>(ops: O[]): Promise<O[]> {
  if (!ops.some((op) => isSealed(op?.value))) return ops;
  const key = await neededKey();
  return inBatches(ops, async (op) => op && opened(key, op));
}

/** A document as its person wrote it; while texts are locked, as it is without. */
export async function openDoc<D extends SubjectDoc>(doc: D): Promise<D> {
  const cells = sealedCells(doc);
  const key = cells.length > 0 ? await heldKey() : null;
  if (!key) return doc;
  const all = await Promise.all(
    cells.map(async ({ key: at, by, cell }) => {
      const part = { kind: cell.kind, subject: doc.subject, key: at, value: cell.value };
      return { at, by, cell: { ...cell, value: (await opened(key, part)).value } };
    }),
  );
  const open = new Map<string, Record<string, Cell>>();
  for (const { at, by, cell } of all) open.set(at, { ...(open.get(at) ?? doc.cells[at]), [by]: cell });
  return { ...doc, cells: { ...doc.cells, ...Object.fromEntries(open) } };
}

/** Documents as their persons wrote them. */
export async function openDocs<D extends SubjectDoc>(docs: D[]): Promise<D[]> {
  return docs.some((doc) => sealedCells(doc).length > 0) ? Promise.all(docs.map(openDoc)) : docs;
}

function sealedCells(doc: SubjectDoc): { key: string; by: string; cell: Cell }[] {
  const found: { key: string; by: string; cell: Cell }[] = [];
  for (const [key, byAuthor] of Object.entries(doc.cells)) {
    for (const [by, cell] of Object.entries(byAuthor)) if (isSealed(cell.value)) found.push({ key, by, cell });
  }
  return found;
}

/** A draft is text from end to end; but for that of a playbook, which is about no deal. */
export const isPrivate = (deal: Subject) => deal !== TEAM;

/** A draft with its text sealed; that of a playbook as it is. */
export async function sealDraft(key: CryptoKey, draft: Draft): Promise<Draft> {
  if (!isPrivate(draft.deal)) return draft;
  return { ...draft, value: { sealed: await sealText(key, JSON.stringify(draft.value), aboutDraft(draft)) } };
}

/** A draft as it was typed; `null` while it cannot be read. */
export async function openDraft(key: CryptoKey | null, draft: Draft): Promise<Draft | null> {
  if (!isSealed(draft.value)) return draft;
  const text = key && (await openText(key, draft.value.sealed, aboutDraft(draft)));
  return text === null ? null : { ...draft, value: JSON.parse(text) };
}

/** What a seal is bound to: on another deal, or under another key, it does not open. */
const aboutOf = ({ subject, key }: Part) => `${subject} ${key}`;
const aboutDraft = ({ deal, key }: Draft) => `draft ${deal} ${key}`;

async function inBatches<T>(all: Iterable<T>, work: (one: T) => Promise<T>): Promise<T[]> {
  const done: T[] = [];
  for (const some of batches(all, BATCH)) done.push(...(await Promise.all(some.map(work))));
  return done;
}
