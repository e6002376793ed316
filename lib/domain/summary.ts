/**
 * A summary: what lists and the launcher need of a deal, small enough that ten thousand of
 * them are read at once. It is a document with the long texts taken out, so it is scored by
 * the same code as the document; nothing that depends on today is stored in it.
 */
import { answerSchema } from './answer';
import { timeOf } from './clock';
import type { Instant } from './day';
import type { Cell, SubjectDoc } from './fold';
import { rungCounted } from './honesty';
import { type Meeting, meetingSchema } from './meeting';
import { MEETING_PREFIX } from './meeting-log';
import { answerKey, SNAPSHOT_KEY } from './op';
import { EVENT, refusalOf } from './our-event';
import type { QuestionId } from './playbook';
import { withoutSeal } from './texts';
import { isOnlySeen } from './whose';

/** A document without its long texts, and when it was last touched. */
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
  // What snapshots showed is in `seen` already; where nobody did more than look, who saw it says whose it is.
  const { [SNAPSHOT_KEY]: seen = {}, ...others } = doc.cells;
  const cells = isOnlySeen(doc)
    ? { [SNAPSHOT_KEY]: mapValues(seen, (cell) => ({ ...cell, value: null })), ...others }
    : others;
  return {
    ...doc,
    cells: mapValues(cells, (byAuthor, key) =>
      key.startsWith(ANSWER_PREFIX)
        ? mapValues(byAuthor, (cell) => shortened(key.slice(ANSWER_PREFIX.length), cell))
        : key.startsWith(MEETING_PREFIX)
          ? mapValues(byAuthor, withoutTexts)
          : byAuthor,
    ),
    // The changes that can make an answer worth asking again.
    changes: doc.changes.filter((change) => change.field === 'stage' || change.pushed),
    touchedAt: timeOf(doc.newest),
    lastAnsweredAt: answered.length > 0 ? Math.max(...answered) : null,
  };
}

/**
 * Without its quote nobody could tell any more that an answer hedges: the rung that counts is what
 * is kept. Nor could they tell that an event is ours: the words that say so are kept.
 */
function shortened(question: QuestionId, cell: Cell): Cell {
  if (!isRecord(cell.value)) return cell;
  const answer = answerSchema.safeParse(cell.value);
  if (!answer.success) return { ...cell, value: { ...withoutSeal(cell.value), ...LONG } };
  const ours = question === EVENT ? refusalOf(answer.data) : null;
  const rung = rungCounted(question, answer.data);
  return { ...cell, value: { ...withoutSeal(cell.value), rung, ...LONG, quote: ours?.phrase ?? '' } };
}

/** Of a meeting, what its agreement, its reminder and the score need: no agenda, no notes, nothing that was shared. */
function withoutTexts(cell: Cell): Cell {
  const { data } = meetingSchema.safeParse(withoutSeal(cell.value));
  if (!data) return { ...cell, value: null };
  const { topics: _topics, attendees: _attendees, shared: _shared, debrief, prepare, commitment, ...rest } = data;
  const value: Meeting = {
    ...rest,
    valueGiven: '',
    topics: [],
    attendees: [],
    shared: [],
    prepare: { ours: [], theirs: prepare.theirs },
    commitment: { rung: commitment.rung, text: '', fallback: '' },
    debrief: debrief && { topics: [], unprepared: debrief.unprepared, note: '' },
  };
  return { ...cell, value };
}

/** Keys may be anything that a file holds, so properties are made and not assigned. */
function mapValues<T>(record: Readonly<Record<string, T>>, map: (value: T, key: string) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value, key)]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
