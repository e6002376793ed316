/** Kept answers for tests, as a seller would have given them. */
import { freshAnswer, type KeptAnswer, type Rung, type Verdict } from '../../lib/domain/answer';
import { opId } from '../../lib/domain/clock';
import type { IsoDay } from '../../lib/domain/day';
import { ME } from './ops';

/** Noon of a day in UTC. */
export const noon = (day: IsoDay) => Date.parse(`${day}T12:00:00Z`);

/** An answer saved at noon of the day its evidence is from. */
export function kept(
  verdict: Verdict,
  rung: Rung | null,
  evidenceOn: IsoDay,
  more: Partial<KeptAnswer> = {},
): KeptAnswer {
  const at = more.at ?? noon(evidenceOn);
  return {
    ...freshAnswer(verdict, evidenceOn),
    rung,
    op: opId({ ms: at, counter: 0 }, ME, '00000000'),
    by: ME,
    at,
    version: 'basics@1',
    revisions: 1,
    ...more,
  };
}
