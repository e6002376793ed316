/**
 * The fold: from the ops of one subject to one document, and the one merge. A document is a
 * pure function of the set of its ops, whatever order or however often they arrive; it can
 * be thrown away and rebuilt.
 */

import { answerSchema, type KeptAnswer } from './answer';
import { type OpId, timeOf } from './clock';
import type { Instant } from './day';
import { type DealSnapshot, FIELDS, type Field, type Money, type SeenFields, snapshotSchema } from './deal';
import { type AuthorId, answerKey, fieldKey, type Op, PHASE_KEY, type Subject, stageKey } from './op';
import { STEPS, type StageMap, type Step, stageName } from './phase';
import type { QuestionId } from './playbook';
import { sameJson } from './same-json';

const ANSWER_PREFIX = answerKey('');
const STAGE_PREFIX = stageKey('');

/** The newest op for one key by one author, and how many there have been. */
export interface Cell {
  op: OpId;
  kind: string;
  value: unknown;
  version: string | null;
  revisions: number;
}

/** A value on the page that was seen to change. */
export interface Change {
  at: Instant;
  field: Field;
  from: string;
  to: string;
  /** Set where a close date moved to a later day. */
  pushed?: true;
}

/** The last value of a field that any page showed, and when it was first seen so. */
export type LastSeen = { [F in Field]?: SeenFields[F] & { at: Instant } };

/** What the ops of one subject come to: the newest cell of each key and author, and the trail of what pages showed. */
export interface SubjectDoc {
  subject: Subject;
  /** The newest op folded in; a later one folds on top, an earlier one makes a rebuild. */
  newest: OpId;
  ops: number;
  cells: Record<string, Record<AuthorId, Cell>>;
  /** What pages showed: where, the last value of each field, and each change. */
  url: string | null;
  seen: LastSeen;
  changes: Change[];
}

const byId = (a: Op, b: Op) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/**
 * The union of two logs, by id, oldest first: restore, hand-over and replication are this one
 * function. An id is given once; should two ops claim the same, the one in `mine` stays, so that
 * no file can rewrite what is here.
 */
export function mergeOps(mine: readonly Op[], theirs: readonly Op[]): Op[] {
  const byOpId = new Map<OpId, Op>();
  for (const op of [...mine, ...theirs]) if (!byOpId.has(op.id)) byOpId.set(op.id, op);
  return [...byOpId.values()].sort(byId);
}

/**
 * The document of one subject's ops, in any order and with any repetition; `null` of none.
 * @throws RangeError when they are about more than one subject.
 */
export function foldOps(ops: readonly Op[]): SubjectDoc | null {
  let doc: SubjectDoc | null = null;
  for (const op of mergeOps(ops, [])) doc = applyOp(doc, op);
  return doc;
}

/**
 * The document with one more op. The op it ends with already changes nothing.
 * @throws RangeError when the op is older than the document, which then has to be rebuilt from
 *   all of its ops, or when it is about another subject.
 */
export function applyOp(doc: SubjectDoc | null, op: Op): SubjectDoc {
  const before = doc ?? emptyDoc(op.subject);
  if (op.subject !== before.subject) throw new RangeError(`an op of ${op.subject} is no op of ${before.subject}`);
  if (op.id === before.newest) return before;
  if (op.id < before.newest) throw new RangeError(`op ${op.id} is older than ${before.newest}: rebuild`);
  return {
    ...before,
    newest: op.id,
    ops: before.ops + 1,
    cells: withCell(before.cells, op),
    ...(op.kind === 'snapshot.seen' ? withSnapshot(before, op) : {}),
  };
}

function emptyDoc(subject: Subject): SubjectDoc {
  return { subject, newest: '', ops: 0, cells: {}, url: null, seen: {}, changes: [] };
}

/** A value of a record, where the key may be anything, `__proto__` and `constructor` included. */
export function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function withCell(cells: SubjectDoc['cells'], op: Op): SubjectDoc['cells'] {
  const ofKey = own(cells, op.key) ?? {};
  const revisions = (own(ofKey, op.by)?.revisions ?? 0) + 1;
  const cell: Cell = { op: op.id, kind: op.kind, value: op.value, version: op.version, revisions };
  // A computed name in a literal makes an own property, whatever the name is; an assignment would not.
  return { ...cells, [op.key]: { ...ofKey, [op.by]: cell } };
}

/** The trail after a snapshot; one that cannot be read leaves it alone and stays as a cell. */
function withSnapshot(doc: SubjectDoc, op: Op): Partial<SubjectDoc> {
  const parsed = snapshotSchema.safeParse(op.value);
  if (!parsed.success) return {};
  const at = timeOf(op.id);
  const fields: DealSnapshot['fields'] = parsed.data.fields;
  const steps = FIELDS.map((field) => seeField(field, doc.seen[field], fields[field], at));
  return {
    url: parsed.data.url,
    seen: Object.assign({}, doc.seen, ...steps.map((step) => step.seen)),
    changes: [...doc.changes, ...steps.flatMap((step) => step.change)],
  };
}

/** What one field of a snapshot adds to the trail. A field that is not on the page did not change. */
function seeField<F extends Field>(
  field: F,
  before: LastSeen[F],
  now: SeenFields[F] | null,
  at: Instant,
): { seen: LastSeen; change: Change[] } {
  if (!now) return { seen: {}, change: [] };
  if (!before) return { seen: { [field]: { ...now, at } }, change: [] };
  if (isSame(before, now)) {
    return { seen: { [field]: knowsLess(now, before) ? before : { ...now, at: before.at } }, change: [] };
  }
  const pushed = field === 'closeDate' && before.value !== null && now.value !== null && now.value > before.value;
  const change: Change = { at, field, from: before.text, to: now.text, ...(pushed ? { pushed } : {}) };
  return { seen: { [field]: { ...now, at } }, change: [change] };
}

type AnySeen = SeenFields[Field];
type AnyValue = AnySeen['value'];

/** By value where both can be read, so that a page in another language is no change; else by text. */
function isSame(a: AnySeen, b: AnySeen): boolean {
  if (a.value === null || b.value === null) return a.text === b.text;
  if (!isMoney(a.value) || !isMoney(b.value)) return a.value === b.value;
  const [one, other] = [a.value.currency, b.value.currency];
  // While a field is edited its currency is not on the page.
  return a.value.minor === b.value.minor && (one === other || one === null || other === null);
}

function knowsLess(now: AnySeen, before: AnySeen): boolean {
  if (now.value === null) return before.value !== null;
  return isMoney(now.value) && now.value.currency === null && isMoney(before.value) && before.value.currency !== null;
}

function isMoney(value: AnyValue): value is Money {
  return typeof value === 'object' && value !== null;
}

/** A cell, and whose it is. */
export interface CellBy extends Cell {
  by: AuthorId;
}

/**
 * The newest cell of a key among these authors, with the revisions of all of them: for the
 * several ids of one person, as if they were one, and for those who had a deal one after the
 * other. `null` when none of them set it.
 */
export function newestCell(doc: SubjectDoc, key: string, authors: readonly AuthorId[]): CellBy | null {
  const ofKey = own(doc.cells, key) ?? {};
  let newest: Cell | null = null;
  let by: AuthorId = '';
  let revisions = 0;
  for (const author of new Set(authors)) {
    const cell = own(ofKey, author);
    if (!cell) continue;
    revisions += cell.revisions;
    if (!newest || cell.op > newest.op) [newest, by] = [cell, author];
  }
  return newest && { ...newest, by, revisions };
}

/**
 * The present answers of these authors by question. A cleared answer is not among them, nor one
 * that a newer version wrote in a way that this one cannot read; both stay in the document.
 */
export function answersOf(doc: SubjectDoc, authors: readonly AuthorId[]): Record<QuestionId, KeptAnswer> {
  return Object.fromEntries(
    cellsUnder(doc, ANSWER_PREFIX, authors).flatMap(([question, cell]) => {
      const parsed = answerSchema.safeParse(cell.value);
      if (!parsed.success) return [];
      const { op, version, revisions } = cell;
      const by = authors.length > 1 ? giverOf(doc, answerKey(question), cell, authors) : cell.by;
      const answer: KeptAnswer = { ...parsed.data, op, by, at: timeOf(op), version, revisions };
      return [[question, answer]];
    }),
  );
}

/** Who gave an answer: who gave it first as it stands. What an undo brought back is still theirs who said it. */
function giverOf(doc: SubjectDoc, key: string, cell: CellBy, authors: readonly AuthorId[]): AuthorId {
  const same = authors.flatMap((by) => {
    const other = own(own(doc.cells, key) ?? {}, by);
    return other && sameJson(other.value, cell.value) ? [{ by, op: other.op }] : [];
  });
  return same.reduce((first, one) => (one.op < first.op ? one : first), cell).by;
}

/** What these authors typed for a field that no page showed; `null` when nothing. */
export function typedOf(doc: SubjectDoc, field: Field, authors: readonly AuthorId[]): string | null {
  const value = newestCell(doc, fieldKey(field), authors)?.value;
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

/** The phase that these authors gave the deal by hand; `null` when its stage decides. */
export function stepSetOf(doc: SubjectDoc, authors: readonly AuthorId[]): Step | null {
  return asStep(newestCell(doc, PHASE_KEY, authors)?.value);
}

/** An org's own stage names, from its document. */
export function stageMapOf(org: SubjectDoc, authors: readonly AuthorId[]): StageMap {
  return Object.fromEntries(
    cellsUnder(org, STAGE_PREFIX, authors).flatMap(([stage, cell]) => {
      const step = asStep(cell.value);
      return step ? [[stageName(stage), step]] : [];
    }),
  );
}

/** The newest cells of these authors whose keys begin so, by the rest of the key. */
export function cellsUnder(doc: SubjectDoc, prefix: string, authors: readonly AuthorId[]): [string, CellBy][] {
  return Object.keys(doc.cells).flatMap((key): [string, CellBy][] => {
    const cell = key.startsWith(prefix) ? newestCell(doc, key, authors) : null;
    return cell ? [[key.slice(prefix.length), cell]] : [];
  });
}

function asStep(value: unknown): Step | null {
  return STEPS.find((step) => step === value) ?? null;
}
