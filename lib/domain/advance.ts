/**
 * Advances: what to know before a deal moves to a later phase, and what was known when it
 * did. The check advises and never locks; going on anyway takes one line of reason, or none,
 * and both are kept for the next review.
 */
import { MAX_TEXT } from './answer';
import type { OpId } from './clock';
import { DAY_MS, dayOf, type Instant, MINUTE_MS } from './day';
import { cellsUnder, foldOps, type SubjectDoc } from './fold';
import { type DealLog, type Ground, groundOf, scoreGround } from './ground';
import type { AuthorId } from './op';
import { PHASES, type Phase, phaseOf, STEPS, type Step } from './phase';
import type { QuestionId } from './playbook';
import { replay } from './replay';
import { GAP_REASONS, type GapReason, type Score } from './score';
import { dealView } from './view';
import { z } from './z';

/** What is worth knowing before a deal moves on: the gaps of what it leaves behind, and how firm that is. */
export interface AdvanceCheck extends Pick<Score, 'weakest' | 'oldest' | 'next' | 'gaps' | 'firmness'> {
  from: Phase;
  to: Phase;
}

/**
 * What to know before moving to `to`: everything due in the phases that the move leaves
 * behind, those it skips included. What is due only in the new phase is not held against it.
 * `null` where it is no advance: back, within the phase, or to lost.
 */
export function advanceCheck(ground: Ground, to: Step): AdvanceCheck | null {
  const phase = phaseOf(to);
  const left = PHASES[PHASES.indexOf(phase) - 1];
  if (to === 'lost' || left === undefined || !isLater(phase, ground.phase)) return null;
  const { weakest, oldest, next, gaps, firmness } = scoreGround({ ...ground, phase: left });
  return { from: ground.phase, to: phase, weakest, oldest, next, gaps, firmness };
}

/** The check for one step on, while nobody knows yet how far a move will go; `null` where none is left. */
export function checkAhead(ground: Ground): AdvanceCheck | null {
  const next = PHASES[PHASES.indexOf(ground.phase) + 1];
  return next === undefined ? null : advanceCheck(ground, next === 'closed' ? 'won' : next);
}

function isLater(phase: Phase, than: Phase): boolean {
  return PHASES.indexOf(phase) > PHASES.indexOf(than);
}

/** What is kept of an advance. */
export interface AdvanceMade {
  from: Phase;
  to: Phase;
  step: Step;
  /** When the move was made or seen. */
  at: Instant;
  /** What was due and not firm then, most worth asking first. */
  gaps: { question: QuestionId; reason: GapReason }[];
  /** Why the seller went on; `null` where that was skipped. */
  reason: string | null;
}

/** An advance as the log keeps it. */
export const advanceSchema = z.looseObject({
  from: z.enum(PHASES),
  to: z.enum(PHASES),
  step: z.enum(STEPS),
  at: z.number().int(),
  gaps: z.array(z.looseObject({ question: z.string().max(100), reason: z.enum(GAP_REASONS) })).max(1000),
  reason: z.string().max(MAX_TEXT).nullable(),
}) satisfies z.ZodType<AdvanceMade>;

const PREFIX = 'advance:';
/** Each advance has a cell of its own; `unique` is anything that no other advance has. */
export const advanceKey = (unique: string) => `${PREFIX}${unique}`;

/** An advance to keep, from the check that was shown; `null` checks are no advances. */
export function advanceMade(check: AdvanceCheck, step: Step, at: Instant, reason: string | null): AdvanceMade {
  const gaps = check.gaps.flatMap(({ question, gap }) => (gap ? [{ question: question.id, reason: gap }] : []));
  return { from: check.from, to: check.to, step, at, gaps, reason };
}

/** An advance of a deal, with where it is kept. */
export interface Advance extends AdvanceMade {
  /** The op that holds it; `null` where it was only seen on the page, and derived. */
  op: OpId | null;
  key: string | null;
}

/** The advances that were recorded, oldest first. One that cannot be read stays in the log. */
export function advancesOf(doc: SubjectDoc, authors: readonly AuthorId[]): Advance[] {
  const kept = cellsUnder(doc, PREFIX, authors).flatMap(([unique, { op, value }]): Advance[] => {
    const made = advanceSchema.safeParse(value);
    return made.success ? [{ ...made.data, op, key: advanceKey(unique) }] : [];
  });
  return kept.sort(byTime);
}

/** A click on the page and the change that it makes may be stamped the other way round by this much. */
const SLACK_MS = MINUTE_MS;

/**
 * Every advance, oldest first: those recorded, and those that were only seen as a changed
 * stage, with the gaps that stood then. A recorded one answers for the change that follows it.
 */
export function allAdvances(log: DealLog): Advance[] {
  const doc = foldOps(log.ops);
  if (!doc) return [];
  const recorded = advancesOf(doc, log.authors);
  const open = [...recorded];
  const seen = doc.changes
    .filter(({ field }) => field === 'stage')
    .flatMap(({ at }): Advance[] => {
      const advance = advanceSeen(log, at);
      if (!advance) return [];
      const told = open.findLastIndex(({ to, at: toldAt }) => to === advance.to && toldAt <= at + SLACK_MS);
      if (told < 0) return [advance];
      open.splice(0, told + 1);
      return [];
    });
  return [...recorded, ...seen].sort(byTime);
}

/** The advance that a snapshot at an instant showed, judged by what was known just before it. */
function advanceSeen(log: DealLog, at: Instant): Advance | null {
  const { deal, ops, org, authors, playbook, offset } = log;
  const today = dayOf(at, offset);
  const view = (until: Instant) => dealView({ deal, doc: replay(ops, until), org, authors, playbook, today, offset });
  const [before, after] = [view(at - 1), view(at)];
  // From an unknown stage nobody can say that it went forward.
  if (before.phaseUnknown || after.step === null) return null;
  const check = advanceCheck(groundOf(before, today), after.step);
  return check && { ...advanceMade(check, after.step, at, null), op: null, key: null };
}

/** For this long an advance is fresh in the seller's mind, and its reason worth asking for. */
const FRESH_MS = DAY_MS;

/** The advance whose reason is still to be asked for: the last one, seen of late, with gaps and nothing said yet. */
export function unexplained(advances: readonly Advance[], now: Instant): Advance | null {
  const last = advances.at(-1);
  return last && last.op === null && last.gaps.length > 0 && last.at > now - FRESH_MS ? last : null;
}

const byTime = (a: Advance, b: Advance) => a.at - b.at;
