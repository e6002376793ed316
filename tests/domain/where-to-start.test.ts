import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DealKey } from '../../lib/domain/deal';
import { questionOf } from '../../lib/domain/playbook';
import type { OpenGap, ReviewRow } from '../../lib/domain/review-row';
import { whereToStart } from '../../lib/domain/where-to-start';
import { basics } from '../../lib/playbooks/basics';
import { rowOf } from './rows';

function gap(id: string, reason: OpenGap['gap'] = 'unanswered'): OpenGap {
  const question = questionOf(basics, id);
  if (!question) throw new Error(`no question ${id}`);
  return { question, gap: reason };
}

const usd = (units: number) => ({ minor: units * 100, currency: 'USD' });
const deal = (n: number): DealKey => `salesforce:acme:006${String(n).padStart(12, '0')}AAA`;
const row = (n: number, units: number | null, gaps: OpenGap[], more: Partial<ReviewRow> = {}) =>
  rowOf({ deal: deal(n), amount: units === null ? null : usd(units), gaps, ...more });

describe('where to start', () => {
  it('is the question most often not firm, weighted by amount and weight, with its deals', () => {
    const rows = [
      row(1, 100, [gap('fit.owner'), gap('urgency.event', 'onlyOurWord')]),
      row(2, 300, [gap('fit.owner')]),
      row(3, 50, [gap('fit.owner'), gap('urgency.event')]),
      row(4, 200, []),
    ];
    // fit.owner: 2 x 450 = 900; urgency.event: 3 x 150 = 450.
    const start = whereToStart(rows);
    expect(start).toMatchObject({ question: { id: 'fit.owner' }, of: 4, amount: 450, guessed: 0 });
    expect(start?.deals.map(({ row }) => row.deal)).toEqual([deal(2), deal(1), deal(3)]);
    // What is in focus already is not said again.
    expect(whereToStart(rows, ['fit.owner'])).toMatchObject({ question: { id: 'urgency.event' }, amount: 150 });
  });

  it('lets weight outweigh what is more frequent, and counts deals where no amount is shown', () => {
    const rows = [row(1, null, [gap('urgency.event')]), row(2, null, [gap('fit.owner')])];
    expect(whereToStart(rows)).toMatchObject({ question: { id: 'urgency.event' }, amount: 1, guessed: 1 });
    const mixed = [row(1, null, [gap('fit.owner')]), row(2, 10, []), row(3, 90, [])];
    expect(whereToStart(mixed)).toMatchObject({ amount: 90, guessed: 1 });
  });

  it('looks at deals that are worked on and have an answer', () => {
    const gaps = [gap('fit.owner')];
    expect(whereToStart([row(1, 1, gaps, { worked: false }), row(2, 1, gaps, { answered: 0 })])).toBeNull();
  });

  it('is the same whatever the order of the deals, and no question beats it', () => {
    const ids = basics.questions.map(({ id }) => id);
    const some = fc.array(
      fc.record({ units: fc.option(fc.nat(1000)), ids: fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 6 }) }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(some, (deals) => {
        const rows = deals.map(({ units, ids: open }, index) =>
          row(
            index,
            units,
            open.map((id) => gap(id)),
          ),
        );
        const start = whereToStart(rows);
        expect(whereToStart(rows.toReversed())?.question.id).toBe(start?.question.id);
        expect(start === null).toBe(rows.every(({ gaps }) => gaps.length === 0));
        if (!start) return;
        for (const id of ids.filter((one) => one !== start.question.id)) {
          const other = whereToStart(
            rows.map((one) => ({ ...one, gaps: one.gaps.filter(({ question }) => question.id === id) })),
          );
          if (other) {
            expect(other.question.weight * other.amount).toBeLessThanOrEqual(start.question.weight * start.amount);
          }
        }
      }),
    );
  });
});
