import { expect, it, test } from 'vitest';
import { type Answer, checkAnswer, freshAnswer, MAX_TEXT } from '../../lib/domain/answer';

const TODAY = '2026-11-22';

test.each<[string, Partial<Answer>, ReturnType<typeof checkAnswer>]>([
  ['evidence of today', {}, []],
  ['evidence of tomorrow', { evidenceOn: '2026-11-23' }, ['futureEvidence']],
  ['a day that no calendar has', { on: '2027-02-29' }, ['notADay']],
  ['an event that is still to come', { on: '2027-02-28', knowBy: '2026-12-01' }, []],
  ['a verdict with no word on how it is known', { rung: null }, ['rungMissing']],
  ['an unknown, which needs none', { verdict: 'unknown', rung: null }, []],
  ['what does not apply, without a reason', { verdict: 'notApplicable', rung: null }, ['reasonMissing']],
  ['what does not apply, with one', { verdict: 'notApplicable', rung: null, reason: 'They rent' }, []],
  ['a quote of the longest length', { quote: 'x'.repeat(MAX_TEXT) }, []],
  ['a quote that is longer', { quote: 'x'.repeat(MAX_TEXT + 1) }, ['tooLong']],
])('%s', (_, change, problems) => {
  expect(checkAnswer({ ...freshAnswer('yes', TODAY), ...change }, TODAY)).toEqual(problems);
});

it('names every problem of an answer', () => {
  const odd = { ...freshAnswer('no', TODAY), evidenceOn: '2031-01-01', rung: null };
  expect(checkAnswer(odd, TODAY)).toEqual(['futureEvidence', 'rungMissing']);
});
