import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freshAnswer } from '../../lib/domain/answer';
import { casesOf } from '../../lib/domain/execution';
import { answersOf, foldOps } from '../../lib/domain/fold';
import { promiseKey } from '../../lib/domain/meeting-log';
import { type AuthorId, answerKey, type Op, OWNER_KEY, RIVALS_KEY } from '../../lib/domain/op';
import { reviewKey } from '../../lib/domain/review';
import { summaryOf } from '../../lib/domain/summary';
import { type Claim, ownershipOf } from '../../lib/domain/whose';
import { basics } from '../../lib/playbooks/basics';
import { promise } from './meetings';
import { DEAL, logArb, MANAGER, ME, op, seenOp } from './ops';

const KIM = 'c'.repeat(16);
const ANA = 'd'.repeat(16);
const DAY = 86_400_000;

const answer = (ms: number, by: AuthorId, verdict: 'yes' | 'no' = 'yes') =>
  op(ms, { by, key: answerKey('fit.owner'), value: freshAnswer(verdict, '2026-11-20') });
const rivals = (ms: number, by: AuthorId) => op(ms, { by, kind: 'rivals.set', key: RIVALS_KEY, value: ['Globex'] });
const looked = (ms: number, by: AuthorId) => ({ ...seenOp(ms, { name: { text: 'Acme', value: 'Acme' } }), by });
const claim = (ms: number, by: AuthorId, value: Claim | null) =>
  op(ms, { by, kind: 'owner.set', key: OWNER_KEY, value });
const take = (ms: number, by: AuthorId, ...from: AuthorId[]) => claim(ms, by, { mine: true, from });
const leave = (ms: number, by: AuthorId) => claim(ms, by, { mine: false, from: [] });
const check = (ms: number, by: AuthorId) =>
  op(ms, {
    by,
    kind: 'review.set',
    key: reviewKey(String(ms)),
    value: { answers: [], ask: 'Who?', followUp: null, seed: 1, at: ms },
  });

function folded(...ops: Op[]) {
  const doc = foldOps(ops);
  if (!doc) throw new Error('nothing to fold');
  return doc;
}

/** Whose it is in the eyes of one person, from the document; and that its summary says the same. */
function whose(mine: AuthorId, ...ops: Op[]) {
  const doc = folded(...ops);
  const of = ownershipOf(doc, [mine]);
  expect(ownershipOf(summaryOf(doc), [mine])).toEqual(of);
  return of;
}

describe('whose a deal is', () => {
  it('is mine where I worked on it, whatever else anybody did in it', () => {
    expect(whose(ME, answer(1, ME))).toMatchObject({ isMine: true, owners: [ME], besides: [], last: ME });
    // A colleague's answers do not take away a deal in which I did something else.
    const both = whose(ME, rivals(1, ME), answer(2, KIM));
    expect(both).toMatchObject({ isMine: true, authors: [ME], besides: [KIM], last: ME });
  });

  it('is theirs who worked on it where I only looked, or checked their answers', () => {
    for (const work of [answer(1, KIM), rivals(1, KIM)]) {
      const of = whose(MANAGER, work, looked(2, MANAGER), check(3, MANAGER));
      expect(of).toMatchObject({ isMine: false, owners: [KIM], authors: [KIM], last: KIM });
    }
    expect(whose(MANAGER, answer(1, KIM), rivals(2, ANA)).owners.toSorted()).toEqual([KIM, ANA]);
  });

  it('is theirs who only saw it and handed it over, though I saw it too', () => {
    expect(whose(MANAGER, looked(1, KIM))).toMatchObject({ isMine: false, owners: [KIM], last: null });
    expect(whose(MANAGER, looked(1, KIM), looked(2, MANAGER), check(3, MANAGER))).toMatchObject({ owners: [KIM] });
    // Who worked on it goes before who saw it.
    expect(whose(MANAGER, looked(1, KIM), answer(2, ANA))).toMatchObject({ owners: [ANA] });
  });

  it('is mine while nobody else is known in it', () => {
    expect(whose(ME, looked(1, ME))).toMatchObject({ isMine: true, last: null });
    expect(whose(MANAGER, check(1, MANAGER))).toMatchObject({ isMine: true, last: null });
    expect(ownershipOf(folded(looked(1, KIM)), [])).toMatchObject({ isMine: false, owners: [KIM] });
  });
});

describe('a deal that is taken over', () => {
  it('is mine, with what was done before, under the name of who did it; the newest counts', () => {
    const ops = [answer(1, KIM), take(2, ME, KIM)];
    const of = whose(ME, ...ops);
    expect(of).toMatchObject({ isMine: true, owners: [ME], authors: [ME, KIM], besides: [], last: ME, since: 2 });
    expect(answersOf(folded(...ops), of.authors)['fit.owner']).toMatchObject({ verdict: 'yes', by: KIM });
    const mine = answersOf(folded(...ops, answer(3, ME, 'no')), of.authors)['fit.owner'];
    expect(mine).toMatchObject({ verdict: 'no', by: ME, revisions: 2 });
  });

  it('is seen by everybody else as of who took it over last', () => {
    const ops = [answer(1, KIM), take(2, ANA, KIM)];
    expect(whose(MANAGER, ...ops)).toMatchObject({ owners: [ANA], authors: [ANA, KIM], last: ANA, since: 2 });
    expect(whose(MANAGER, ...ops, take(3, KIM, ANA))).toMatchObject({ owners: [KIM], authors: [KIM, ANA] });
    // Whoever else worked on it has it too.
    expect(whose(MANAGER, ...ops, take(3, MANAGER, ANA, KIM), rivals(4, ME)).besides).toEqual([ME]);
  });

  it('is never taken from me by what comes in a file', () => {
    expect(whose(KIM, answer(1, KIM), take(2, ANA, KIM))).toMatchObject({
      isMine: true,
      owners: [KIM],
      besides: [ANA],
    });
  });

  it('goes back to them when I leave it, or take it back', () => {
    const ops = [answer(1, KIM), take(2, ME, KIM)];
    expect(whose(ME, ...ops, claim(3, ME, null))).toMatchObject({ isMine: false, owners: [KIM], since: null });
    const left = whose(ME, ...ops, answer(3, ME), leave(4, ME));
    expect(left).toMatchObject({ isMine: false, owners: [KIM], authors: [KIM], besides: [ME] });
    // With nobody to leave it to it stays.
    expect(whose(ME, answer(1, ME), leave(2, ME))).toMatchObject({ isMine: true, owners: [ME] });
  });

  it('counts in numbers only since', () => {
    const kept = (ms: number, by: AuthorId, id: string, day: string) => {
      const { at: _, ...value } = promise({ id, state: 'kept', due: day, closedOn: day });
      return op(ms, { by, kind: 'promise.set', key: promiseKey(id), value });
    };
    const ops = [kept(1, KIM, 'a', '1970-01-02'), take(3 * DAY, ME, KIM), kept(4 * DAY, ME, 'b', '1970-01-05')];
    const { authors, since } = ownershipOf(folded(...ops), [ME]);
    const log = { deal: DEAL, ops, org: null, authors, playbook: basics, offset: 0 } as const;
    const days = (at: typeof log & { since?: number | null }) =>
      casesOf(at, { today: '1970-02-01', offset: 0 }, 0).map(({ day }) => day);
    expect(days(log)).toEqual(['1970-01-02', '1970-01-05']);
    expect(days({ ...log, since })).toEqual(['1970-01-05']);
  });
});

it('is told alike from the deal and from its summary, and is somebody’s, whatever was said', () => {
  const people = fc.constantFrom(ME, MANAGER, KIM);
  const claims = fc.array(
    fc.record({
      ms: fc.integer({ min: 51, max: 99 }),
      by: people,
      value: fc.option(fc.record({ mine: fc.boolean(), from: fc.uniqueArray(people) })),
    }),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(logArb, claims, people, (log, said, me) => {
      const doc = foldOps([...log, ...said.map(({ ms, by, value }) => claim(ms, by, value))]);
      if (!doc) return;
      const of = ownershipOf(doc, [me]);
      expect(ownershipOf(summaryOf(doc), [me])).toEqual(of);
      expect(of.owners.length).toBeGreaterThan(0);
      expect(of.isMine).toBe(of.owners.includes(me));
      expect(of.authors).toEqual(expect.arrayContaining([...of.owners]));
    }),
  );
});
