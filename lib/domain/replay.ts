/** The log as of an earlier time: nothing of the past is stored twice, it is folded again. */

import { timeOf } from './clock';
import type { Instant } from './day';
import { foldOps, type SubjectDoc } from './fold';
import type { Op } from './op';

/** What was known at `until`, that instant included; `null` before the first op. */
export function replay(ops: readonly Op[], until: Instant): SubjectDoc | null {
  return foldOps(ops.filter((op) => timeOf(op.id) <= until));
}
