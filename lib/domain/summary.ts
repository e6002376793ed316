/**
 * A summary: what lists and the launcher need of a deal, small enough that ten thousand of
 * them are read at once. It is a document with the long texts taken out, so it is scored by
 * the same code as the document; nothing that depends on today is stored in it.
 */
import { timeOf } from './clock';
import type { Instant } from './day';
import type { Cell, SubjectDoc } from './fold';
import { answerKey, SNAPSHOT_KEY } from './op';

export interface Summary extends SubjectDoc {
  /** When anything was last added to the deal. */
  touchedAt: Instant;
  /** When an answer was last saved, by anyone; `null` before the first. */
  lastAnsweredAt: Instant | null;
}

const ANSWER_PREFIX = answerKey('');

/** What an answer says at length; lists show the verdict, the rung and the days. */
const LONG = { quote: '', link: '', reason: '' };

/** The compact projection of a document. Pure: the same document gives the same summary. */
export function summaryOf(doc: SubjectDoc): Summary {
  const answered = Object.entries(doc.cells)
    .filter(([key]) => key.startsWith(ANSWER_PREFIX))
    .flatMap(([, byAuthor]) => Object.values(byAuthor).map((cell) => timeOf(cell.op)));
  // What snapshots showed is in `seen` already.
  const { [SNAPSHOT_KEY]: _, ...withoutSnapshots } = doc.cells;
  return {
    ...doc,
    cells: mapValues(withoutSnapshots, (byAuthor, key) =>
      key.startsWith(ANSWER_PREFIX) ? mapValues(byAuthor, shortened) : byAuthor,
    ),
    // The changes that can make an answer worth asking again.
    changes: doc.changes.filter((change) => change.field === 'stage' || change.pushed),
    touchedAt: timeOf(doc.newest),
    lastAnsweredAt: answered.length > 0 ? Math.max(...answered) : null,
  };
}

function shortened(cell: Cell): Cell {
  return isRecord(cell.value) ? { ...cell, value: { ...cell.value, ...LONG } } : cell;
}

/** Keys may be anything that a file holds, so properties are made and not assigned. */
function mapValues<T>(record: Readonly<Record<string, T>>, map: (value: T, key: string) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value, key)]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
