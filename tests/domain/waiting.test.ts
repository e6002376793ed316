import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RUNGS } from '../../lib/domain/answer';
import { foldOps } from '../../lib/domain/fold';
import { WAITING_KEY } from '../../lib/domain/op';
import { checkOp } from '../../lib/domain/op-check';
import {
  costOfWaiting,
  freshWaiting,
  PERIODS,
  type Period,
  parseUnitCost,
  parseVolume,
  type Waiting,
  waitingOf,
} from '../../lib/domain/waiting';
import { MANAGER, ME, op } from './ops';

function waiting(volume: number, unitCost: number, period: Period): Waiting {
  const source = { who: 'Ana Ruiz', rung: 'said' } as const;
  return {
    volume: { value: volume, source },
    unitCost: { value: unitCost, source },
    period: { value: period, source },
    currency: 'EUR',
  };
}

describe('the cost of waiting', () => {
  it.each([
    [30, 5_000, 'week', 150_000],
    [6, 5_000, 'day', 210_000],
    [1, 100_000, 'month', 23_014],
    [1, 100_000, 'quarter', 7_671],
    [52, 100_000, 'year', 99_726],
    [0, 100_000, 'week', 0],
    [0.5, 1, 'week', 1],
  ] as const)('of %d at %d cents a %s is %d cents a week', (volume, unitCost, period, perWeek) => {
    expect(costOfWaiting(waiting(volume, unitCost, period))).toMatchObject({
      perWeek,
      currency: 'EUR',
      mayLeave: true,
    });
  });

  it('names each source once, in order', () => {
    const ours = waiting(30, 5_000, 'week');
    const sourced = { ...ours, unitCost: { value: 5_000, source: { who: ' Ben Okri ', rung: 'shown' } as const } };
    expect(costOfWaiting(sourced)).toMatchObject({ according: ['Ana Ruiz', 'Ben Okri'], guesses: [] });
  });

  it('stays with us while an input is a guess, or has nobody behind it', () => {
    fc.assert(
      fc.property(fc.tuple(...[0, 1, 2].map(() => fc.constantFrom(...RUNGS))), (rungs) => {
        const [volume = 'guess', unitCost = 'guess', period = 'guess'] = rungs;
        const base = waiting(30, 5_000, 'week');
        const cost = costOfWaiting({
          ...base,
          volume: { value: 30, source: { who: 'Ana', rung: volume } },
          unitCost: { value: 5_000, source: { who: 'Ana', rung: unitCost } },
          period: { value: 'week', source: { who: 'Ana', rung: period } },
        });
        expect(cost?.mayLeave).toBe(!rungs.includes('guess'));
        expect(cost?.guesses).toHaveLength(rungs.filter((rung) => rung === 'guess').length);
      }),
    );
    const nameless = waiting(30, 5_000, 'week');
    nameless.volume.source = { who: ' ', rung: 'said' };
    expect(costOfWaiting(nameless)).toMatchObject({ mayLeave: false, nameless: ['volume'] });
  });

  it('is nothing where a number is none, negative, or past what is exact', () => {
    for (const volume of [Number.NaN, -1, Number.POSITIVE_INFINITY, 1e300]) {
      expect(costOfWaiting(waiting(volume, 5_000, 'week'))).toBeNull();
    }
    expect(costOfWaiting(waiting(1, -5, 'week'))).toBeNull();
    expect(costOfWaiting(freshWaiting('EUR'))).toBeNull();
  });

  it('never falls when there is more of it, in any period', () => {
    const count = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(count, count, fc.constantFrom(...PERIODS), (volume, unitCost, period) => {
        const one = costOfWaiting(waiting(volume, unitCost, period))?.perWeek ?? 0;
        const more = costOfWaiting(waiting(volume + 1, unitCost, period))?.perWeek ?? 0;
        expect(more).toBeGreaterThanOrEqual(one);
      }),
    );
  });
});

it('is kept as it was put down, for its own author, and nothing else is read as it', () => {
  const half: Waiting = { ...freshWaiting('EUR'), volume: { value: 30, source: { who: 'Ana Ruiz', rung: 'said' } } };
  const set = op(1, { kind: 'waiting.set', key: WAITING_KEY, value: half });
  const doc = foldOps([set]);
  expect(checkOp(set)).toMatchObject({ op: { value: half } });
  expect(doc && waitingOf(doc, [ME])).toEqual(half);
  expect(doc && waitingOf(doc, [MANAGER])).toBeNull();
  const odd = { ...set, value: { ...half, volume: { value: -1, source: { who: '', rung: 'said' } } } };
  expect(checkOp(odd)).toMatchObject({ flaw: { field: 'value.volume.value' } });
  const read = foldOps([odd]);
  expect(read && waitingOf(read, [ME])).toBeNull();
});

describe('numbers as they are typed', () => {
  const english = { locale: 'en-US', settled: true };
  const german = { locale: 'de-DE', settled: true };

  it.each([
    ['40', english, 40],
    ['1,200', english, 1200],
    ['2.5', english, 2.5],
    ['1.200,5', german, 1200.5],
    ['', english, null],
    ['-3', english, null],
    ['$40', english, null],
    ['a lot', english, null],
  ] as const)('"%s" is so many', (text, reading, volume) => {
    expect(parseVolume(text, reading)).toBe(volume);
  });

  it.each([
    ['62.50', 'USD', { minor: 6_250, currency: 'USD' }],
    ['€ 62', 'USD', { minor: 6_200, currency: 'EUR' }],
    ['62', null, { minor: 6_200, currency: null }],
    ['500', 'JPY', { minor: 500, currency: 'JPY' }],
    ['-62', 'USD', null],
    ['cheap', 'USD', null],
  ] as const)('"%s" costs so much', (text, currency, cost) => {
    expect(parseUnitCost(text, english, currency)).toEqual(cost);
  });
});
