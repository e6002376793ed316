import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trendOf } from '../../lib/domain/trend';
import { answered, logOf, saw, TODAY } from './grounds';
import { noon } from './kept';
import { logArb, op } from './ops';

const short = (ops: Parameters<typeof logOf>[0], today: string) =>
  trendOf(logOf(ops), today).points.map(({ day, firmness, urgency }) => [day, firmness, urgency]);

describe('the trend', () => {
  // Due in qualify: weights 3, 2, 3, 3, and four times 2 for meetings and promises, of which no late promise counts.
  const log = [
    saw('2026-11-01', 'Prospecting'),
    answered('2026-11-02', 9, 'fit.sweetSpot', {}),
    answered('2026-11-02', 10, 'fit.owner', { rung: 'shown' }),
    answered('2026-11-04', 9, 'urgency.event', { rung: 'guess' }),
    answered('2026-11-05', 9, 'urgency.event', { rung: 'said' }),
  ];

  it('has a point for each day with an op, as the day ended, and one for today', () => {
    expect(short(log, TODAY)).toEqual([
      ['2026-11-01', 11, 0],
      ['2026-11-02', 34, 0],
      ['2026-11-04', 34, 0],
      ['2026-11-05', 46, 1],
      [TODAY, 46, 1],
    ]);
  });

  it('says what raised it, the largest effect first', () => {
    const { points } = trendOf(logOf(log), TODAY);
    const reasons = points.map((point) =>
      point.reasons.map(({ cause, question, points: by }) => [cause, question.id, by]),
    );
    expect(reasons).toEqual([
      [['seen', 'promises.kept', 2]],
      [
        ['answered', 'fit.sweetSpot', 3 * 0.8],
        ['answered', 'fit.owner', 2],
      ],
      [['answered', 'urgency.event', 0]],
      [['raised', 'urgency.event', 3 * 0.8]],
      [],
    ]);
  });

  it('shows the days on which age alone lowered it', () => {
    // The event counts in full for 30 days, and half from day 90 on; the others for 90 and 45.
    const { points } = trendOf(logOf(log), '2027-02-10');
    const lowered = points.flatMap(({ day, reasons }) =>
      reasons.some(({ cause }) => cause === 'aged') ? [[day, reasons.map(({ question }) => question.id)]] : [],
    );
    expect(lowered[0]).toEqual(['2026-12-18', ['urgency.event', 'fit.owner']]);
    expect(points.at(-1)?.day).toBe('2027-02-10');
    const numbers = points.slice(4).map(({ firmness }) => firmness ?? 0);
    expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
  });

  it('puts the stage moves on it, and says what they made due and worth asking again', () => {
    const moved = [
      ...log,
      answered('2026-11-08', 9, 'buying.path', {}),
      saw('2026-11-10', 'Discovery'),
      saw('2026-11-15', 'Prospecting'),
    ];
    const { moves, points } = trendOf(logOf(moved), TODAY);
    expect(moves).toEqual([
      { day: '2026-11-10', from: 'qualify', to: 'discover' },
      { day: '2026-11-15', from: 'discover', to: 'qualify' },
    ]);
    const causes = (day: string) =>
      points.find((point) => point.day === day)?.reasons.map(({ cause, question }) => `${cause} ${question.id}`);
    expect(causes('2026-11-10')).toContain('due buying.path');
    expect(causes('2026-11-10')).toHaveLength(5);
    expect(causes('2026-11-15')).toContain('notDue buying.path');
  });

  it('tells an answer that was reconfirmed, taken away, or weaker than it was', () => {
    const stage = [
      saw('2026-11-01', 'Discovery'),
      answered('2026-11-02', 9, 'buying.path', {}),
      saw('2026-11-03', 'Proposal'),
    ];
    const causes = (more: Parameters<typeof logOf>[0]) =>
      trendOf(logOf([...stage, ...more]), TODAY)
        .points.flatMap(({ reasons }) => reasons)
        .flatMap(({ cause, question }) => (question.id === 'buying.path' ? [cause] : []));
    expect(causes([answered('2026-11-04', 9, 'buying.path', {})])).toEqual(['answered', 'recheck', 'confirmed']);
    expect(causes([answered('2026-11-04', 9, 'buying.path', { rung: 'guess' })])).toEqual([
      'answered',
      'recheck',
      'lowered',
    ]);
    expect(causes([answered('2026-11-04', 9, 'buying.path', null)])).toEqual(['answered', 'recheck', 'cleared']);
  });

  it('counts what claims to be of next year as of today, and loses nothing of it', () => {
    const ahead = [...log, op(noon('2027-11-22'), { key: 'answer:fit.owner', value: null })];
    const { points } = trendOf(logOf(ahead), TODAY);
    expect(points.at(-1)).toMatchObject({ day: TODAY, firmness: 36, reasons: [{ cause: 'cleared' }] });
  });

  it('is empty without a log', () => {
    expect(trendOf(logOf([]), TODAY)).toEqual({ points: [], moves: [] });
  });

  it('has its days in order, each once, and ends today, whatever the log holds', () => {
    const today = '1971-01-01';
    fc.assert(
      fc.property(logArb, (ops) => {
        const days = trendOf(logOf(ops), today).points.map(({ day }) => day);
        expect(days).toEqual([...new Set(days)].sort());
        expect(days.at(-1)).toBe(ops.length > 0 ? today : undefined);
      }),
    );
  });
});
