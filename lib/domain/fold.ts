/**
 * The fold: from the ops of one subject to one document, and the one merge. A document is a
 * pure function of the set of its ops, whatever order or however often they arrive; it can
 * be thrown away and rebuilt.
 */
import { type OpId, timeOf } from './clock';
import type { Instant } from './day';
import { type DealSnapshot, FIELDS, type Field, type SeenFields } from './deal';
import { type AuthorId, type Op, SNAPSHOT_KEY, type Subject } from './op';

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
