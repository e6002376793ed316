/**
 * At close: what a deal that was won, lost or never decided has to teach, and the pre-mortem that
 * was sealed before, the likeliest reason to lose it. Nobody has to say anything; a line that was
 * left out is not known.
 */
import { MAX_TEXT } from './answer';
import { type OpId, opIdSchema, timeOf } from './clock';
import type { Instant } from './day';
import { cellsUnder, newestCell, type SubjectDoc } from './fold';
import type { AuthorId, Op } from './op';
import { isDue, type Phase } from './phase';
import type { QuestionId } from './playbook';
import { z } from './z';

/** How a deal can end. `noDecision`: the customer decided nothing. */
export const OUTCOMES = ['won', 'lost', 'noDecision'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** An outcome as the log keeps it. */
export const outcomeSchema = z.enum(OUTCOMES);

/**
 * What is asked: what started it, what was considered, how the criteria moved, what raised and what
 * cut trust, what nearly stopped it.
 */
export const CLOSE_LINES = ['started', 'considered', 'criteria', 'trustUp', 'trustDown', 'nearly'] as const;
export type CloseLine = (typeof CLOSE_LINES)[number];

/** What is kept of one line of the conversation. */
export interface Told {
  text: string;
  /** Whose word it is: the customer's, or ours alone. */
  from: 'customer' | 'us';
  /** With the customer's: who said it. */
  who: string;
}

const text = z.string().max(MAX_TEXT);

/** A line of the conversation as the log keeps it. */
export const toldSchema = z.looseObject({
  text,
  from: z.enum(['customer', 'us']),
  who: text,
}) satisfies z.ZodType<Told>;

/** The likeliest reason to lose, as one person saw it. */
export interface Premortem {
  reason: string;
}

/** A pre-mortem as the log keeps it. */
export const premortemSchema = z.looseObject({ reason: text }) satisfies z.ZodType<Premortem>;

/** An answer that stood at the end and turned out otherwise. */
export interface Otherwise {
  /** The revision that did. */
  answer: OpId;
}

/** An answer that turned out otherwise, as the log keeps it. */
export const otherwiseSchema = z.looseObject({ answer: opIdSchema }) satisfies z.ZodType<Otherwise>;

/** Where the log keeps what is said at close; a line and an answer have a cell each. */
export const OUTCOME_KEY = 'outcome';
export const PREMORTEM_KEY = 'premortem';
const CLOSE_PREFIX = 'close:';
export const closeKey = (line: CloseLine) => `${CLOSE_PREFIX}${line}`;
const OTHERWISE_PREFIX = 'otherwise:';
export const otherwiseKey = (question: QuestionId) => `${OTHERWISE_PREFIX}${question}`;

/** What these authors said at the close of a deal. */
export interface Closing {
  /** `null` while nobody said. */
  outcome: Outcome | null;
  lines: Partial<Record<CloseLine, Told>>;
  /** The revision of each answer that turned out otherwise. */
  otherwise: Record<QuestionId, OpId>;
}

/** What these authors said at the close of a deal, the newest of each; what cannot be read counts as unsaid. */
export function closingOf(doc: SubjectDoc, authors: readonly AuthorId[]): Closing {
  const outcome = outcomeSchema.safeParse(newestCell(doc, OUTCOME_KEY, authors)?.value);
  const lines: Closing['lines'] = {};
  for (const line of CLOSE_LINES) {
    const told = toldSchema.safeParse(newestCell(doc, closeKey(line), authors)?.value);
    if (told.success) lines[line] = told.data;
  }
  const otherwise = cellsUnder(doc, OTHERWISE_PREFIX, authors).flatMap(([question, { value }]) => {
    const read = otherwiseSchema.safeParse(value);
    return read.success ? [[question, read.data.answer] as const] : [];
  });
  return { outcome: outcome.success ? outcome.data : null, lines, otherwise: Object.fromEntries(otherwise) };
}

/** A pre-mortem, and when it was sealed. */
export interface SealedPremortem extends Premortem {
  sealedAt: Instant;
}

/** Every pre-mortem that these authors sealed, oldest first: a later one joins those before it, and opens none of them. */
export function premortemsOf(ops: readonly Op[], authors: readonly AuthorId[]): SealedPremortem[] {
  return ops
    .filter((op) => op.key === PREMORTEM_KEY && authors.includes(op.by))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((op) => {
      const read = premortemSchema.safeParse(op.value);
      return read.success && read.data.reason.trim() !== '' ? [{ ...read.data, sealedAt: timeOf(op.id) }] : [];
    });
}

/** Whether a pre-mortem is worth writing: from the proposal on, while losing is still to come. */
export function asksPremortem(phase: Phase): boolean {
  return phase !== 'closed' && isDue('propose', phase);
}
