import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedBy, fingerprintOf, NOTHING } from '../../lib/domain/fingerprint';

const ids = fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 50 });

describe('the fingerprint of a set', () => {
  it('is the same in whatever order and in how many steps it came to be', () => {
    fc.assert(
      fc.property(ids, fc.nat(50), (set, cut) => {
        const atOnce = changedBy(NOTHING, set);
        const inSteps = changedBy(changedBy(NOTHING, set.slice(cut)), set.slice(0, cut).reverse());
        expect(inSteps).toBe(atOnce);
      }),
    );
  });

  it('is what it was once texts are taken out again, and another without them', () => {
    fc.assert(
      fc.property(ids, ids, (set, more) => {
        const added = more.filter((text) => !set.includes(text));
        const before = changedBy(NOTHING, set);
        const after = changedBy(before, added);
        expect(changedBy(after, added)).toBe(before);
        expect(after === before).toBe(added.length === 0);
      }),
    );
  });
});

it('tells a hundred thousand texts that are much alike apart', () => {
  const prints = new Set(Array.from({ length: 100_000 }, (_, n) => fingerprintOf(`salesforce:acme:006${n}`)));
  expect(prints.size).toBe(100_000);
  for (const print of prints) expect(print).toMatch(/^[0-9a-f]{16}$/);
});
