import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KeptAnswer } from '../../lib/domain/answer';
import type { Question, QuestionId } from '../../lib/domain/playbook';
import type { KeptReview } from '../../lib/domain/review';
import { scoreDeal } from '../../lib/domain/score';
import { coachQuestion, drawAnswers, drawDeals, drawWeight, followUpDay } from '../../lib/domain/spotcheck';
import { basics } from '../../lib/playbooks/basics';
import { kept, noon } from './kept';
import { rowOf } from './rows';

const TODAY = '2026-11-22';
const AT = noon(TODAY);

const question = (id: QuestionId): Question => {
  const found = basics.questions.find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
};

const ANSWERS: Record<QuestionId, KeptAnswer> = {
  'fit.sweetSpot': kept('yes', 'said', '2026-11-12'),
  'fit.owner': kept('yes', 'shown', '2026-11-01'),
  'urgency.event': kept('partly', 'said', '2026-11-17'),
  'urgency.commitment': kept('yes', 'guess', '2026-11-20'),
  'urgency.cost': kept('unknown', null, '2026-11-20'),
  'buying.path': kept('yes', 'sign', '2026-11-21'),
  'commit.decision': kept('yes', 'said', '2026-11-21'),
};

const score = scoreDeal({ playbook: basics, phase: 'discover', answers: ANSWERS, sightings: [], today: TODAY });
const draw = (seed: number, checked: [QuestionId, number][] = []) =>
  drawAnswers({ score, answers: ANSWERS, checked: new Map(checked), at: AT }, seed).map((one) => one.question.id);

describe('the draw of a deal', () => {
  it('weighs claims of weight 3 most, guesses least, and what was looked at lately less', () => {
    const weight = (id: QuestionId, last?: number) =>
      drawWeight({ question: question(id), answer: ANSWERS[id] as KeptAnswer }, last, AT);
    expect(weight('fit.sweetSpot')).toBe(20);
    expect(weight('fit.owner')).toBe(8);
    expect(weight('buying.path')).toBe(10);
    expect(weight('urgency.commitment')).toBe(5);
    expect(weight('fit.sweetSpot', AT - 29 * 86_400_000)).toBe(4);
    expect(weight('fit.sweetSpot', AT - 31 * 86_400_000)).toBe(20);
  });

  it('takes three answers that were claimed and are due, and the same ones again', () => {
    const claimed = ['fit.sweetSpot', 'fit.owner', 'urgency.event', 'urgency.commitment', 'buying.path'];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (seed) => {
        const drawn = draw(seed);
        expect(drawn).toHaveLength(3);
        expect(new Set(drawn).size).toBe(3);
        expect(claimed).toEqual(expect.arrayContaining(drawn));
        expect(draw(seed)).toEqual(drawn);
      }),
    );
  });

  it('of a known seed, is known', () => {
    expect(draw(0x03f9a2)).toEqual(['buying.path', 'fit.sweetSpot', 'fit.owner']);
  });

  it('comes to what was not looked at lately more often', () => {
    const times = (checked: [QuestionId, number][]) =>
      Array.from({ length: 600 }, (_, seed) => draw(seed * 7919, checked)).filter((drawn) =>
        drawn.includes('fit.owner'),
      ).length;
    expect(times([['fit.owner', AT - 86_400_000]])).toBeLessThan(times([]) / 2);
  });
});

describe('the draw of a round', () => {
  const promise = (followUp: string | null): KeptReview => ({
    answers: [],
    ask: 'Who signs?',
    followUp,
    seed: 1,
    at: AT,
    unique: '1',
    by: 'b'.repeat(16),
    op: '',
    reply: null,
  });
  const rows = [
    rowOf({ deal: 'salesforce:acme:a', atStake: 1_000_000 }),
    rowOf({ deal: 'salesforce:acme:b', atStake: 10 }),
    rowOf({ deal: 'salesforce:acme:later', atStake: 10, promise: promise('2026-12-24') }),
    rowOf({ deal: 'salesforce:acme:late', atStake: 10, promise: promise('2026-11-10') }),
    rowOf({ deal: 'salesforce:acme:due', atStake: 10, promise: promise(TODAY) }),
    rowOf({ deal: 'salesforce:acme:closed', atStake: 9_000_000, phase: 'closed' }),
    rowOf({ deal: 'salesforce:acme:empty', atStake: 9_000_000, answered: 0 }),
  ];
  const round = (seed: number, count: number, from = rows) =>
    drawDeals(from, { count, at: AT, today: TODAY, seed }).map(({ deal }) => deal.split(':').at(-1));

  it('begins with what was promised by now, longest overdue first', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (seed) => {
        expect(round(seed, 5).slice(0, 2)).toEqual(['late', 'due']);
        expect(round(seed, 9)).toHaveLength(5);
        expect(round(seed, 5)).not.toContain('closed');
        expect(round(seed, 5)).not.toContain('empty');
      }),
    );
  });

  it('does not depend on how the table is sorted', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), fc.shuffledSubarray(rows, { minLength: 7 }), (seed, other) => {
        expect(round(seed, 5, other)).toEqual(round(seed, 5));
      }),
    );
  });

  it('comes to large amounts far more often than to small ones, and to small ones too', () => {
    const third = Array.from({ length: 2000 }, (_, seed) => round(seed * 7919, 3)[2]);
    const large = third.filter((deal) => deal === 'a').length;
    expect(large).toBeGreaterThan(1900);
    expect(large).toBeLessThan(2000);
  });
});

describe('what is offered to leave', () => {
  const drawn = (['fit.owner', 'urgency.event', 'buying.path'] as const).map((id) => ({
    question: question(id),
    answer: ANSWERS[id] as KeptAnswer,
  }));
  const heard = (...results: ('weaker' | 'agree' | 'stronger')[]) =>
    results.map((result, index) => ({ question: drawn[index]?.question.id ?? '', op: '', result }));

  it('is about the weightiest answer that was found weaker, else about what is to be asked next', () => {
    expect(coachQuestion(drawn, heard('weaker', 'agree', 'weaker'), score)?.id).toBe('buying.path');
    expect(coachQuestion(drawn, heard('weaker', 'agree', 'agree'), score)?.id).toBe('fit.owner');
    expect(coachQuestion(drawn, heard('agree', 'agree', 'stronger'), score)?.id).toBe(score.next?.id);
    expect(coachQuestion(drawn, heard('agree', 'agree', 'agree'), { next: null })?.id).toBe('fit.owner');
    expect(coachQuestion([], [], { next: null })).toBeNull();
  });

  it('is due in a week, and before the deal closes', () => {
    expect(followUpDay(TODAY, null)).toBe('2026-11-29');
    expect(followUpDay(TODAY, '2026-12-31')).toBe('2026-11-29');
    expect(followUpDay(TODAY, '2026-11-27')).toBe('2026-11-26');
    // A close date that is over, or tomorrow, leaves no day before it.
    expect(followUpDay(TODAY, '2026-11-01')).toBe('2026-11-29');
    expect(followUpDay(TODAY, '2026-11-23')).toBe('2026-11-29');
  });
});
