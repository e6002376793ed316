import { describe, expect, it } from 'vitest';
import { INTERACTION_IDS, type InteractionInput, interactionBasics, nextMeeting } from '../../lib/domain/interaction';
import { promiseSightings } from '../../lib/domain/promise';
import { type Score, type ScoredAnswer, type Sighting, scoreDeal } from '../../lib/domain/score';
import { basics } from '../../lib/playbooks/basics';
import { HOUR, meeting, promise, START, steps } from './meetings';

const TODAY = '2026-11-22';

const reasons = (input: Partial<InteractionInput>) =>
  interactionBasics({ meetings: [], promises: [], today: TODAY, ...input }).map(({ answer, reason }) => [
    answer.verdict,
    reason,
  ]);

describe('the interaction basics', () => {
  it('say that nothing is planned, and that nothing is owed', () => {
    expect(reasons({})).toEqual([
      ['no', 'noMeeting'],
      ['no', 'noMeeting'],
      ['no', 'noMeeting'],
      ['yes', 'noneLate'],
    ]);
  });

  it('are all yes before a meeting that was agreed in time', () => {
    expect(reasons({ meetings: [meeting(steps(['sent', 60], ['agreed', 48]))] })).toEqual([
      ['yes', 'dated'],
      ['yes', 'agreed24'],
      ['yes', 'told'],
      ['yes', 'noneLate'],
    ]);
  });

  it('say what is missing', () => {
    expect(reasons({ meetings: [meeting({ when: null })], promises: [promise()] })).toEqual([
      ['no', 'noDate'],
      ['no', 'notAgreed'],
      ['no', 'notSent'],
      ['no', 'late'],
    ]);
    const late = meeting({ ...steps(['agreed', 2]), prepare: { ours: [], theirs: [' '] } });
    expect(reasons({ meetings: [late] }).slice(1, 3)).toEqual([
      ['no', 'agreedLate'],
      ['no', 'nothingToBring'],
    ]);
  });

  it('leave out a promise of theirs that is late: that is not ours to keep', () => {
    expect(reasons({ promises: [promise({ side: 'them' })] }).at(-1)).toEqual(['yes', 'noneLate']);
  });

  it('look at the first meeting ahead, today included, and else at what has no date yet', () => {
    const soon = meeting({ id: 'soon' });
    const later = meeting({ id: 'later', when: { kind: 'at', at: START + 90 * HOUR } });
    const undated = meeting({ id: 'undated', when: null });
    const held = meeting({ id: 'held', ...steps(['held', 0]) });
    expect(nextMeeting([undated, later, held, soon], TODAY)?.id).toBe('soon');
    expect(nextMeeting([undated, later, soon], '2026-12-01')?.id).toBe('soon');
    expect(nextMeeting([undated, later, soon], '2026-12-02')?.id).toBe('later');
    expect(nextMeeting([soon, undated], '2026-12-02')?.id).toBe('undated');
    expect(nextMeeting([held, meeting(steps(['cancelled', 9]))], TODAY)).toBeNull();
  });
});

/** The worked example: phase discover, 2026-11-22. */
const at = Date.UTC(2026, 10, 21);
const given = (
  verdict: ScoredAnswer['verdict'],
  rung: ScoredAnswer['rung'],
  evidenceOn: string = TODAY,
): ScoredAnswer => ({ verdict, rung, evidenceOn, at });
const ANSWERS = {
  'fit.sweetSpot': given('yes', 'said', '2026-11-12'),
  'fit.owner': given('yes', 'shown', '2026-09-23'),
  'urgency.event': given('partly', 'said', '2026-11-17'),
  'urgency.commitment': given('yes', 'guess'),
  'urgency.cost': given('unknown', null),
  'buying.path': given('yes', 'sign', '2026-11-21'),
  'value.measure': given('yes', 'said', '2026-11-19'),
  'rivals.alternatives': given('no', 'said'),
};
const LEFT: Sighting = { event: 'contact', at: at + 1, day: '2026-11-20', what: 'Ana Ruiz left', question: null };

function example(changes: { extra?: InteractionInput; sightings?: Sighting[] }): Score {
  return scoreDeal({
    playbook: basics,
    phase: 'discover',
    answers: ANSWERS,
    sightings: changes.sightings ?? [{ ...LEFT, question: 'value.measure' }],
    today: TODAY,
    extra: changes.extra && interactionBasics(changes.extra),
  });
}

describe('the interaction basics in the sum', () => {
  // Next meeting dated, its agenda not agreed, nothing to prepare sent, no late promise.
  const extra = { meetings: [meeting()], promises: [], today: TODAY };

  it('make the worked example 36, from 31 without them', () => {
    const [without, with4] = [example({}), example({ extra })];
    expect([without.points.toFixed(5), without.of, without.firmness]).toEqual(['7.13333', 23, 31]);
    expect([with4.points.toFixed(5), with4.of, with4.firmness]).toEqual(['11.13333', 31, 36]);
  });

  it('are gaps when they are not so, and never the question to ask', () => {
    const { gaps, next } = example({ extra });
    const observed = gaps.filter(({ question }) => INTERACTION_IDS.some((id) => id === question.id));
    expect(observed.map(({ question, gap }) => [question.id, gap])).toEqual([
      ['next.agreed', 'no'],
      ['next.prepared', 'no'],
    ]);
    expect(INTERACTION_IDS).not.toContain(next?.id);
  });

  it('let the second promise that they break halve the answer about their event', () => {
    const broken = ['2026-11-18', '2026-11-19'].map((day) => promise({ side: 'them', state: 'broken', closedOn: day }));
    const eventOf = (score: Score) => score.terms.find(({ question }) => question.id === 'urgency.event');
    const [once, twice] = [broken.slice(0, 1), broken].map((some) =>
      eventOf(example({ sightings: promiseSightings(some) })),
    );
    expect([once?.credit, once?.gap]).toEqual([0.4, null]);
    expect([twice?.credit, twice?.gap]).toEqual([0.2, 'recheck']);
  });
});
