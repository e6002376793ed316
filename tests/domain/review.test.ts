import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldOps } from '../../lib/domain/fold';
import type { Op } from '../../lib/domain/op';
import { checkOp } from '../../lib/domain/op-check';
import { lastChecks, promiseOf, type Review, replyKey, reviewKey, reviewsOf } from '../../lib/domain/review';
import { summaryOf } from '../../lib/domain/summary';
import { dealView } from '../../lib/domain/view';
import { basics } from '../../lib/playbooks/basics';
import { DEAL, logArb, MANAGER, ME, op } from './ops';

const OP = op(1).id;

const review = (more: Partial<Review> = {}): Review => ({
  answers: [{ question: 'fit.owner', op: OP, result: 'weaker' }],
  ask: 'Who told you so?',
  followUp: '2026-11-29',
  seed: 0x03f9a2,
  at: 1000,
  ...more,
});

const reviewOp = (ms: number, value: Review | null, unique = String(value?.at), by = MANAGER): Op => ({
  ...op(ms),
  kind: 'review.set',
  key: reviewKey(unique),
  value,
  version: null,
  by,
});

const replyOp = (ms: number, unique: string, value: string | null): Op => ({
  ...op(ms),
  kind: 'review.replied',
  key: replyKey(unique),
  value,
  version: null,
});

function folded(...ops: Op[]) {
  const doc = foldOps(ops);
  if (!doc) throw new Error('nothing to fold');
  return doc;
}

describe('reviews of a deal', () => {
  it('are read newest first, by anyone, from the document and from its summary', () => {
    const doc = folded(
      reviewOp(5, review({ at: 1000 })),
      reviewOp(6, review({ at: 2000, ask: 'And now?' }), '2000', ME),
    );
    expect(reviewsOf(doc).map(({ ask, by }) => [ask, by])).toEqual([
      ['And now?', ME],
      ['Who told you so?', MANAGER],
    ]);
    expect(reviewsOf(summaryOf(doc))).toEqual(reviewsOf(doc));
  });

  it('hold the last thing that was said to them', () => {
    const before = folded(reviewOp(5, review()), replyOp(6, '1000', 'Ana did'), replyOp(7, '1000', 'Ana wrote it'));
    expect(reviewsOf(before)[0]?.reply).toEqual({ text: 'Ana wrote it', at: 7 });
    const after = folded(reviewOp(5, review()), replyOp(6, '1000', 'Ana did'), replyOp(8, '1000', null));
    expect(reviewsOf(after)[0]?.reply).toBeNull();
  });

  it('are gone when taken back, and passed over when they cannot be read', () => {
    const doc = folded(reviewOp(5, review()), reviewOp(6, null, '1000'), {
      ...reviewOp(7, review()),
      key: reviewKey('other'),
      value: { answers: 'all' },
    });
    expect(reviewsOf(doc)).toEqual([]);
  });

  it('say when each question was last looked at, and what was promised', () => {
    const reviews = reviewsOf(
      folded(reviewOp(5, review({ at: 1000 })), reviewOp(6, review({ at: 3000, ask: ' ', followUp: null }))),
    );
    expect(lastChecks(reviews)).toEqual(new Map([['fit.owner', 3000]]));
    // A check that asked for nothing leaves nothing open.
    expect(promiseOf(reviews)).toBeNull();
    expect(promiseOf(reviews.slice(1))?.ask).toBe('Who told you so?');
  });

  it('never change an answer or the score', () => {
    const look = (ops: readonly Op[]) => {
      const doc = foldOps(ops);
      return dealView({
        deal: DEAL,
        doc,
        org: null,
        authors: [ME],
        playbook: basics,
        today: '2026-11-22',
        offset: 0,
      });
    };
    fc.assert(
      fc.property(logArb, fc.constantFrom(ME, MANAGER), (log, by) => {
        const reviewed = [...log, reviewOp(90, review(), '1000', by), replyOp(91, '1000', 'Ana did')];
        expect(look(reviewed).answers).toEqual(look(log).answers);
        expect(look(reviewed).score).toEqual(look(log).score);
      }),
    );
  });
});

describe('an op of a review', () => {
  it('is checked at the door', () => {
    expect(checkOp(reviewOp(5, review()))).toHaveProperty('op');
    expect(checkOp(reviewOp(5, null, '1000'))).toHaveProperty('op');
    expect(checkOp(replyOp(5, '1000', 'Ana did'))).toHaveProperty('op');
    const bad: [Partial<Record<keyof Review, unknown>>, string][] = [
      [{ followUp: '2026-02-30' }, 'value.followUp'],
      [{ seed: 0x1000000 }, 'value.seed'],
      [{ answers: [{ question: 'fit.owner', op: OP, result: 'wrong' }] }, 'value.answers.0.result'],
      [{ answers: [{ question: 'fit.owner', op: 'x', result: 'agree' }] }, 'value.answers.0.op'],
    ];
    for (const [change, field] of bad) {
      const read = checkOp({ ...reviewOp(5, review()), value: { ...review(), ...change } });
      expect('flaw' in read && read.flaw.field).toBe(field);
    }
  });
});
