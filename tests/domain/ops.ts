/** Ops and snapshots for tests of the log. */
import fc from 'fast-check';
import { freshAnswer } from '../../lib/domain/answer';
import { opId } from '../../lib/domain/clock';
import type { DealSnapshot, Field, SeenFields } from '../../lib/domain/deal';
import { answerKey, type Op, SNAPSHOT_KEY } from '../../lib/domain/op';

export const DEAL = 'salesforce:acme:0067Q00000ARuZXQA1';
export const ME = 'a'.repeat(16);
export const MANAGER = 'b'.repeat(16);

/** An op at a time in milliseconds; without more, ME's first click on "yes" for one question. */
export function op(ms: number, rest: Partial<Op> = {}): Op {
  return {
    id: opId({ ms, counter: 0 }, ME, '00000000'),
    kind: 'answer.set',
    subject: DEAL,
    key: answerKey('fit.owner'),
    value: freshAnswer('yes', '2026-11-22'),
    by: ME,
    version: 'basics@1',
    scope: 'local',
    ...rest,
  };
}

type Shown = { [F in Field]?: Partial<SeenFields[F]> | null };

/** What the page showed: only the fields named; a bare text stands for itself. */
export function snapshot(shown: Shown): DealSnapshot {
  const field = <F extends Field>(name: F): SeenFields[F] | null => {
    const given = shown[name];
    return given ? ({ text: '', from: 'detail', value: null, ...given } as SeenFields[F]) : null;
  };
  return {
    deal: DEAL,
    url: 'https://acme.lightning.force.com/lightning/r/Opportunity/0067Q00000ARuZXQA1/view',
    seenAt: 0,
    fields: {
      name: field('name'),
      account: field('account'),
      stage: field('stage'),
      amount: field('amount'),
      closeDate: field('closeDate'),
      owner: field('owner'),
    },
  };
}

export function seenOp(ms: number, shown: Shown): Op {
  return op(ms, { kind: 'snapshot.seen', key: SNAPSHOT_KEY, value: snapshot(shown), version: null });
}

const days = fc.constantFrom('2026-12-01', '2026-12-15', '2027-01-31');
const shownArb: fc.Arbitrary<Shown> = fc.record({
  stage: fc.option(fc.constantFrom('Discovery', 'Proposal', 'Negotiation').map((text) => ({ text, value: text }))),
  closeDate: fc.option(days.map((day) => ({ text: day, value: day }))),
  amount: fc.option(
    fc
      .record({ minor: fc.integer({ min: 0, max: 300 }), currency: fc.constantFrom('USD', null) })
      .map((value) => ({ text: String(value.minor), value })),
  ),
});

/** Names that break careless records, beside plain ones. */
export const awkwardKeys = fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', 'fit.owner', '');

const deedArb: fc.Arbitrary<Partial<Op>> = fc.oneof(
  shownArb.map((shown) => ({ kind: 'snapshot.seen', key: SNAPSHOT_KEY, value: snapshot(shown), version: null })),
  fc.record({ kind: fc.constant('snapshot.seen'), key: fc.constant(SNAPSHOT_KEY), value: fc.jsonValue() }),
  fc.record({
    kind: fc.constantFrom('answer.set', 'meeting.moved'),
    key: fc.oneof(awkwardKeys, awkwardKeys.map(answerKey)),
    value: fc.oneof(fc.constant(freshAnswer('partly', '2026-11-20')), fc.jsonValue()),
    by: fc.constantFrom(ME, MANAGER),
  }),
);

/** A log about one deal: distinct ids, several authors and devices, odd keys and unreadable values. */
export const logArb: fc.Arbitrary<Op[]> = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.nat(3), fc.constantFrom(ME, MANAGER)), {
    selector: (place) => place.join(),
    maxLength: 25,
  })
  .chain((places) =>
    fc.tuple(
      ...places.map(([ms, counter, device]) =>
        deedArb.map((deed) => ({ ...op(0), ...deed, id: opId({ ms, counter }, device, '00000000') })),
      ),
    ),
  );
