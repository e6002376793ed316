import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CheckedAnswer } from '../../lib/domain/review';
import { dealsLeft, freshRound, isRoundOf, nextDeal, type Round, roundSchema } from '../../lib/domain/round';

const DEALS = ['salesforce:acme:1', 'salesforce:acme:2', 'salesforce:acme:3'] as const;
const CHECK = { of: 3, seed: 0x03f9a2 };
const HEARD: CheckedAnswer = {
  question: 'fit.owner',
  op: '000001900000000-0000-a1a1a1a1a1a1a1a1-00000000',
  result: 'weaker',
};

test('a round goes from deal to deal, keeps what was heard of those that were checked, and ends once', () => {
  let round = freshRound(CHECK, DEALS, 1000);
  round = nextDeal({ ...round, heard: [HEARD] }, true, 2000);
  expect(round).toMatchObject({ at: 1, heard: [], ended: null });
  round = nextDeal({ ...round, heard: [HEARD] }, false, 3000);
  round = nextDeal(round, true, 4000);
  expect(round.done).toEqual([
    { deal: DEALS[0], answers: [HEARD] },
    { deal: DEALS[2], answers: [] },
  ]);
  expect([dealsLeft(round), round.ended]).toEqual([0, 4000]);
  expect([
    isRoundOf(round, CHECK),
    isRoundOf(round, { ...CHECK, seed: 1 }),
    isRoundOf(round, { ...CHECK, of: 2 }),
  ]).toEqual([true, false, false]);
});

test('a round that a tab kept is read as it was, wherever it was left', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 5 }), (steps) => {
      const round = steps.reduce<Round>((now, isKept) => nextDeal(now, isKept, 9), freshRound(CHECK, DEALS, 1));
      expect(roundSchema.parse(JSON.parse(JSON.stringify(round)))).toEqual(round);
    }),
  );
});
