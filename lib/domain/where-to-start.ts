/**
 * Where to start: the one thing that would change most of a person's deals if they did it every
 * time. Worked out from the deals alone and shown with them; one suggestion, never a list.
 */
import { PHASES } from './phase';
import type { Question, QuestionId } from './playbook';
import { inUnits, type ReviewRow } from './review-row';
import type { GapReason } from './score';

/** The one suggestion, and the deals that it would change. */
export interface Start {
  question: Question;
  /** The deals worked on in which it is due and not firm, the largest first. */
  deals: readonly { row: ReviewRow; reason: GapReason }[];
  /** How many deals are worked on and have an answer. */
  of: number;
  /** The amounts of those deals, in whole units; what was ranked by is this times the question's weight. */
  amount: number;
  /** How many of them show no amount, and were counted as one in the middle. */
  guessed: number;
}

/**
 * The question that is most often not firm, each deal weighted by its amount and all by the
 * question's weight; of equals the one in more deals, then the one due earlier. A deal without an
 * amount counts as the person's deal in the middle. `except` is in focus already. `null` where
 * nothing is open.
 */
export function whereToStart(rows: readonly ReviewRow[], except: readonly QuestionId[] = []): Start | null {
  const open = rows.filter(({ worked, answered }) => worked && answered > 0);
  const usual = middleAmount(open);
  const starts = new Map<QuestionId, Start & { deals: { row: ReviewRow; reason: GapReason }[] }>();
  for (const row of open) {
    for (const { question, gap } of row.gaps) {
      if (except.includes(question.id)) continue;
      const start = starts.get(question.id) ?? { question, deals: [], of: open.length, amount: 0, guessed: 0 };
      start.deals.push({ row, reason: gap });
      start.amount += unitsOf(row) ?? usual;
      if (!row.amount) start.guessed += 1;
      starts.set(question.id, start);
    }
  }
  const [first] = [...starts.values()].sort(
    (a, b) => worth(b) - worth(a) || b.deals.length - a.deals.length || byPlace(a.question, b.question),
  );
  if (!first) return null;
  const size = (row: ReviewRow) => unitsOf(row) ?? usual;
  return { ...first, deals: first.deals.toSorted((a, b) => size(b.row) - size(a.row)) };
}

const worth = ({ question, amount }: Start) => question.weight * amount;

function byPlace(a: Question, b: Question): number {
  return PHASES.indexOf(a.phase) - PHASES.indexOf(b.phase) || (a.id < b.id ? -1 : 1);
}

/** An amount below nothing (a credit) is no weight. */
function unitsOf({ amount }: ReviewRow): number | null {
  return amount && Math.max(0, inUnits(amount));
}

/** The amount of the deal in the middle; 1 where no deal shows any, so that deals alone are counted. */
function middleAmount(rows: readonly ReviewRow[]): number {
  const amounts = rows.flatMap((row) => unitsOf(row) ?? []).sort((a, b) => a - b);
  return amounts[Math.floor(amounts.length / 2)] || 1;
}
