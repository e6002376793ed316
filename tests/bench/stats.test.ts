import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quantile, randomFrom, shuffled, spreadOf } from './stats';

const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 });

test('a median lies in the middle, between two neighbours where there is no middle one', () => {
  expect(quantile([9, 1, 5], 0.5)).toBe(5);
  expect(quantile([10, 2, 4, 8], 0.5)).toBe(6);
  expect(spreadOf([])).toBeNull();
  expect(spreadOf([0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100])).toEqual({ n: 11, median: 50, low: 10, high: 90 });
});

test('a spread never leaves its values and is in order', () => {
  fc.assert(
    fc.property(values, (all) => {
      const spread = spreadOf(all);
      if (!spread) throw new Error('a spread of some values');
      expect(spread.low).toBeGreaterThanOrEqual(Math.min(...all));
      expect(spread.median).toBeGreaterThanOrEqual(spread.low);
      expect(spread.high).toBeGreaterThanOrEqual(spread.median);
      expect(spread.high).toBeLessThanOrEqual(Math.max(...all));
    }),
  );
});

test('a drawn order holds the same items, and the same seed draws it again', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer(), (items, seed) => {
      const drawn = shuffled(items, randomFrom(seed));
      expect(drawn.toSorted()).toEqual(items.toSorted());
      expect(shuffled(items, randomFrom(seed))).toEqual(drawn);
    }),
  );
});

test('every order is as likely as any other', () => {
  const random = randomFrom(1);
  const seen = new Map<string, number>();
  for (let n = 0; n < 6000; n++) {
    const order = shuffled(['a', 'b', 'c'], random).join('');
    seen.set(order, (seen.get(order) ?? 0) + 1);
  }
  expect(seen.size).toBe(6);
  for (const times of seen.values()) expect(Math.abs(times - 1000)).toBeLessThan(150);
});
