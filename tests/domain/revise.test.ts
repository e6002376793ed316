import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAnswer, freshAnswer, hasRung, RUNGS, VERDICTS } from '../../lib/domain/answer';
import { type Patch, revise } from '../../lib/domain/revise';

const TODAY = '2026-11-22';
const said = {
  ...freshAnswer('yes', '2026-11-01'),
  rung: 'said' as const,
  who: 'Ana Ruiz',
  quote: 'We lose two days a month.',
};

describe('a change of an answer', () => {
  it('begins as our word of today', () => {
    expect(revise(null, { verdict: 'yes' }, TODAY)).toEqual(freshAnswer('yes', TODAY));
  });

  it('keeps the evidence between yes and partly', () => {
    expect(revise(said, { verdict: 'partly' }, TODAY)).toEqual({ ...said, verdict: 'partly' });
  });

  it('never lets the words of a yes stand under a no', () => {
    expect(revise(said, { verdict: 'no' }, TODAY)).toEqual(freshAnswer('no', TODAY));
  });

  it('dates what the customer says of today, unless another day is named', () => {
    const guess = freshAnswer('yes', '2026-11-01');
    expect(revise(guess, { rung: 'said' }, TODAY).evidenceOn).toBe(TODAY);
    expect(revise(guess, { rung: 'said', evidenceOn: '2026-11-20' }, TODAY).evidenceOn).toBe('2026-11-20');
  });

  it('does not make old words new when it only says who, or that they were shown', () => {
    expect(revise(said, { who: 'Ana Maria Ruiz' }, TODAY).evidenceOn).toBe('2026-11-01');
    expect(revise(said, { rung: 'shown' }, TODAY).evidenceOn).toBe('2026-11-01');
  });

  it('keeps a know-by day only with unknown, and a reason only with what does not apply', () => {
    const unknown = revise(said, { verdict: 'unknown', knowBy: '2026-12-01' }, TODAY);
    expect(unknown).toMatchObject({ rung: null, knowBy: '2026-12-01', who: '', quote: '' });
    expect(revise(unknown, { verdict: 'yes' }, TODAY).knowBy).toBeNull();
    const left = revise(null, { verdict: 'notApplicable', reason: 'A renewal' }, TODAY);
    expect(revise(left, { verdict: 'yes' }, TODAY).reason).toBe('');
  });

  const patches: fc.Arbitrary<Patch> = fc.record(
    {
      verdict: fc.constantFrom(...VERDICTS),
      rung: fc.constantFrom(...RUNGS),
      who: fc.string(),
      quote: fc.string(),
      reason: fc.constant('A renewal'),
      knowBy: fc.constantFrom(null, '2026-12-01'),
    },
    { requiredKeys: [] },
  );

  it('always leaves an answer whose parts fit together', () => {
    fc.assert(
      fc.property(fc.array(patches, { minLength: 1 }), (all) => {
        const answer = all.reduce<ReturnType<typeof revise> | null>((last, patch) => revise(last, patch, TODAY), null);
        if (!answer) return;
        expect(answer.rung !== null).toBe(hasRung(answer.verdict));
        expect(checkAnswer(answer, TODAY).filter((problem) => problem !== 'reasonMissing')).toEqual([]);
      }),
    );
  });

  it('made twice is made once', () => {
    fc.assert(
      fc.property(patches, patches, (first, second) => {
        const once = revise(revise(null, first, TODAY), second, TODAY);
        expect(revise(once, second, TODAY)).toEqual(once);
      }),
    );
  });
});
