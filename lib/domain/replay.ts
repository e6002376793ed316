/** The log as of an earlier time: nothing of the past is stored twice, it is folded again. */

import { timeOf } from './clock';
import { dayOf, type Instant, type IsoDay } from './day';
import { applyOp, foldOps, mergeOps, type SubjectDoc } from './fold';
import type { Op } from './op';

/** What was known at `until`, that instant included; `null` before the first op. */
export function replay(ops: readonly Op[], until: Instant): SubjectDoc | null {
  return foldOps(ops.filter((op) => timeOf(op.id) <= until));
}

/** Where a person's days begin, and which of them it is. */
export interface Calendar {
  today: IsoDay;
  /** Minutes that the person's clock stands ahead of UTC. */
  offset: number;
}

/**
 * What was known at the end of each of these days, which are given in order; `null` before the
 * first op. Ops that claim a day after today (a clock that was wrong) count as today's.
 */
export function docsAt(
  ops: readonly Op[],
  days: readonly IsoDay[],
  { today, offset }: Calendar,
): (SubjectDoc | null)[] {
  const inOrder = mergeOps(ops, []);
  let doc: SubjectDoc | null = null;
  let next = 0;
  return days.map((day) => {
    for (let op = inOrder[next]; op; op = inOrder[next]) {
      if (day < today && dayOf(timeOf(op.id), offset) > day) break;
      doc = applyOp(doc, op);
      next += 1;
    }
    return doc;
  });
}
