import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { freshAnswer } from '../../lib/domain/answer';
import {
  answersOf,
  applyOp,
  foldOps,
  mergeOps,
  newestCell,
  own,
  type SubjectDoc,
  stageMapOf,
  stepSetOf,
  typedOf,
} from '../../lib/domain/fold';
import { answerKey, fieldKey, type Op, PHASE_KEY, stageKey } from '../../lib/domain/op';
import { awkwardKeys, DEAL, logArb, MANAGER, ME, op, seenOp } from './ops';

const folded = (...ops: Op[]): SubjectDoc => {
  const doc = foldOps(ops);
  if (!doc) throw new Error('nothing to fold');
  return doc;
};

/** The same things, each at least once, in an order and with repetitions of fast-check's choice. */
const scrambled = (ops: readonly Op[]) =>
  fc
    .tuple(fc.shuffledSubarray([...ops], { minLength: ops.length }), fc.subarray([...ops]))
    .map(([all, again]) => [...all, ...again]);

describe('the log', () => {
  it('gives the same document in any order and with any repetition', () => {
    fc.assert(
      fc.property(
        logArb.chain((ops) => fc.tuple(fc.constant(ops), scrambled(ops))),
        ([ops, mixed]) => {
          expect(foldOps(mixed)).toEqual(foldOps(ops));
        },
      ),
    );
  });

  it('gives the same document op by op as rebuilt at once', () => {
    fc.assert(
      fc.property(logArb, (ops) => {
        const stepwise = mergeOps(ops, []).reduce<SubjectDoc | null>(applyOp, null);
        expect(stepwise).toEqual(foldOps(ops));
      }),
    );
  });

  it('merges whatever the split, from either side and again', () => {
    fc.assert(
      fc.property(logArb, fc.array(fc.nat(2)), (ops, sides) => {
        const here = ops.filter((_, index) => sides[index] !== 0);
        const there = ops.filter((_, index) => sides[index] !== 1);
        const merged = mergeOps(here, there);
        expect(merged).toEqual(mergeOps(there, here));
        expect(merged).toEqual(mergeOps(merged, here));
        expect(merged).toEqual(mergeOps(ops, []));
      }),
    );
  });

  it('merges three logs in any grouping', () => {
    fc.assert(
      fc.property(logArb, fc.nat(25), fc.nat(25), (ops, m, n) => {
        const [a, b, c] = [ops.slice(0, m), ops.slice(n), ops.slice(Math.min(m, n))];
        expect(mergeOps(mergeOps(a, b), c)).toEqual(mergeOps(a, mergeOps(b, c)));
      }),
    );
  });

  it('lets no foreign op take the id of one that is here', () => {
    const mine = op(1);
    expect(mergeOps([mine], [op(1, { value: null })])).toEqual([mine]);
  });

  it('survives storage as a structured clone, with keys of any name', () => {
    fc.assert(
      fc.property(logArb, (ops) => {
        const doc = foldOps(ops);
        expect(structuredClone(doc)).toEqual(doc);
      }),
    );
  });

  it('says when a document has to be rebuilt, and what does not belong', () => {
    const doc = folded(op(2));
    expect(applyOp(doc, op(2))).toBe(doc);
    expect(() => applyOp(doc, op(1))).toThrow(RangeError);
    expect(() => applyOp(doc, op(3, { subject: 'salesforce:acme:other' }))).toThrow(RangeError);
    expect(foldOps([])).toBeNull();
  });
});

describe('cells', () => {
  it('keeps the newest op of each author, and how many there were', () => {
    const doc = folded(op(1), op(2, { value: null }), op(3, { by: MANAGER, value: 'x' }));
    expect(newestCell(doc, answerKey('fit.owner'), [ME])).toMatchObject({ op: op(2).id, value: null, revisions: 2 });
    expect(newestCell(doc, answerKey('fit.owner'), [MANAGER])).toMatchObject({ value: 'x', revisions: 1 });
    expect(newestCell(doc, answerKey('fit.owner'), [ME, MANAGER])).toMatchObject({ value: 'x', revisions: 3 });
    expect(newestCell(doc, answerKey('fit.owner'), ['c'.repeat(16)])).toBeNull();
  });

  it('takes keys of any name for what they are', () => {
    fc.assert(
      fc.property(awkwardKeys, (key) => {
        const doc = folded(op(1, { key, kind: 'x.y', value: 7 }));
        expect(newestCell(doc, key, [ME])?.value).toBe(7);
        expect(Object.keys(doc.cells)).toEqual([key]);
        expect(newestCell(folded(op(1)), key, [ME])).toBeNull();
      }),
    );
  });

  it('reads answers with their revision, and leaves out cleared and unreadable ones', () => {
    const partly = { ...freshAnswer('partly', '2026-11-20'), later: 'kept' };
    const doc = folded(
      op(1, { key: answerKey('a') }),
      op(1000, { key: answerKey('a'), value: partly }),
      op(3, { key: answerKey('b'), value: null }),
      op(4, { key: answerKey('c'), value: { verdict: 'perhaps' } }),
      op(5, { key: answerKey('__proto__') }),
    );
    const answers = answersOf(doc, [ME]);
    expect(Object.keys(answers).sort()).toEqual(['__proto__', 'a']);
    expect(answers.a).toEqual({ ...partly, op: op(1000).id, by: ME, at: 1000, version: 'basics@1', revisions: 2 });
    expect(own(answers, '__proto__')).toMatchObject({ verdict: 'yes', at: 5 });
  });

  it('reads what was typed, the phase set by hand and the names of stages', () => {
    const doc = folded(
      op(1, { kind: 'field.typed', key: fieldKey('owner'), value: 'Ana' }),
      op(2, { kind: 'field.typed', key: fieldKey('name'), value: ' ' }),
      op(3, { kind: 'phase.set', key: PHASE_KEY, value: 'propose' }),
    );
    expect([typedOf(doc, 'owner', [ME]), typedOf(doc, 'name', [ME]), typedOf(doc, 'stage', [ME])]).toEqual([
      'Ana',
      null,
      null,
    ]);
    expect(stepSetOf(doc, [ME])).toBe('propose');
    expect(stepSetOf(folded(op(1, { key: PHASE_KEY, value: 'later' })), [ME])).toBeNull();
    const org = folded(
      op(1, { subject: 'salesforce:acme', kind: 'stage.mapped', key: stageKey('Demo done'), value: 'validate' }),
      op(2, { subject: 'salesforce:acme', kind: 'stage.mapped', key: stageKey('odd'), value: 3 }),
    );
    expect(stageMapOf(org, [ME])).toEqual({ 'demo done': 'validate' });
  });
});

describe("the trail of a deal's page", () => {
  const stage = (text: string) => ({ stage: { text, value: text } });
  const closes = (day: string, text = day) => ({ closeDate: { text, value: day } });

  it('keeps each change, and since when the present value stands', () => {
    const doc = folded(
      seenOp(1, stage('Discovery')),
      seenOp(2, stage('Discovery')),
      seenOp(3, stage('Proposal')),
      seenOp(4, stage('Proposal')),
    );
    expect(doc.changes).toEqual([{ at: 3, field: 'stage', from: 'Discovery', to: 'Proposal' }]);
    expect(doc.seen.stage).toEqual({ text: 'Proposal', value: 'Proposal', from: 'detail', at: 3 });
    expect(doc.url).toContain('/view');
  });

  it('marks a close date that moved later, and not one that came nearer', () => {
    const doc = folded(
      seenOp(1, closes('2026-12-15')),
      seenOp(2, closes('2027-01-31')),
      seenOp(3, closes('2026-12-01')),
    );
    expect(doc.changes.map((change) => change.pushed)).toEqual([true, undefined]);
  });

  it('sees no change in a field that is not on the page', () => {
    const doc = folded(seenOp(1, stage('Discovery')), seenOp(2, {}), seenOp(3, stage('Discovery')));
    expect(doc.changes).toEqual([]);
    expect(doc.seen.stage?.at).toBe(1);
  });

  test.each<[string, Parameters<typeof seenOp>[1], Parameters<typeof seenOp>[1], number]>([
    ['the same day in another language', closes('2026-12-15', '12/15/2026'), closes('2026-12-15', '15.12.2026'), 0],
    ['the same text that cannot be read', { closeDate: { text: 'soon' } }, { closeDate: { text: 'soon' } }, 0],
    ['another text that cannot be read', { closeDate: { text: 'soon' } }, { closeDate: { text: 'later' } }, 1],
    [
      'an amount without its currency, while it is edited',
      { amount: { text: '$100.00', value: { minor: 10_000, currency: 'USD' } } },
      { amount: { text: '100.00', value: { minor: 10_000, currency: null } } },
      0,
    ],
    [
      'the same number in another currency',
      { amount: { text: '$100.00', value: { minor: 10_000, currency: 'USD' } } },
      { amount: { text: '€100.00', value: { minor: 10_000, currency: 'EUR' } } },
      1,
    ],
  ])('%s', (_, before, after, changes) => {
    expect(folded(seenOp(1, before), seenOp(2, after)).changes).toHaveLength(changes);
  });

  it('keeps what it knew when the page shows less of the same', () => {
    const doc = folded(
      seenOp(1, { amount: { text: '$100.00', value: { minor: 10_000, currency: 'USD' } } }),
      seenOp(2, { amount: { text: '100.00', value: { minor: 10_000, currency: null } } }),
    );
    expect(doc.seen.amount?.value?.currency).toBe('USD');
  });

  it('keeps a snapshot that it cannot read as a cell, and leaves the trail alone', () => {
    const doc = folded(
      seenOp(1, stage('Discovery')),
      op(2, { kind: 'snapshot.seen', key: 'snapshot', value: { deal: DEAL, fields: 'of a newer kind' } }),
    );
    expect(doc.seen.stage?.value).toBe('Discovery');
    expect(newestCell(doc, 'snapshot', [ME])?.value).toMatchObject({ fields: 'of a newer kind' });
  });
});
