import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { RUNGS, type Rung, VERDICTS, type Verdict } from '../../lib/domain/answer';
import { addDays } from '../../lib/domain/day';
import { PHASES } from '../../lib/domain/phase';
import {
  type Playbook,
  type Question,
  type QuestionId,
  RECHECK_EVENTS,
  type RecheckEvent,
} from '../../lib/domain/playbook';
import {
  freshValue,
  type Observed,
  type ScoredAnswer,
  type ScoreInput,
  type Sighting,
  scoreDeal,
} from '../../lib/domain/score';
import { basics } from '../../lib/playbooks/basics';

const TODAY = '2026-11-22';
const NOON = Date.UTC(2026, 10, 22, 12);

function answer(verdict: Verdict, rung: Rung | null, age = 0, at = NOON): ScoredAnswer {
  return { verdict, rung, evidenceOn: addDays(TODAY, -age), at };
}

function sighting(event: RecheckEvent, age: number, question: QuestionId | null = null, at = NOON): Sighting {
  return { event, at, day: addDays(TODAY, -age), what: '', question };
}

function question(id: string, rest: Partial<Question> = {}): Question {
  const words = { prompt: '', short: '', ask: '', proof: '', coach: '', why: '', gives: '' };
  return { id, phase: 'qualify', ...words, weight: 3, freshDays: 30, recheckOn: [], ...rest };
}

function playbookOf(...questions: Question[]): Playbook {
  return { id: 'test', name: '', origin: '', version: 1, questions };
}

function score(questions: Question[], answers: ScoreInput['answers'], rest: Partial<ScoreInput> = {}) {
  const input = { playbook: playbookOf(...questions), phase: 'qualify', answers, sightings: [], today: TODAY } as const;
  return scoreDeal({ ...input, ...rest });
}

describe('the worked example', () => {
  const input: ScoreInput = {
    playbook: basics,
    phase: 'discover',
    today: TODAY,
    answers: {
      'fit.sweetSpot': answer('yes', 'said', 10),
      'fit.owner': answer('yes', 'shown', 60),
      'urgency.event': answer('partly', 'said', 5),
      'urgency.commitment': answer('yes', 'guess'),
      'urgency.cost': answer('unknown', null),
      'buying.path': answer('yes', 'sign', 1),
      'value.measure': answer('yes', 'said', 3),
      'rivals.alternatives': answer('no', 'said'),
    },
    sightings: [sighting('contact', 1, 'value.measure')],
  };

  it('is 7.13333 of 23: 31', () => {
    const result = scoreDeal(input);
    expect(result.points).toBeCloseTo(7.13333, 5);
    expect(result.of).toBe(23);
    expect(result.firmness).toBe(31);
    expect(result.terms.map((term) => [term.question.id, Number(term.credit.toFixed(5)), term.gap])).toEqual([
      ['fit.sweetSpot', 0.8, null],
      ['fit.owner', 0.91667, 'stale'],
      ['urgency.event', 0.4, null],
      ['urgency.commitment', 0, 'onlyOurWord'],
      ['urgency.cost', 0, 'unknown'],
      ['buying.path', 0.3, 'onlyOurWord'],
      ['buying.decider', 0, 'unanswered'],
      ['value.measure', 0.4, 'recheck'],
      ['rivals.alternatives', 0, 'no'],
    ]);
  });

  it('asks first what is worth most', () => {
    const { gaps, next, weakest, oldest, call } = scoreDeal(input);
    expect(gaps.map((gap) => gap.question.id)).toEqual([
      'urgency.commitment',
      'buying.decider',
      'buying.path',
      'urgency.cost',
      'rivals.alternatives',
      'value.measure',
      'fit.owner',
    ]);
    expect(next?.id).toBe('urgency.commitment');
    expect(weakest?.question.id).toBe('urgency.commitment');
    expect(oldest?.question.id).toBe('fit.owner');
    expect(call).toBe('work');
  });

  it('is 11.13333 of 31 with what meetings and promises show: 36', () => {
    const observed = (id: string, verdict: Verdict): Observed => ({
      question: question(id, { weight: 2 }),
      answer: answer(verdict, 'shown'),
      reason: 'noMeeting',
    });
    const result = scoreDeal({
      ...input,
      extra: [
        observed('next.dated', 'yes'),
        observed('next.agreed', 'no'),
        observed('next.prepared', 'no'),
        observed('promises.kept', 'yes'),
      ],
    });
    expect(result.points).toBeCloseTo(11.13333, 5);
    expect([result.of, result.firmness, result.gaps.length]).toEqual([31, 36, 9]);
  });
});

describe('what an answer is worth', () => {
  test.each<[Verdict, Rung | null, number]>([
    ['yes', 'guess', 0],
    ['yes', 'sign', 0.3],
    ['yes', 'said', 0.8],
    ['yes', 'shown', 1],
    ['partly', 'shown', 0.5],
    ['no', 'shown', 0],
    ['unknown', null, 0],
  ])('%s, %s: %d', (verdict, rung, credit) => {
    expect(score([question('q')], { q: answer(verdict, rung) }).terms[0]?.credit).toBe(credit);
  });

  test.each([
    [0, 1],
    [30, 1],
    [31, 0.991667],
    [60, 0.75],
    [89, 0.508333],
    [90, 0.5],
    [400, 0.5],
  ])('fresh for 30 days, at %d days: %d', (age, value) => {
    expect(freshValue(age, 30)).toBeCloseTo(value, 6);
  });

  it('halves what an event put in doubt', () => {
    const asked = [question('q', { recheckOn: ['stage'] })];
    const { terms } = score(asked, { q: answer('yes', 'said', 60) }, { sightings: [sighting('stage', 2)] });
    expect(terms[0]?.credit).toBeCloseTo(0.8 * 0.75 * 0.5);
  });

  it('takes what does not apply out of the sum', () => {
    const asked = [question('a'), question('b', { weight: 1 })];
    const result = score(asked, { a: answer('notApplicable', null), b: answer('yes', 'shown') });
    expect([result.firmness, result.of, result.gaps, result.call]).toEqual([100, 1, [], 'advance']);
    expect(score([question('a')], { a: answer('notApplicable', null) }).firmness).toBeNull();
  });

  it('rounds half up, also where floating point stands just under the half', () => {
    const asked = ['a', 'b', 'c', 'd'].map((id) => question(id));
    const sign = answer('yes', 'sign');
    // 1.5 of 12 is 12.5; (0.9 + 0.9 + 0.9 + 2.4) of 12 is 42.5, and 42.49999999999999 in floating point.
    expect(score(asked, { a: answer('partly', 'shown') }).firmness).toBe(13);
    expect(score(asked, { a: sign, b: sign, c: sign, d: answer('yes', 'said') }).firmness).toBe(43);
  });

  it('does not ask an early deal what is due late', () => {
    const asked = [question('now'), question('later', { phase: 'propose' })];
    const result = score(asked, { now: answer('yes', 'shown') });
    expect([result.firmness, result.terms.length, result.call]).toEqual([100, 1, 'advance']);
    expect(score(asked, { now: answer('yes', 'shown') }, { phase: 'closed' }).firmness).toBe(50);
  });
});

describe('recheck', () => {
  const asked = [question('q', { recheckOn: ['stage'] }), question('other', { recheckOn: [] })];
  const rechecked = (given: ScoredAnswer, seen: Sighting) =>
    score(asked, { q: given, other: given }, { sightings: [seen] })
      .terms.filter((term) => term.recheck)
      .map((term) => term.question.id);

  test.each<[string, number, number, boolean]>([
    ['an event on a later day', 2, 1, true],
    ['an event on an earlier day', 1, 2, false],
  ])('%s', (_, evidenceAge, eventAge, expected) => {
    const seen = sighting('stage', eventAge);
    expect(rechecked(answer('yes', 'said', evidenceAge), seen)).toEqual(expected ? ['q'] : []);
  });

  it('on the same day, puts in doubt what was saved before the event', () => {
    expect(rechecked(answer('yes', 'said', 0, NOON - 1), sighting('stage', 0))).toEqual(['q']);
    expect(rechecked(answer('yes', 'said', 0, NOON), sighting('stage', 0))).toEqual([]);
    expect(rechecked(answer('yes', 'said', 0, NOON + 1), sighting('stage', 0))).toEqual([]);
  });

  it('concerns the questions that name the event, or the one that the event names', () => {
    const given = answer('yes', 'said', 9);
    expect(rechecked(given, sighting('closeDate', 1))).toEqual([]);
    expect(rechecked(given, sighting('closeDate', 1, 'other'))).toEqual(['other']);
  });

  it('leaves alone an answer that rests on no evidence', () => {
    expect(rechecked(answer('unknown', null, 9), sighting('stage', 1))).toEqual([]);
    expect(rechecked(answer('notApplicable', null, 9), sighting('stage', 1))).toEqual([]);
  });

  it('names the latest event', () => {
    const sightings = [sighting('stage', 3, null, 3), sighting('stage', 1, null, 9), sighting('stage', 2, null, 5)];
    expect(score(asked, { q: answer('yes', 'said', 9) }, { sightings }).terms[0]?.recheck).toBe(sightings[1]);
  });
});

describe('gaps', () => {
  const reason = (given: ScoredAnswer | undefined, sightings: Sighting[] = []) =>
    score([question('q', { recheckOn: ['stage'] })], given ? { q: given } : {}, { sightings }).terms[0]?.gap;

  it('gives the first reason that holds', () => {
    const moved = [sighting('stage', 1)];
    expect(reason(undefined, moved)).toBe('unanswered');
    expect(reason(answer('no', 'guess', 90), moved)).toBe('no');
    expect(reason(answer('unknown', null, 90), moved)).toBe('unknown');
    expect(reason(answer('yes', 'sign', 90), moved)).toBe('onlyOurWord');
    expect(reason(answer('partly', 'said', 90), moved)).toBe('recheck');
    expect(reason(answer('yes', 'shown', 31))).toBe('stale');
    expect(reason(answer('partly', 'said', 30))).toBeNull();
  });

  it('come with a "no" to a stop criterion first, then by points missing, phase and playbook', () => {
    const asked = [
      question('playbook second', { weight: 2, phase: 'discover' }),
      question('playbook third', { weight: 2, phase: 'discover' }),
      question('phase', { weight: 2 }),
      question('stop', { weight: 1, stopIfNo: true }),
      question('open stop', { weight: 1, stopIfNo: true }),
      question('most', { weight: 3 }),
      question('sign', { weight: 3 }),
    ];
    const { gaps } = score(
      asked,
      { stop: answer('no', 'guess'), sign: answer('yes', 'sign', 2) },
      { phase: 'discover' },
    );
    expect(gaps.map((gap) => gap.question.id)).toEqual([
      'stop',
      'most',
      'sign',
      'phase',
      'playbook second',
      'playbook third',
      'open stop',
    ]);
  });

  it('take equal points for equal, whatever floating point makes of them', () => {
    // 0.6 of 3 is missing and 0.6 of 1: 0.5999999999999996 and 0.6 in floating point.
    const asked = [question('heavy', { freshDays: 10 }), question('light', { weight: 1, recheckOn: ['stage'] })];
    const answers = { heavy: answer('yes', 'shown', 18), light: answer('yes', 'said', 2) };
    const { gaps } = score(asked, answers, { sightings: [sighting('stage', 1)] });
    expect(gaps.map((gap) => gap.question.id)).toEqual(['heavy', 'light']);
  });
});

describe('the call', () => {
  const asked = [
    question('stop', { stopIfNo: true, recheckOn: ['stage'] }),
    question('heavy', { recheckOn: ['stage'] }),
    question('light', { weight: 2, recheckOn: ['closeDate'] }),
  ];
  const firm = answer('yes', 'said', 5);
  const all = { stop: firm, heavy: firm, light: firm };
  const call = (answers: ScoreInput['answers'], ...sightings: Sighting[]) => score(asked, answers, { sightings }).call;

  it('is to stop when the customer says no to what the deal needs, and not on our own word', () => {
    expect(call({ ...all, stop: answer('no', 'said') }, sighting('stage', 1))).toBe('stop');
    expect(call({ ...all, stop: answer('no', 'shown') })).toBe('stop');
    expect(call({ ...all, stop: answer('no', 'sign') })).toBe('work');
    expect(call({ ...all, heavy: answer('no', 'said') })).toBe('work');
  });

  it('is to ask again when something weighty is in doubt', () => {
    expect(call(all, sighting('stage', 1))).toBe('recheck');
    expect(call(all, sighting('closeDate', 1))).toBe('work');
  });

  it('is to go on when nothing due is open, else to work', () => {
    expect(call(all)).toBe('advance');
    expect(call({ stop: firm, heavy: firm })).toBe('work');
  });
});

describe('weakest, oldest and next', () => {
  it('say nothing of an empty deal but what to ask', () => {
    const { weakest, oldest, next, firmness } = score([question('a'), question('b')], {});
    expect([weakest, oldest, next?.id, firmness]).toEqual([null, null, 'a', 0]);
  });

  it('name an answered gap before a firm answer that is worth less', () => {
    const asked = [question('firm'), question('stale', { weight: 1 })];
    const answers = { firm: answer('partly', 'said'), stale: answer('yes', 'shown', 40) };
    const { weakest, oldest } = score(asked, answers);
    expect([weakest?.question.id, oldest?.question.id]).toEqual(['stale', 'stale']);
    expect(score(asked.slice(0, 1), answers).weakest?.question.id).toBe('firm');
  });

  it('never ask what Footing sees by itself', () => {
    const extra = [{ question: question('seen'), answer: answer('no', 'shown'), reason: 'noMeeting' }] as const;
    const { gaps, next } = score([question('asked')], { asked: answer('yes', 'said') }, { extra });
    expect([gaps.length, next]).toEqual([1, null]);
  });
});

describe('any deal', () => {
  const questionArb: fc.Arbitrary<Question> = fc
    .record({
      phase: fc.constantFrom(...PHASES),
      weight: fc.constantFrom<Array<1 | 2 | 3>>(1, 2, 3),
      freshDays: fc.integer({ min: 1, max: 365 }),
      recheckOn: fc.subarray([...RECHECK_EVENTS]),
      stopIfNo: fc.constantFrom<Array<true | undefined>>(true, undefined),
    })
    .map((rest) => question('one more', rest));
  const answerArb = fc.record({
    verdict: fc.constantFrom(...VERDICTS),
    rung: fc.constantFrom<Array<Rung | null>>(...RUNGS, null),
    evidenceOn: fc.integer({ min: 0, max: 800 }).map((age) => addDays(TODAY, -age)),
    at: fc.integer({ min: NOON - 10, max: NOON + 10 }),
  });
  const sightingArb = fc.record({
    event: fc.constantFrom(...RECHECK_EVENTS),
    at: fc.integer({ min: NOON - 10, max: NOON + 10 }),
    day: fc.integer({ min: 0, max: 100 }).map((age) => addDays(TODAY, -age)),
    what: fc.constant(''),
    question: fc.constantFrom<Array<string | null>>('q0', null),
  });
  const inputArb: fc.Arbitrary<ScoreInput> = fc
    .record({
      questions: fc.array(questionArb, { maxLength: 8 }),
      answers: fc.array(fc.option(answerArb), { minLength: 8, maxLength: 8 }),
      phase: fc.constantFrom(...PHASES),
      sightings: fc.array(sightingArb, { maxLength: 4 }),
    })
    .map(({ questions, answers, ...rest }) => ({
      ...rest,
      playbook: playbookOf(...questions.map((asked, index) => ({ ...asked, id: `q${index}` }))),
      answers: Object.fromEntries(answers.flatMap((given, index) => (given ? [[`q${index}`, given]] : []))),
      today: TODAY,
    }));

  it('is between 0 and 100, or nothing when nothing is due', () => {
    fc.assert(
      fc.property(inputArb, (input) => {
        const { firmness, of } = scoreDeal(input);
        if (firmness === null) return of === 0;
        return Number.isInteger(firmness) && firmness >= 0 && firmness <= 100;
      }),
    );
  });

  it('is never less firm for a better rung', () => {
    fc.assert(
      fc.property(inputArb, fc.nat(7), (input, index) => {
        const given = input.answers[`q${index}`];
        const better = given?.rung ? RUNGS[RUNGS.indexOf(given.rung) + 1] : undefined;
        fc.pre(given !== undefined && better !== undefined);
        const raised = scoreDeal({
          ...input,
          answers: { ...input.answers, [`q${index}`]: { ...given, rung: better } },
        });
        return (raised.firmness ?? 0) >= (scoreDeal(input).firmness ?? 0);
      }),
    );
  });

  it('is never firmer for one more gap', () => {
    fc.assert(
      fc.property(inputArb, questionArb, (input, asked) => {
        const { firmness } = scoreDeal(input);
        fc.pre(firmness !== null);
        const playbook = playbookOf(...input.playbook.questions, asked);
        return (scoreDeal({ ...input, playbook }).firmness ?? 0) <= (firmness ?? 0);
      }),
    );
  });

  it('has every due question either firm, left out or among the gaps', () => {
    fc.assert(
      fc.property(inputArb, (input) => {
        const { terms, gaps } = scoreDeal(input);
        expect(new Set(gaps)).toEqual(new Set(terms.filter((term) => term.gap !== null)));
      }),
    );
  });

  it('is the same for the same answers in another order', () => {
    fc.assert(
      fc.property(inputArb, (input) => {
        const answers = Object.fromEntries(Object.entries(input.answers).reverse());
        const sightings = input.sightings.toReversed();
        const [one, other] = [scoreDeal(input), scoreDeal({ ...input, answers, sightings })];
        expect([other.firmness, other.call, other.next]).toEqual([one.firmness, one.call, one.next]);
        expect(other.gaps.map((gap) => gap.question.id)).toEqual(one.gaps.map((gap) => gap.question.id));
      }),
    );
  });
});
