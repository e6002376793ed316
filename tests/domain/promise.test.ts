import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../lib/domain/day';
import {
  closePromise,
  keptCounts,
  promiseSchema,
  promiseSightings,
  rankPromises,
  reopenPromise,
  standingOf,
} from '../../lib/domain/promise';
import { promise } from './meetings';

const TODAY = '2026-11-22';

describe('promises', () => {
  it('are late from the day after they were due, never before, and not once settled', () => {
    const due = ['2026-11-21', '2026-11-22', '2026-11-23'].map((day) => standingOf(promise({ due: day }), TODAY));
    expect(due).toEqual(['late', 'open', 'open']);
    const kept = closePromise(promise({ due: '2026-11-01' }), 'kept', TODAY);
    expect([standingOf(kept, TODAY), kept.closedOn]).toEqual(['kept', TODAY]);
    expect(standingOf(reopenPromise(kept), TODAY)).toBe('late');
  });

  it('show ours first, and of each side what is late first', () => {
    const listed = rankPromises(
      [
        promise({ id: 'theirs late', side: 'them', due: '2026-11-01' }),
        promise({ id: 'kept', state: 'kept' }),
        promise({ id: 'later', due: '2026-12-24' }),
        promise({ id: 'soon', due: '2026-11-30' }),
        promise({ id: 'late', due: '2026-11-20' }),
        promise({ id: 'later than late', due: '2026-11-02' }),
      ],
      TODAY,
    );
    expect(listed.map(({ id }) => id)).toEqual(['later than late', 'late', 'soon', 'later', 'kept', 'theirs late']);
  });

  it('give a rate from five that fell due on, ours first', () => {
    const four = [
      ...[1, 2, 3].map(() => promise({ state: 'kept', closedOn: TODAY })),
      promise({ due: '2026-11-01' }),
      promise({ due: '2026-12-24' }),
    ];
    expect(keptCounts(four, TODAY).us).toEqual({ kept: 3, broken: 0, late: 1, open: 1, rate: null });
    const five = [...four, promise({ state: 'broken', closedOn: TODAY })];
    expect(keptCounts(five, TODAY).us.rate).toBe(0.6);
    expect(Object.keys(keptCounts(five, TODAY))).toEqual(['us', 'them']);
  });

  it('count each promise once', () => {
    const any = fc.record({
      side: fc.constantFrom('us' as const, 'them' as const),
      state: fc.constantFrom('open' as const, 'kept' as const, 'broken' as const),
      due: fc.integer({ min: -40, max: 40 }).map((days) => addDays(TODAY, days)),
    });
    fc.assert(
      fc.property(fc.array(any), (changes) => {
        const counts = Object.values(keptCounts(changes.map(promise), TODAY));
        const all = counts.reduce((sum, { kept, broken, late, open }) => sum + kept + broken + late + open, 0);
        expect(all).toBe(changes.length);
        for (const { rate } of counts) expect(rate === null || (rate >= 0 && rate <= 1)).toBe(true);
      }),
    );
  });

  it('broken twice by the customer put their event in doubt, on the day of the second', () => {
    const broken = (day: string, side: 'us' | 'them' = 'them') =>
      promise({ side, state: 'broken', closedOn: day, what: `of ${day}` });
    expect(promiseSightings([broken('2026-11-03'), broken('2026-11-04', 'us')])).toEqual([]);
    const sighted = promiseSightings([broken('2026-11-09'), broken('2026-11-03'), broken('2026-11-05')]);
    expect(sighted.map(({ day, what, question }) => [day, what, question])).toEqual([
      ['2026-11-05', 'of 2026-11-05', 'urgency.event'],
      ['2026-11-09', 'of 2026-11-09', 'urgency.event'],
    ]);
  });

  it('are read back as written', () => {
    const { at, ...kept } = promise({ meeting: 'm1' });
    expect(promiseSchema.parse(kept)).toEqual(kept);
    expect(promiseSchema.safeParse({ ...kept, due: '2026-02-30' }).success).toBe(false);
    expect(at).toBeGreaterThan(0);
  });
});
