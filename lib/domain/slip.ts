/**
 * The slip test: an event that keeps moving is a wish. Each move of its day to a later one
 * counts, from the revisions alone; nobody is asked.
 */
import { answerSchema, type KeptAnswer } from './answer';
import { type OpId, timeOf } from './clock';
import { type Instant, type IsoDay, MINUTE_MS } from './day';
import { stands } from './honesty';
import { type AuthorId, answerKey, type Op } from './op';
import type { QuestionId } from './playbook';

/** The day that was held to be the event's, from `at` on; `null`: none. */
export interface EventDay {
  at: Instant;
  on: IsoDay | null;
}

/** A move of the event to a later day. */
export interface Slip {
  at: Instant;
  from: IsoDay;
  to: IsoDay;
}

/** A day put right within this time was mistyped, not moved; milliseconds. */
const CORRECTION_MS = 5 * MINUTE_MS;

/** The answer in which somebody at the customer says why the moved date will hold this time. */
export const HOLDS: QuestionId = 'urgency.holds';

/** The moves to a later day, in order. Days taken away in between do not hide a move. */
export function slipsIn(history: readonly EventDay[]): Slip[] {
  const inOrder = [...history].sort((a, b) => a.at - b.at);
  const meant = inOrder.filter(({ at }, index) => {
    const next = inOrder[index + 1];
    return next === undefined || next.at - at > CORRECTION_MS;
  });
  const slips: Slip[] = [];
  let known: IsoDay | null = null;
  for (const { at, on } of meant) {
    if (on === null) continue;
    if (known !== null && on > known) slips.push({ at, from: known, to: on });
    known = on;
  }
  return slips;
}

/** Whether somebody at the customer has said, since the last move, why the date will hold. */
export function isHeld(slips: readonly Slip[], holds: KeptAnswer | undefined): boolean {
  const last = slips.at(-1);
  return last === undefined || (holds !== undefined && holds.at >= last.at && stands(holds));
}

/**
 * The event's day through time, from the log: the day of `urgency.date`, else of
 * `urgency.event`, as these authors gave it. Ops of other keys and authors do not count.
 */
export function eventDays(ops: readonly Op[], authors: readonly AuthorId[]): EventDay[] {
  const [dateKey, eventKey] = [answerKey('urgency.date'), answerKey('urgency.event')];
  const days = new Map<string, IsoDay | null>();
  const history: EventDay[] = [];
  for (const op of [...ops].sort(byId)) {
    if ((op.key !== dateKey && op.key !== eventKey) || !authors.includes(op.by)) continue;
    days.set(op.key, dayIn(op.value));
    const on = days.get(dateKey) ?? days.get(eventKey) ?? null;
    if (history.at(-1)?.on !== on) history.push({ at: timeOf(op.id), on });
  }
  return history;
}

function dayIn(value: unknown): IsoDay | null {
  const answer = answerSchema.safeParse(value);
  return answer.success ? answer.data.on : null;
}

const byId = (a: { id: OpId }, b: { id: OpId }) => (a.id < b.id ? -1 : 1);
