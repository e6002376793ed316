import fc from 'fast-check';
import { expect, it } from 'vitest';
import { freshAnswer } from '../../lib/domain/answer';
import { foldOps } from '../../lib/domain/fold';
import { answerKey, fieldKey, type Op } from '../../lib/domain/op';
import { summaryOf } from '../../lib/domain/summary';
import { dealView } from '../../lib/domain/view';
import { basics } from '../../lib/playbooks/basics';
import { DEAL, logArb, MANAGER, ME, op, seenOp } from './ops';

const folded = (ops: readonly Op[]) => {
  const doc = foldOps(ops);
  if (!doc) throw new Error('nothing to fold');
  return doc;
};

/** Answers to real questions, at any rung, on days around the ones that the log's pages show. */
const answersArb = fc.array(
  fc
    .record({
      ms: fc.integer({ min: 51, max: 90 }),
      question: fc.constantFrom('fit.sweetSpot', 'urgency.event', 'urgency.commitment', 'fit.owner'),
      verdict: fc.constantFrom('yes', 'partly', 'no', 'unknown', 'notApplicable'),
      rung: fc.constantFrom('guess', 'sign', 'said', 'shown'),
      day: fc.constantFrom('1969-11-20', '1970-01-01', '1970-03-01'),
      on: fc.constantFrom(null, '1970-01-01', '1971-01-01'),
      by: fc.constantFrom(ME, MANAGER),
      quote: fc.constantFrom('Every order waits', 'I think so', 'our quarter end'),
      confirmed: fc.boolean(),
    })
    .map(({ ms, question, verdict, rung, day, on, by, quote, confirmed }) =>
      op(ms, {
        key: answerKey(question),
        by,
        value: { ...freshAnswer(verdict, day), rung, on, quote, confirmed },
      }),
    ),
  { maxLength: 8 },
);

it('scores from a summary as from the document', () => {
  const days = fc.constantFrom('1970-01-01', '1970-01-20', '1970-06-01', '1971-02-01');
  fc.assert(
    fc.property(
      logArb,
      answersArb,
      days,
      fc.constantFrom([ME], [MANAGER], [ME, MANAGER]),
      (log, answers, today, authors) => {
        const doc = folded([seenOp(0, {}), ...log, ...answers]);
        const look = (from: typeof doc) => {
          const view = dealView({ deal: DEAL, doc: from, org: null, authors, playbook: basics, today, offset: 0 });
          const { facts, stage, step, sightings, score } = view;
          const { firmness, points, of, call } = score;
          const gaps = score.gaps.map((term) => [term.question.id, term.gap, term.credit, term.recheck]);
          return { facts, stage, step, sightings, firmness, points, of, call, gaps };
        };
        expect(look(summaryOf(doc))).toEqual(look(doc));
      },
    ),
  );
});

it('leaves out what is long, and keeps when it was touched and answered', () => {
  const value = {
    ...freshAnswer('yes', '2026-11-20'),
    rung: 'said',
    who: 'Ana',
    quote: 'Every order waits',
    link: 'x',
    reason: 'y',
  };
  const doc = folded([
    seenOp(10, { name: { text: 'Acme', value: 'Acme' }, stage: { text: 'Discovery', value: 'Discovery' } }),
    op(20, { value }),
    seenOp(30, { name: { text: 'Acme 2', value: 'Acme 2' }, stage: { text: 'Proposal', value: 'Proposal' } }),
    op(40, { kind: 'field.typed', key: fieldKey('owner'), value: 'Ana' }),
  ]);
  const summary = summaryOf(doc);
  expect(summary).toMatchObject({ touchedAt: 40, lastAnsweredAt: 20, seen: { name: { text: 'Acme 2' } } });
  expect(summary.changes.map((change) => change.field)).toEqual(['stage']);
  expect(JSON.stringify(summary)).not.toContain('Every order waits');
  expect(summary.cells[answerKey('fit.owner')]?.[ME]?.value).toMatchObject({ who: 'Ana', rung: 'said', quote: '' });
  expect(
    summaryOf(folded([op(5, { kind: 'field.typed', key: fieldKey('name'), value: 'x' })])).lastAnsweredAt,
  ).toBeNull();
});
