import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advanceKey } from '../../lib/domain/advance';
import { addDays, type IsoDay } from '../../lib/domain/day';
import { DECISION_KEY, type Decision } from '../../lib/domain/decision';
import {
  type DealCases,
  dealCases,
  figureOf,
  MEASURES,
  type Measure,
  periodsUntil,
  shareOf,
} from '../../lib/domain/execution';
import type { Meeting } from '../../lib/domain/meeting';
import { meetingKey, promiseKey } from '../../lib/domain/meeting-log';
import type { Op } from '../../lib/domain/op';
import type { DealPromise } from '../../lib/domain/promise';
import { answered, logOf, saw, TODAY } from './grounds';
import { noon } from './kept';
import { HOUR, meeting, promise, START } from './meetings';
import { logArb, op } from './ops';

const NOW = noon(TODAY);
const ALL = { from: '2000-01-01', to: TODAY };

const casesIn = (ops: readonly Op[], days: readonly IsoDay[] = [TODAY]): DealCases =>
  dealCases(logOf(ops), days, TODAY, NOW);
const figure = (measure: Measure, ops: readonly Op[], period = ALL) => figureOf(measure, [casesIn(ops)], period);

const held = (value: Meeting): Op => op(noon(TODAY), { kind: 'meeting.set', key: meetingKey(value.id), value });
const promised = (value: DealPromise): Op => op(noon(TODAY), { kind: 'promise.set', key: promiseKey(value.id), value });
const decided = (day: IsoDay, change: Partial<Decision>): Op =>
  op(noon(day), {
    kind: 'decision.set',
    key: DECISION_KEY,
    value: { choice: 'stop', trigger: '', on: null, reason: 'nobody owns it', ...change },
  });
/** Ops that were made at the same time have to differ in something. */
const apart = (ops: readonly Op[]): Op[] =>
  ops.map((one, index) => ({ ...one, id: one.id.replace(/-\d{4}-/, `-${String(index).padStart(4, '0')}-`) }));

describe('advances', () => {
  const made = (day: IsoDay, gaps: { question: string; reason: 'no' }[]): Op =>
    op(noon(day), {
      kind: 'advance.made',
      key: advanceKey(day),
      value: { from: 'qualify', to: 'discover', step: 'discover', at: noon(day), gaps, reason: null },
    });

  it('are counted with no gap of all, those that were only seen on the page too', () => {
    const ops = [
      made('2026-10-01', []),
      made('2026-10-20', [{ question: 'fit.owner', reason: 'no' }]),
      saw('2026-11-01', 'Discovery'),
      saw('2026-11-10', 'Proposal'),
    ];
    expect(figure('advances', ops)).toEqual({ kind: 'count', good: 1, of: 3 });
    expect(figure('advances', ops, { from: '2026-10-01', to: '2026-10-20' })).toEqual({
      kind: 'count',
      good: 1,
      of: 2,
    });
  });
});

describe('meetings', () => {
  const early = { state: 'agreed', who: 'Ana', at: START - 25 * HOUR } as const;
  const wasOn = (days: number, changes: Partial<Meeting>): Meeting => {
    const at = START - days * 24 * HOUR;
    const steps = (changes.steps ?? []).map((step) => ({ ...step, at: step.at - days * 24 * HOUR }));
    return meeting({ ...changes, id: `m${days}`, when: { kind: 'at', at }, steps });
  };

  it('count once their time is over, with an agenda agreed 24 hours before or not', () => {
    const ops = apart([
      held(wasOn(20, { steps: [early] })),
      held(wasOn(21, { steps: [{ ...early, at: START - 23 * HOUR }] })),
      held(wasOn(22, { steps: [early, { ...early, state: 'cancelled' }] })),
      // Still to come.
      held(meeting({ steps: [early] })),
    ]);
    expect(figure('meetings', ops)).toEqual({ kind: 'count', good: 1, of: 2 });
  });

  it('that had no date count on the day on which they were told to be held', () => {
    const ops = [held(meeting({ when: null, steps: [{ state: 'held', who: 'Jo', at: noon('2026-11-03') }] }))];
    expect(casesIn(ops).cases).toEqual([{ rate: 'meetings', day: '2026-11-03', good: false }]);
  });
});

describe('promises', () => {
  it('count when they were kept, given up, or are late; ours and theirs apart', () => {
    const ops = apart([
      promised(promise({ state: 'kept', closedOn: '2026-11-18' })),
      promised(promise({ due: addDays(TODAY, -1) })),
      promised(promise({ due: TODAY })),
      promised(promise({ side: 'them', state: 'broken', closedOn: '2026-11-19' })),
    ]);
    expect(figure('ours', ops)).toEqual({ kind: 'count', good: 1, of: 2 });
    expect(figure('theirs', ops)).toEqual({ kind: 'count', good: 0, of: 1 });
  });
});

describe('answers', () => {
  const ops = [
    answered('2026-10-01', 12, 'fit.owner', { rung: 'guess' }),
    answered('2026-10-02', 12, 'fit.sweetSpot', { rung: 'said' }),
    // An honourable answer, and none that evidence could stand behind.
    answered('2026-10-03', 12, 'urgency.cost', { verdict: 'unknown', rung: null }),
    answered('2026-11-12', 12, 'fit.owner', { rung: 'shown' }),
    answered('2026-11-12', 13, 'urgency.event', { rung: 'said', quote: 'I think it is in March' }),
  ];

  it('are those that rest on what the customer said or showed, as they stood on the last day', () => {
    const deals = [casesIn(ops, ['2026-10-31', TODAY])];
    expect(figureOf('answers', deals, { from: '2026-10-01', to: '2026-10-31' })).toMatchObject({ good: 1, of: 2 });
    // A quote that hedges holds its answer down to a guess.
    expect(figureOf('answers', deals, ALL)).toMatchObject({ good: 2, of: 3 });
  });

  it('are as old as their evidence: the one in the middle, where there are five', () => {
    expect(figure('age', ops)).toEqual({ kind: 'few', of: 3 });
    expect(figureOf('age', [casesIn(ops), casesIn(ops)], ALL)).toEqual({ kind: 'days', days: 10, of: 6 });
  });

  it('of a deal that is closed, stopped or set aside count no more', () => {
    expect(figure('answers', [...ops, saw('2026-11-20', 'Closed Lost')])).toEqual({ kind: 'none' });
    expect(figure('answers', [...ops, decided('2026-11-20', {})])).toEqual({ kind: 'none' });
    const aside = decided('2026-11-20', { choice: 'recycle', on: '2027-02-01' });
    expect(figure('age', [...ops, aside])).toEqual({ kind: 'none' });
  });
});

describe('stops', () => {
  it('are early up to discover, of all deals that ended without a sale', () => {
    const ended = (...ops: Op[]) => casesIn([answered('2026-10-01', 12, 'fit.owner', {}), ...ops]);
    const deals = [
      ended(saw('2026-11-01', 'Discovery'), decided('2026-11-10', {}), saw('2026-11-12', 'Closed Lost')),
      ended(saw('2026-11-01', 'Proposal'), decided('2026-11-10', {})),
      ended(saw('2026-11-01', 'Proposal'), saw('2026-11-12', 'Closed Lost')),
      ended(saw('2026-11-01', 'Proposal'), saw('2026-11-12', 'Closed Won')),
      ended(saw('2026-11-01', 'Discovery'), decided('2026-11-10', { choice: 'continue' })),
    ];
    expect(figureOf('stops', deals, ALL)).toEqual({ kind: 'count', good: 1, of: 3 });
    expect(deals[2]?.cases).toContainEqual({ rate: 'stops', day: '2026-11-12', good: false });
  });
});

describe('a figure', () => {
  it('is a share from five cases on, and a count below', () => {
    expect(shareOf(3, 4)).toEqual({ kind: 'count', good: 3, of: 4 });
    expect(shareOf(3, 5)).toEqual({ kind: 'share', good: 3, of: 5, share: 0.6 });
    expect(shareOf(0, 0)).toEqual({ kind: 'none' });
  });

  it('never counts more good ones than cases, and no case twice, whatever the log', () => {
    fc.assert(
      fc.property(logArb, (ops) => {
        const periods = periodsUntil('1970-06-15', 'month');
        const days = periods.map(({ to }) => to);
        const deals = [dealCases(logOf(ops), days, '1970-06-15', noon('1970-06-15'))];
        for (const measure of MEASURES) {
          const counts = periods.map((period) => figureOf(measure, deals, period));
          for (const one of counts) if ('good' in one) expect(one.good).toBeLessThanOrEqual(one.of);
          if (measure === 'age' || measure === 'answers') continue;
          const sum = counts.reduce((total, one) => total + ('of' in one ? one.of : 0), 0);
          const [first, last] = [periods[0]?.from ?? '', days.at(-1) ?? ''];
          const whole = figureOf(measure, deals, { from: first, to: last });
          expect('of' in whole ? whole.of : 0).toBe(sum);
        }
      }),
    );
  });
});

describe('periods', () => {
  it('are whole months or quarters, and the last ends today', () => {
    expect(periodsUntil('2026-02-10', 'month').slice(-3)).toEqual([
      { from: '2025-12-01', to: '2025-12-31' },
      { from: '2026-01-01', to: '2026-01-31' },
      { from: '2026-02-01', to: '2026-02-10' },
    ]);
    expect(periodsUntil(TODAY, 'quarter')[0]).toEqual({ from: '2026-01-01', to: '2026-03-31' });
  });

  it('follow each other without a day between, on any day', () => {
    const days = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays('1970-01-01', count));
    fc.assert(
      fc.property(days, fc.constantFrom('month', 'quarter'), (today, span) => {
        const periods = periodsUntil(today, span);
        expect(periods.at(-1)?.to).toBe(today);
        periods.slice(1).forEach(({ from }, index) => {
          expect(from).toBe(addDays(periods[index]?.to ?? '', 1));
        });
      }),
    );
  });
});
