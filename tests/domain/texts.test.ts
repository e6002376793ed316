import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMMITMENTS } from '../../lib/domain/commitment';
import { foldOps } from '../../lib/domain/fold';
import { meetingKey } from '../../lib/domain/meeting-log';
import { answerKey, OP_KINDS, type Op, type OpKind } from '../../lib/domain/op';
import { checkOp } from '../../lib/domain/op-check';
import { summaryOf } from '../../lib/domain/summary';
import { withoutTexts } from '../../lib/domain/texts';
import { readUrgency } from '../../lib/domain/urgency';
import { dealView } from '../../lib/domain/view';
import { basics } from '../../lib/playbooks/basics';
import { meeting, topic } from './meetings';
import { DEAL, ME, op, seenOp } from './ops';

/** A word that a person typed; wherever it turns up, a text got out. */
const WORD = 'Quagga';
const texts = fc.constantFrom(WORD, `${WORD}, I think so`, `our quarter end, ${WORD}`, `I guess ${WORD}`);

const source = fc.record({ who: texts, rung: fc.constantFrom('guess', 'said') });
const day = fc.constantFrom('1970-01-02', '1970-02-01');

const answer = fc.record({
  verdict: fc.constantFrom('yes', 'partly', 'no', 'unknown'),
  rung: fc.constantFrom('guess', 'sign', 'said', 'shown'),
  evidenceOn: day,
  who: texts,
  quote: texts,
  link: texts,
  knowBy: fc.constantFrom(null, '1970-02-02'),
  reason: texts,
  on: fc.constantFrom(null, '1971-01-01'),
  confirmed: fc.boolean(),
  // What a newer version may have added.
  more: texts,
});

/** Values full of text, of each kind that has any; every kind has to be either here or below. */
const FULL: Partial<Record<OpKind, { key: fc.Arbitrary<string>; value: fc.Arbitrary<unknown> }>> = {
  'answer.set': { key: fc.constantFrom('fit.owner', 'urgency.event', 'urgency.cost').map(answerKey), value: answer },
  'answer.confirmed': { key: fc.constant(answerKey('fit.sweetSpot')), value: answer },
  'waiting.set': {
    key: fc.constant('waiting'),
    value: fc.record({
      volume: fc.record({ value: fc.constant(3), source }),
      unitCost: fc.record({ value: fc.constant(100), source }),
      period: fc.record({ value: fc.constant('week'), source }),
      currency: fc.constant('USD'),
      more: texts,
    }),
  },
  'meeting.set': {
    key: fc.constant(meetingKey('m1')),
    value: fc
      .record({
        text: texts,
        state: fc.constantFrom('sent', 'agreed', 'held', 'debriefed'),
        rung: fc.constantFrom(...COMMITMENTS),
        unprepared: fc.boolean(),
        theirs: fc.subarray([WORD, ' ']),
      })
      .map(({ text, state, rung, unprepared, theirs }) => ({
        ...meeting({
          purpose: text,
          valueGiven: text,
          when: { kind: 'day', day: '1970-01-20' },
          attendees: [{ name: text, email: text, side: 'them' }],
          topics: [topic('t1', { ask: text, gives: text, lead: text, note: text })],
          prepare: { ours: [text], theirs },
          commitment: { rung, text, fallback: text },
          steps: [{ state, who: text, at: 0 }],
          shared: [{ at: 0, what: 'recap', way: 'copy', text }],
          debrief: {
            topics: [{ topic: 't1', result: 'answered', no: false, who: text, quote: text }],
            unprepared,
            note: text,
          },
        }),
        more: text,
      })),
  },
  'promise.set': {
    key: fc.constantFrom('promise:p1', 'promise:p2'),
    value: fc.record({
      id: fc.constant('p1'),
      side: fc.constantFrom('us', 'them'),
      who: texts,
      what: texts,
      due: day,
      state: fc.constantFrom('open', 'kept', 'broken'),
      closedOn: fc.constant(null),
      meeting: fc.constant(null),
      more: texts,
    }),
  },
  'rivals.set': { key: fc.constant('rivals'), value: fc.array(texts, { minLength: 1 }) },
  'advance.made': {
    key: fc.constant('advance:1'),
    value: texts.map((reason) => ({
      ...{ from: 'discover', to: 'validate', step: 'validate', at: 1, reason, more: reason },
      gaps: [{ question: 'fit.owner', reason: 'unanswered' }],
    })),
  },
  'decision.set': {
    key: fc.constant('decision'),
    value: texts.map((text) => ({ choice: 'recycle', trigger: text, reason: text, on: '1970-06-01', more: text })),
  },
  'review.set': {
    key: fc.constant('review:1'),
    value: texts.map((ask) => ({
      ...{ ask, followUp: '1970-06-01', seed: 1, at: 1, more: ask },
      answers: [{ question: 'fit.owner', op: op(1).id, result: 'weaker' }],
    })),
  },
  'review.replied': { key: fc.constant('reply:1'), value: texts },
  'close.told': {
    key: fc.constant('close:started'),
    value: texts.map((text) => ({ text, from: 'customer', who: text, more: text })),
  },
  'premortem.sealed': { key: fc.constant('premortem'), value: texts.map((reason) => ({ reason, more: reason })) },
};

const TEXTLESS: readonly OpKind[] = [
  ...(['snapshot.seen', 'field.typed', 'phase.set', 'stage.mapped', 'criterion.set'] as const),
  ...(['playbook.chosen', 'playbook.saved', 'playbook.retired', 'rules.set', 'habit.set', 'person.named'] as const),
  ...(['outcome.set', 'otherwise.set', 'site.taught', 'owner.set'] as const),
];

const fullOp: fc.Arbitrary<Op> = fc
  .constantFrom(...(Object.keys(FULL) as OpKind[]))
  .chain((kind) => fc.record({ kind: fc.constant(kind), ...FULL[kind], ms: fc.integer({ min: 1, max: 90 }) }))
  .map(({ ms, ...rest }) => op(ms, rest as Partial<Op>));

/** As it is kept: what stays, beside a seal. */
const sealed = (one: Op): Op => ({ ...one, value: { ...withoutTexts(one), sealed: 'v1:…' } });

describe('a value without its texts', () => {
  it('has no word that a person typed', () => {
    fc.assert(
      fc.property(fullOp, (one) => {
        expect(JSON.stringify(withoutTexts(one))).not.toContain(WORD);
      }),
      { numRuns: 400 },
    );
  });

  it('is a value of its kind still, where the kind is more than one text', () => {
    fc.assert(
      fc.property(fullOp, (one) => {
        const kept = checkOp(sealed(one));
        if (one.kind !== 'rivals.set' && one.kind !== 'review.replied') expect(kept).toMatchObject({ op: {} });
      }),
      { numRuns: 400 },
    );
  });

  it('is decided for every kind: text or none', () => {
    expect([...Object.keys(FULL), ...TEXTLESS].toSorted()).toEqual(OP_KINDS.toSorted());
    for (const kind of TEXTLESS) expect(withoutTexts({ kind, key: 'x', value: {} })).toBeNull();
  });

  it('is nothing at all of what cannot be read, or was written by a newer version', () => {
    for (const kind of ['meeting.moved', ...(Object.keys(FULL) as OpKind[])]) {
      expect(withoutTexts({ kind, key: 'x', value: { note: WORD } })).toEqual({});
      expect(withoutTexts({ kind, key: 'x', value: null })).toBeNull();
    }
  });
});

it('scores a deal without its texts as with them, from its document and from its summary', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fullOp, { selector: ({ id }) => id }), day, (ops, today) => {
      const all = [seenOp(0, {}), ...ops];
      const look = (doc: ReturnType<typeof foldOps>) => {
        const view = dealView({ deal: DEAL, doc, org: null, authors: [ME], playbook: basics, today, offset: 0 });
        const { facts, stage, step, score, meetings, promises } = view;
        const { firmness, points, of, call } = score;
        // What was promised is a text; that it was broken is none.
        const gaps = score.gaps.map(({ question, gap, credit, recheck }) => {
          return [question.id, gap, credit, recheck && { ...recheck, what: '' }];
        });
        const urgency = readUrgency({ ...view, history: [], closeDate: null, today }).level;
        return {
          facts,
          stage,
          step,
          firmness,
          points,
          of,
          call,
          gaps,
          urgency,
          counts: [meetings.length, promises.length],
        };
      };
      const bare = foldOps(all.map((one) => (one.kind === 'snapshot.seen' ? one : sealed(one))));
      expect(look(bare)).toEqual(look(foldOps(all)));
      if (!bare) throw new Error('nothing to fold');
      expect(look(summaryOf(bare))).toEqual(look(bare));
      const small = Object.entries(summaryOf(bare).cells).filter(([key]) => /^(answer|meeting):/.test(key));
      expect(JSON.stringify(small)).not.toContain('sealed');
    }),
    { numRuns: 300 },
  );
});
