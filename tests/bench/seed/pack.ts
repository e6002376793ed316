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
  for (let n = 0; n < deals; n++) yield packBody(answerOps(madeDeal(n), n, now), n === 0);
  yield PACK_TAIL;
}
