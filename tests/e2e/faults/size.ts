/**
 * How much a fault is given: a short form with `npm test`, the long one with `npm run test:faults`;
 * and where its counts are told.
 */
import { appendFileSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const IS_LONG = process.env.FAULTS === 'long';

/** The size of a run. */
export const size = (short: number, long: number) => (IS_LONG ? long : short);

/** What the faults counted, one a line; `npm run test:faults` prints it at its end. */
export const COUNTS = fileURLToPath(new URL('../../../test-results/faults.txt', import.meta.url));

/** Says what was counted. */
export function tell(line: string): void {
  console.log(line);
  mkdirSync(new URL('.', `file://${COUNTS}`), { recursive: true });
  appendFileSync(COUNTS, `${line}\n`);
}

/** Numbers that look random and are the same in each run. */
export function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}
