import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { courseDays, courseOf, courseOfAll } from '../../lib/domain/course';
import { questionOf } from '../../lib/domain/playbook';
import { bigAndSoft, gapsByQuestion, MOST_POINTS, twoDates } from '../../lib/domain/review-chart';
import { trendOf } from '../../lib/domain/trend';
import { basics } from '../../lib/playbooks/basics';
import { answered, logOf, saw, TODAY } from './grounds';
import { logArb } from './ops';
import { rowOf } from './rows';

const deal = (units: number, firmness: number | null) =>
  rowOf({
    amount: { minor: units * 100, currency: 'USD' },
    firmness,
    atStake: units * (1 - (firmness ?? 0) / 100),
  });

describe('firmness against amount', () => {
  it('names the big and soft: of the largest deals that make up half of the money, those under 50', () => {
    const rows = [deal(400, 20), deal(300, 80), deal(250, 10), deal(50, 0), deal(100, null), rowOf()];
    const drawn = bigAndSoft(rows);
    // 400 + 300 is the first half of 1000 that is reached.
    expect(drawn.big).toBe(300);
    expect(drawn.corner.map(({ amount }) => amount)).toEqual([400]);
    expect(drawn).toMatchObject({ left: 0, placeless: 2 });
  });

  it('draws those with most at stake, and says how many more there are', () => {
    const rows = Array.from({ length: MOST_POINTS + 7 }, (_, index) => deal(index + 1, 0));
    const { points, left } = bigAndSoft(rows);
    expect([points.length, left, points[0]?.amount]).toEqual([MOST_POINTS, 7, MOST_POINTS + 7]);
  });

  it('loses no deal', () => {
    const rows = fc.array(fc.tuple(fc.integer({ min: -5, max: 900 }), fc.option(fc.nat(100))), { maxLength: 40 });
    fc.assert(
      fc.property(rows, (given) => {
        const { points, left, placeless } = bigAndSoft(given.map(([units, firmness]) => deal(units, firmness)));
        expect(points.length + left + placeless).toBe(given.length);
      }),
    );
  });
});

describe('gaps by question', () => {
  it('are counted in deals, each by its reason', () => {
    const question = questionOf(basics, 'fit.owner');
    const other = questionOf(basics, 'urgency.event');
    if (!question || !other) throw new Error('not in the playbook');
    const rows = [
      rowOf({ gaps: [{ question, gap: 'unanswered' }] }),
      rowOf({
        gaps: [
          { question: other, gap: 'no' },
          { question, gap: 'stale' },
        ],
      }),
    ];
    expect(gapsByQuestion(rows).map(({ question: { id }, deals }) => [id, deals])).toEqual([
      ['fit.owner', 2],
      ['urgency.event', 1],
    ]);
    expect(gapsByQuestion(rows)[0]?.reasons).toMatchObject({ unanswered: 1, stale: 1, no: 0 });
  });
});

describe('close date against their date', () => {
  it('puts those first that close longest after the customer needs it', () => {
    const rows = [
      rowOf({ closeDate: '2026-12-15', event: '2027-01-31' }),
      rowOf({ closeDate: '2027-02-10', event: '2027-01-31' }),
      rowOf({ closeDate: '2026-12-15' }),
      rowOf(),
    ];
    const drawn = twoDates(rows);
    expect(drawn.points.map(({ days }) => days)).toEqual([-10, 47]);
    expect(drawn).toMatchObject({ late: 1, noEvent: 1, left: 0 });
  });
});

describe('a course', () => {
  const ops = [
    saw('2026-09-01', 'Discovery'),
    answered('2026-09-20', 12, 'fit.sweetSpot', {}),
    answered('2026-11-10', 12, 'urgency.event', { on: '2027-01-31' }),
  ];

  it('begins with the first answer, ends with the deal, and has the numbers of the trend', () => {
    const days = courseDays(TODAY);
    const course = courseOf(logOf(ops), days, TODAY);
    expect(course.map(({ day }) => day)).toEqual(days.filter((day) => day >= '2026-09-20'));
    const last = trendOf(logOf(ops), TODAY).points.at(-1);
    expect(course.at(-1)).toEqual({ day: TODAY, firmness: last?.firmness, urgency: last?.urgency });
    expect(courseOf(logOf([...ops, saw('2026-11-01', 'Closed Lost')]), days, TODAY).at(-1)?.day).toBe(days[4]);
  });

  it('ends where the trend ends, whatever the log', () => {
    fc.assert(
      fc.property(logArb, (log) => {
        const [point] = courseOf(logOf(log), ['2026-12-31'], '2026-12-31');
        const last = trendOf(logOf(log), '2026-12-31').points.at(-1);
        if (point) expect(point).toMatchObject({ firmness: last?.firmness, urgency: last?.urgency });
      }),
    );
  });

  it('of a review is the mean of its deals, each counting the same', () => {
    const at = (firmness: number | null, urgency: number) => [{ day: TODAY, firmness, urgency }];
    expect(courseOfAll([at(40, 1), at(null, 4), at(60, 1)], ['2026-11-01', TODAY])).toEqual([
      { day: '2026-11-01', deals: 0, firmness: null, urgency: null },
      { day: TODAY, deals: 3, firmness: 50, urgency: 2 },
    ]);
  });
});
