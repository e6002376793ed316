import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { CLOSING_MINUTES, draftAgenda } from '../../lib/domain/agenda';
import type { Rung, Verdict } from '../../lib/domain/answer';
import { type ScoreInput, scoreDeal } from '../../lib/domain/score';
import { basics } from '../../lib/playbooks/basics';

const today = '2026-11-22';

type Given = readonly [Verdict, Rung | null, day?: string];

function scoreOf(answers: Record<string, Given> = {}, rest: Partial<ScoreInput> = {}) {
  const kept = Object.entries(answers).map(([id, [verdict, rung, evidenceOn = today]]) => [
    id,
    { verdict, rung, evidenceOn, at: 0 },
  ]);
  const given = Object.fromEntries(kept);
  return scoreDeal({ playbook: basics, phase: 'qualify', answers: given, sightings: [], today, ...rest });
}

const asked = (score: ReturnType<typeof scoreOf>) => draftAgenda(score).topics.map((topic) => topic.question);

it('takes the three gaps most worth asking, in the words of the customer', () => {
  const { topics } = draftAgenda(scoreOf({ 'fit.sweetSpot': ['yes', 'said'] }));
  expect(topics).toMatchObject([
    { question: 'urgency.event', ask: 'What happens, and when, if this stays as it is?', minutes: 10 },
    { question: 'urgency.commitment', minutes: 10 },
    { question: 'fit.owner', minutes: 5 },
  ]);
});

describe('does not ask', () => {
  it('what the customer has said no to, until that is old or in doubt', () => {
    const firm: Given = ['yes', 'said'];
    const withEvent = (answer: Given) =>
      asked(scoreOf({ 'fit.sweetSpot': firm, 'urgency.commitment': firm, 'urgency.event': answer }));
    expect(withEvent(['no', 'said'])).toEqual(['fit.owner']);
    expect(withEvent(['no', 'guess'])).toEqual(['urgency.event', 'fit.owner']);
    expect(withEvent(['no', 'said', '2026-10-01'])).toEqual(['urgency.event', 'fit.owner']);
  });

  it('what Footing sees by itself', () => {
    const [question] = basics.questions;
    if (!question) throw new Error('The Basics are empty');
    const extra = [
      {
        question: { ...question, id: 'next.dated' },
        answer: { verdict: 'no', rung: 'shown', evidenceOn: today, at: 0 },
        reason: 'noMeeting',
      },
    ] as const;
    expect(asked(scoreOf({}, { extra }))).not.toContain('next.dated');
  });

  it('anything when nothing is open', () => {
    expect(draftAgenda(scoreOf({}, { playbook: { ...basics, questions: [] } })).topics).toEqual([]);
  });
});

test('its minutes add up to the meeting less the close', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 240 }), fc.integer({ min: 1, max: 4 }), (length, max) => {
      const minutes = draftAgenda(scoreOf(), { length, max }).topics.map((topic) => topic.minutes);
      expect(minutes.reduce((sum, each) => sum + each, 0)).toBe(length - CLOSING_MINUTES);
      expect(Math.min(...minutes)).toBeGreaterThan(0);
      expect(minutes).toEqual(minutes.toSorted((a, b) => b - a));
    }),
  );
});
