/** A backup file of made deals, in pieces as they follow each other. */
import type { Instant } from '../../../lib/domain/day';
import { FORMAT, PACK_TAIL, packBody, packHead } from '../../../lib/domain/pack';
import { ANSWERS, AUTHOR, answerOps, madeDeal } from './ops';

export function* packText(deals: number, now: Instant): Generator<string> {
  yield packHead({
    product: 'footing',
    kind: 'backup',
    format: FORMAT,
    made: new Date(now).toISOString(),
    app: 'bench',
    ops: deals * ANSWERS,
    authors: [AUTHOR],
  });
  // In the order of the ids, as every file is: the first answer of each deal, then the second of each.
  const byDeal = Array.from({ length: deals }, (_, n) => answerOps(madeDeal(n), n, now));
  for (let answer = 0; answer < ANSWERS; answer++) {
    for (const [n, ops] of byDeal.entries()) yield packBody(ops.slice(answer, answer + 1), answer + n === 0);
  }
  yield PACK_TAIL;
}
