import fc from 'fast-check';
import { expect, it } from 'vitest';
import { freshAnswer } from '../../lib/domain/answer';
import { foldOps } from '../../lib/domain/fold';
import { meetingKey, promiseKey } from '../../lib/domain/meeting-log';
import { answerKey, fieldKey, type Op } from '../../lib/domain/op';
import { summaryOf } from '../../lib/domain/summary';
import { readUrgency } from '../../lib/domain/urgency';
import { dealView } from '../../lib/domain/view';
import { basics } from '../../lib/playbooks/basics';
import { meeting, promise, topic } from './meetings';
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

/** A meeting in any state, around the days looked at, and promises of both sides. */
const meetingsArb = fc.array(
  fc.oneof(
    fc
      .record({
        ms: fc.integer({ min: 91, max: 120 }),
        id: fc.constantFrom('m1', 'm2', 'm3'),
        day: fc.constantFrom(null, '1970-01-20', '1970-06-03'),
        state: fc.constantFrom('draft', 'sent', 'agreed', 'held', 'debriefed', 'cancelled'),
        theirs: fc.constantFrom<string[]>([], [' '], ['Your numbers']),
        unprepared: fc.boolean(),
      })
      .map(({ ms, id, day, state, theirs, unprepared }) => {
        const value = meeting({
          id,
          when: day === null ? null : { kind: 'day', day },
          steps: [{ state, who: 'Ana Ruiz', at: 0 }],
          prepare: { ours: ['A first sum'], theirs },
          debrief: { topics: [], unprepared, note: 'Said in private' },
        });
        return op(ms, { kind: 'meeting.set', key: meetingKey(id), value });
      }),
    fc
      .record({
        ms: fc.integer({ min: 121, max: 150 }),
        id: fc.constantFrom('p1', 'p2', 'p3'),
        side: fc.constantFrom('us', 'them'),
        state: fc.constantFrom('open', 'kept', 'broken'),
        due: fc.constantFrom('1970-01-02', '1970-02-01'),
      })
      .map(({ ms, id, ...rest }) => {
        const { at: _, ...value } = promise({ id, ...rest });
        return op(ms, { kind: 'promise.set', key: promiseKey(id), value });
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
      meetingsArb,
      days,
      fc.constantFrom([ME], [MANAGER], [ME, MANAGER]),
      (log, answers, meetings, today, authors) => {
        const doc = folded([seenOp(0, {}), ...log, ...answers, ...meetings]);
        const look = (from: typeof doc) => {
          const view = dealView({ deal: DEAL, doc: from, org: null, authors, playbook: basics, today, offset: 0 });
          const { facts, stage, step, sightings, score } = view;
          const { firmness, points, of, call } = score;
          const gaps = score.gaps.map((term) => [term.question.id, term.gap, term.credit, term.recheck]);
          const urgency = readUrgency({ ...view, history: [], closeDate: facts.closeDate, today });
          const { level, standing, day, findings } = urgency;
          const refused = urgency.refusal?.code;
          return {
            facts,
            stage,
            step,
            sightings,
            firmness,
            points,
            of,
            call,
            gaps,
            level,
            standing,
            day,
            findings,
            refused,
          };
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
    op(41, {
      kind: 'meeting.set',
      key: meetingKey('m1'),
      value: meeting({ topics: [topic('t1', { note: 'Tired' })] }),
    }),
  ]);
  const summary = summaryOf(doc);
  expect(summary).toMatchObject({ touchedAt: 41, lastAnsweredAt: 20, seen: { name: { text: 'Acme 2' } } });
  expect(summary.changes.map((change) => change.field)).toEqual(['stage']);
  expect(JSON.stringify(summary)).not.toMatch(/Every order waits|Tired/);
  expect(summary.cells[answerKey('fit.owner')]?.[ME]?.value).toMatchObject({ who: 'Ana', rung: 'said', quote: '' });
  expect(
    summaryOf(folded([op(5, { kind: 'field.typed', key: fieldKey('name'), value: 'x' })])).lastAnsweredAt,
  ).toBeNull();
});
