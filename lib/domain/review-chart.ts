/** What the charts of a review draw, from its rows: each is a list that can be read as a table as well. */
import { daysBetween, type IsoDay } from './day';
import type { Question } from './playbook';
import { inUnits, type ReviewRow } from './review-row';
import { GAP_REASONS, type GapReason } from './score';

/** Deals drawn one by one; more would be a cloud, and hold the page. */
export const MOST_POINTS = 300;

/** Firmness under this is soft. */
export const SOFT = 50;

/** A deal at its place. */
export interface Place {
  row: ReviewRow;
  firmness: number;
  /** In whole units of its currency. */
  amount: number;
}

/** Firmness against amount: where each deal stands, and the corner where much stands on little. */
export interface BigAndSoft {
  /** The deals with most at stake, at most `MOST_POINTS`. */
  points: readonly Place[];
  /** How many more there are with less at stake. */
  left: number;
  /** How many show no amount or have nothing due, and so have no place. */
  placeless: number;
  /** From this amount on a deal is big: the largest deals that make up half of all the money. `null` without any. */
  big: number | null;
  /** The big ones that are soft, most at stake first. */
  corner: readonly Place[];
}

/** Firmness against amount, and the corner that a review should begin with. */
export function bigAndSoft(rows: readonly ReviewRow[]): BigAndSoft {
  const places = rows
    .flatMap((row): Place[] =>
      row.amount && row.firmness !== null ? [{ row, firmness: row.firmness, amount: inUnits(row.amount) }] : [],
    )
    .sort((a, b) => (b.row.atStake ?? 0) - (a.row.atStake ?? 0));
  const big = halfOf(places.map(({ amount }) => amount));
  return {
    points: places.slice(0, MOST_POINTS),
    left: Math.max(0, places.length - MOST_POINTS),
    placeless: rows.length - places.length,
    big,
    corner: places.filter(({ amount, firmness }) => big !== null && amount >= big && firmness < SOFT),
  };
}

/** The smallest of the largest amounts that make up half of the sum. */
function halfOf(amounts: readonly number[]): number | null {
  const sorted = amounts.filter((amount) => amount > 0).sort((a, b) => b - a);
  const half = sorted.reduce((sum, amount) => sum + amount, 0) / 2;
  let sum = 0;
  for (const amount of sorted) {
    sum += amount;
    if (sum >= half) return amount;
  }
  return null;
}

/** One question, and the deals in which it is open. */
export interface QuestionGaps {
  question: Question;
  /** In how many deals it is due and not firm. */
  deals: number;
  /** The same by reason. */
  reasons: Readonly<Record<GapReason, number>>;
}

/** In how many deals each question is a gap, most first; of equals the heavier question, then by its words. */
export function gapsByQuestion(rows: readonly ReviewRow[]): QuestionGaps[] {
  const found = new Map<string, QuestionGaps & { reasons: Record<GapReason, number> }>();
  for (const { gaps } of rows) {
    for (const { question, gap } of gaps) {
      const reasons = Object.fromEntries(GAP_REASONS.map((reason) => [reason, 0])) as Record<GapReason, number>;
      const kept = found.get(question.id) ?? { question, deals: 0, reasons };
      kept.deals += 1;
      kept.reasons[gap] += 1;
      found.set(question.id, kept);
    }
  }
  return [...found.values()].sort(
    (a, b) =>
      b.deals - a.deals || b.question.weight - a.question.weight || (a.question.short < b.question.short ? -1 : 1),
  );
}

/** A deal whose two dates are known. */
export interface DatePlace {
  row: ReviewRow;
  close: IsoDay;
  event: IsoDay;
  /** Days from the close date to theirs; below 0 it closes after they need it. */
  days: number;
}

/** Our date against theirs, deal by deal. */
export interface TwoDates {
  /** The deals that are furthest behind their customer's date first, at most `MOST_POINTS`. */
  points: readonly DatePlace[];
  left: number;
  /** How many close after the customer needs it. */
  late: number;
  /** How many have a close date and no date of the customer's. */
  noEvent: number;
}

/** The close date against the day on which it happens at the customer. */
export function twoDates(rows: readonly ReviewRow[]): TwoDates {
  const places = rows
    .flatMap((row): DatePlace[] => {
      const { closeDate: close, event } = row;
      return close && event ? [{ row, close, event, days: daysBetween(close, event) }] : [];
    })
    .sort((a, b) => a.days - b.days);
  return {
    points: places.slice(0, MOST_POINTS),
    left: Math.max(0, places.length - MOST_POINTS),
    late: places.filter(({ days }) => days < 0).length,
    noEvent: rows.filter(({ closeDate, event }) => closeDate && !event).length,
  };
}
