import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawWeighted, readSeed, seededRandom, seedFor, seedText } from '../../lib/domain/seeded';

const seeds = fc.integer({ min: 0, max: 0xffffff });

describe('a seed', () => {
  it('reads back from its text, and no other text is one', () => {
    fc.assert(fc.property(seeds, (seed) => readSeed(seedText(seed)) === seed));
    expect(seedText(0x03f9a2)).toBe('03f9a2');
    for (const text of ['', '3f9a2', '03f9a2 ', '0x3f9a', 'zzzzzz']) expect(readSeed(text)).toBeNull();
  });

  it('gives the same numbers on every machine', () => {
    const random = seededRandom(1);
    expect([random(), random(), random()].map((one) => Math.round(one * 1e6))).toEqual([627074, 2736, 527447]);
  });

  it('gives each thing a seed of its own', () => {
    const deals = Array.from({ length: 500 }, (_, index) => `salesforce:acme:${index}`);
    expect(new Set(deals.map((deal) => seedFor(7, deal))).size).toBe(500);
    expect(seedFor(7, 'a')).not.toBe(seedFor(8, 'a'));
  });
});

describe('a weighted draw', () => {
  const things = fc.uniqueArray(fc.record({ id: fc.nat(), weight: fc.double({ min: 0, max: 100, noNaN: true }) }), {
    selector: ({ id }) => id,
    maxLength: 12,
  });

  it('draws each thing once at most, as many as were asked for, and the same again', () => {
    fc.assert(
      fc.property(things, fc.nat(15), seeds, (all, count, seed) => {
        const drawn = drawWeighted(all, ({ weight }) => weight, count, seed);
        expect(drawn.length).toBe(Math.min(count, all.length));
        expect(new Set(drawn).size).toBe(drawn.length);
        expect(drawWeighted(all, ({ weight }) => weight, count, seed)).toEqual(drawn);
      }),
    );
  });

  it('draws in proportion to the weights, and what weighs nothing last', () => {
    const first = Array.from({ length: 4000 }, (_, seed) =>
      drawWeighted(
        ['light', 'heavy', 'none'],
        (one) => ({ light: 1, heavy: 3, none: 0 })[one] ?? 0,
        3,
        seedFor(seed, ''),
      ),
    );
    const heavy = first.filter(([one]) => one === 'heavy').length / first.length;
    expect(heavy).toBeGreaterThan(0.72);
    expect(heavy).toBeLessThan(0.78);
    expect(first.every(([, , last]) => last === 'none')).toBe(true);
  });
});
