/**
 * Firmness and urgency over time, from the op log alone: a point for each day on which
 * something was done or seen, and for each day on which time alone changed the picture.
 */

import { timeOf } from './clock';
import { addDays, dayOf, type IsoDay } from './day';
import { applyOp, mergeOps, type SubjectDoc } from './fold';
import { type DealLog, type Ground, groundOf, scoreGround } from './ground';
import type { Phase } from './phase';
import type { Question } from './playbook';
import type { Score, Term } from './score';
import { eventDays } from './slip';
import { eventDay, readUrgency } from './urgency';
import { dealView } from './view';

/** Why a question counts for more or less than at the point before. */
const TREND_CAUSES = [
  /** Answered for the first time, or its answer taken away. */
  'answered',
  'cleared',
  /** Answered again: worth more than before, or less. */
  'raised',
  'lowered',
  /** Something happened that makes the answer worth asking again; it was asked again. */
  'recheck',
  'confirmed',
  /** Its evidence grew old. */
  'aged',
  /** The phase made it due, or no longer due. */
  'due',
  'notDue',
  /** Footing saw it in meetings and promises, or sees it no more. */
  'seen',
  'unseen',
] as const;
export type TrendCause = (typeof TREND_CAUSES)[number];

/** What one question added to a change of the number. */
export interface TrendReason {
  cause: TrendCause;
  question: Question;
  /** Points of the sum (weight x credit) more or less. */
  points: number;
}

/** The numbers of one day, and why they are not those of the point before. */
export interface TrendPoint {
  day: IsoDay;
  /** At the end of the day; `null` while nothing is due. */
  firmness: number | null;
  /** The urgency level, 0 to 4. */
  urgency: number;
  phase: Phase;
  /** What changed since the point before, the largest effect first. */
  reasons: TrendReason[];
}

/** The course of a deal. */
export interface Trend {
  /** One a day at most, oldest first; the last is today's. */
  points: TrendPoint[];
  /** Where the phase changed. */
  moves: { day: IsoDay; from: Phase; to: Phase }[];
}

/** The trend up to `today`. Ops that claim a later day (a clock that was wrong) count as today's. */
export function trendOf(log: DealLog, today: IsoDay): Trend {
  const points: { point: TrendPoint; score: Score }[] = [];
  let reading: Reading | null = null;

  const add = (next: Reading) => {
    const last = points.at(-1);
    const reasons = last ? reasonsOf(last.score, next.score) : reasonsOf(null, next.score);
    const { day, urgency, score, ground } = next;
    points.push({ point: { day, firmness: score.firmness, urgency, phase: ground.phase, reasons }, score });
  };

  /** Days between two points on which time alone moved a number. */
  const passTime = (until: IsoDay) => {
    if (!reading) return;
    for (const day of turningDays(reading.ground, reading.day, until)) {
      const next = reading.on(day);
      const last = points.at(-1)?.point;
      if (next.score.firmness !== last?.firmness || next.urgency !== last?.urgency) add(next);
    }
  };

  for (const [day, doc] of docsByDay(log, today)) {
    passTime(day);
    reading = readingOf(log, doc, day);
    add(reading);
  }
  passTime(today);
  if (reading && reading.day < today && points.at(-1)?.point.day !== today) add(reading.on(today));
  return { points: points.map(({ point }) => point), moves: movesIn(points.map(({ point }) => point)) };
}

/** The document as each day with an op left it. */
function docsByDay({ ops, offset }: DealLog, today: IsoDay): [IsoDay, SubjectDoc][] {
  const docs = new Map<IsoDay, SubjectDoc>();
  let doc: SubjectDoc | null = null;
  for (const op of mergeOps(ops, [])) {
    doc = applyOp(doc, op);
    const day = dayOf(timeOf(op.id), offset);
    docs.set(day > today ? today : day, doc);
  }
  return [...docs];
}

/** What a document says on a day. */
interface Reading {
  day: IsoDay;
  ground: Ground;
  score: Score;
  urgency: number;
  /** The same document on a later day. */
  on: (later: IsoDay) => Reading;
}

function readingOf(log: DealLog, doc: SubjectDoc, day: IsoDay): Reading {
  const { deal, ops, org, authors, playbook, offset } = log;
  const days = eventDays(
    ops.filter(({ id }) => id <= doc.newest),
    authors,
  );
  const on = (today: IsoDay): Reading => {
    const view = dealView({ deal, doc, org, authors, playbook, today, offset });
    const ground = groundOf(view, today);
    const { level } = readUrgency({ ...view, history: days, closeDate: null, today });
    return { day: today, ground, score: scoreGround(ground), urgency: level, on };
  };
  return on(day);
}

/** The days between on which evidence begins to fade, or has faded as far as it does, or the event is over. */
function turningDays(ground: Ground, from: IsoDay, until: IsoDay): IsoDay[] {
  const aging = ground.playbook.questions.flatMap(({ id, freshDays }) => {
    const answer = ground.answers[id];
    return answer ? [addDays(answer.evidenceOn, freshDays + 1), addDays(answer.evidenceOn, 3 * freshDays)] : [];
  });
  const event = eventDay(ground.answers);
  const days = event === null ? aging : [...aging, addDays(event, 1)];
  return [...new Set(days)].filter((day) => day > from && day < until).sort();
}

function reasonsOf(before: Score | null, after: Score): TrendReason[] {
  const was = new Map(before?.terms.map((term) => [term.question.id, term]));
  const is = new Map(after.terms.map((term) => [term.question.id, term]));
  const reasons = [...new Set([...was.keys(), ...is.keys()])].flatMap((id): TrendReason[] => {
    const [from, to] = [was.get(id) ?? null, is.get(id) ?? null];
    const cause = causeOf(from, to, before === null);
    const question = (to ?? from)?.question;
    return cause && question ? [{ cause, question, points: (to?.points ?? 0) - (from?.points ?? 0) }] : [];
  });
  return reasons.sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
}

function causeOf(from: Term | null, to: Term | null, first: boolean): TrendCause | null {
  if (from?.observed || to?.observed) {
    const [before, now] = [from?.credit ?? 0, to?.credit ?? 0];
    return now === before ? null : now > before ? 'seen' : 'unseen';
  }
  if (!from && !to?.answer) return first || !to ? null : 'due';
  if (!from) return first ? 'answered' : 'due';
  if (!to) return 'notDue';
  if (!from.answer) return to.answer ? 'answered' : null;
  if (!to.answer) return 'cleared';
  if (from.answer.at !== to.answer.at) {
    const same = from.answer.verdict === to.answer.verdict && from.answer.rung === to.answer.rung;
    if (from.recheck && !to.recheck && same) return 'confirmed';
    return to.credit === from.credit ? null : to.credit > from.credit ? 'raised' : 'lowered';
  }
  if (to.recheck && !from.recheck) return 'recheck';
  return to.credit === from.credit ? null : 'aged';
}

function movesIn(points: readonly TrendPoint[]): Trend['moves'] {
  return points.flatMap(({ day, phase }, index) => {
    const before = points[index - 1];
    return before && before.phase !== phase ? [{ day, from: before.phase, to: phase }] : [];
  });
}
