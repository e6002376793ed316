import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CLOCK_ZERO, isAhead, opId, opIdSchema, SKEW_MS, tick, timeOf, witness } from '../../lib/domain/clock';

const DEVICE = '0123456789abcdef';
const ms = fc.integer({ min: 0, max: 4_000_000_000_000 });
const reading = fc.record({ ms, counter: fc.integer({ min: 0, max: 0xffff }) });

it('never goes back, whatever the machine says', () => {
  fc.assert(
    fc.property(fc.array(ms, { minLength: 2 }), (times) => {
      let clock = CLOCK_ZERO;
      const ids = times.map((now) => {
        clock = tick(clock, now);
        return opId(clock, DEVICE, '00000000');
      });
      expect([...new Set(ids)].sort()).toEqual(ids);
    }),
  );
});

it('comes after every id it has seen, even at the end of a counter', () => {
  fc.assert(
    fc.property(reading, reading, ms, (mine, theirs, now) => {
      const seen = opId(theirs, 'f'.repeat(16), 'ffffffff');
      const next = opId(tick(witness(mine, seen), now), DEVICE, '00000000');
      expect(opIdSchema.parse(next) > seen).toBe(true);
    }),
  );
});

it('says when and where an op was made', () => {
  fc.assert(
    fc.property(reading, (clock) => {
      const id = opId(clock, DEVICE, '89abcdef');
      expect([timeOf(id), id.slice(17, 33)]).toEqual([clock.ms, DEVICE]);
    }),
  );
});

it('flags an id from further ahead than clocks differ', () => {
  const id = opId({ ms: 1_000_000, counter: 0 }, DEVICE, '00000000');
  expect(isAhead(id, 1_000_000 - SKEW_MS)).toBe(false);
  expect(isAhead(id, 1_000_000 - SKEW_MS - 1)).toBe(true);
});
