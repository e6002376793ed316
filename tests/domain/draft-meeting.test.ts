import { describe, expect, it } from 'vitest';
import { COMMITMENT_OF, COMMITMENTS } from '../../lib/domain/commitment';
import { addDays } from '../../lib/domain/day';
import { type DraftInput, draftMeeting, mailInstead, peopleNamed, valueOffers } from '../../lib/domain/draft-meeting';
import { interactionBasics } from '../../lib/domain/interaction';
import { meetingSchema } from '../../lib/domain/meeting';
import { topicMinutes } from '../../lib/domain/meeting-edit';
import { PHASES } from '../../lib/domain/phase';
import type { Question } from '../../lib/domain/playbook';
import { type ScoredAnswer, scoreDeal } from '../../lib/domain/score';
import { MEETING_WORDS } from '../../lib/domain/words/meeting';
import { basics } from '../../lib/playbooks/basics';
import { meeting, promise, topic } from './meetings';

const TODAY = '2026-11-22';

function score(answers: Record<string, ScoredAnswer> = {}) {
  const extra = interactionBasics({ meetings: [], promises: [], today: TODAY });
  return scoreDeal({ playbook: basics, phase: 'discover', answers, sightings: [], today: TODAY, extra });
}

const draft = (changes: Partial<DraftInput> = {}) =>
  draftMeeting({
    id: 'm1',
    score: score(),
    phase: 'discover',
    promises: [],
    last: null,
    attendees: [],
    when: null,
    zone: 'Europe/Berlin',
    minutes: 30,
    today: TODAY,
    words: MEETING_WORDS,
    ...changes,
  });

const firm: ScoredAnswer = { verdict: 'yes', rung: 'shown', evidenceOn: TODAY, at: 0 };
const [ASKED] = basics.questions as readonly [Question];
const allFirm = Object.fromEntries(basics.questions.map(({ id }) => [id, firm]));

describe('the draft of a meeting', () => {
  it('asks the three gaps most worth asking, in the customer’s words', () => {
    const { topics } = draft();
    const gaps = score().gaps.slice(0, 3);
    expect(topics.map(({ question, ask, gives }) => ({ question, ask, gives }))).toEqual(
      gaps.map(({ question: { id, ask, gives } }) => ({ question: id, ask, gives })),
    );
    expect(topics.map(({ minutes }) => minutes)).toEqual([10, 10, 5]);
  });

  it('never makes a topic of what Footing answers itself', () => {
    const { topics } = draft({ score: score(allFirm) });
    expect(topics).toEqual([]);
  });

  it('does not ask what the customer has said no to, until that is old or in doubt', () => {
    const { [ASKED.id]: _, ...others } = allFirm;
    const asks = (answer: Partial<ScoredAnswer>) =>
      draft({ score: score({ ...others, [ASKED.id]: { ...firm, verdict: 'no', ...answer } }) }).topics.length;
    expect(asks({ rung: 'said' })).toBe(0);
    expect(asks({ rung: 'guess' })).toBe(1);
    expect(asks({ rung: 'said', evidenceOn: addDays(TODAY, -ASKED.freshDays - 1) })).toBe(1);
  });

  it('puts what we owe first, then what was left over, and keeps a place for a gap', () => {
    const [first, second] = score().gaps;
    const last = meeting({
      topics: [topic('a', { question: first?.question.id ?? '' }), topic('b', { question: null, ask: 'Left over' })],
      debrief: {
        topics: ['a', 'b'].map((id) => ({ topic: id, result: 'notReached', no: false, who: '', quote: '' })),
        unprepared: false,
        note: '',
      },
    });
    const promises = [promise({ what: 'the draft' }), promise({ what: 'the numbers', due: '2026-11-01' })];
    const asked = draft({ last, promises }).topics.map(({ ask, lead }) => [ask, lead]);
    expect(asked[0]).toEqual(['What we owe you: the numbers; the draft', 'us']);
    expect(asked[1]).toEqual([last.topics[0]?.ask, 'them']);
    // The first gap is the one that was left over: it is not asked twice.
    expect(draft({ last, promises }).topics[2]?.question).toBe(second?.question.id);
    // And once it is answered, it is not left over either.
    expect(draft({ last, promises, score: score(allFirm) }).topics.map(({ ask }) => ask)).toEqual([
      asked[0]?.[0],
      'Left over',
    ]);
  });

  it('asks nothing of a promise that is kept, or not due yet', () => {
    const promises = [promise({ state: 'kept', closedOn: TODAY }), promise({ due: '2026-12-24' })];
    expect(draft({ promises }).topics.every(({ question }) => question !== null)).toBe(true);
  });

  it('says what each side brings: first what it promised', () => {
    const promises = [promise({ what: 'the draft' }), promise({ side: 'them', what: 'the contract' })];
    const { prepare } = draft({ promises });
    expect(prepare.ours[0]).toBe('As promised: the draft');
    expect(prepare.theirs[0]).toBe('As promised: the contract');
    expect([prepare.ours, prepare.theirs].every((lines) => lines.length >= 1 && lines.length <= 3)).toBe(true);
  });

  it('is whole in every phase: a purpose, something to bring, and a commitment with a smaller one', () => {
    for (const phase of PHASES) {
      const whole = draft({ phase });
      expect(meetingSchema.parse(whole)).toEqual(whole);
      expect(whole.topics.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(topicMinutes(30));
      const { ask, fallback } = COMMITMENT_OF[phase];
      expect(COMMITMENTS.indexOf(fallback)).toBeLessThan(COMMITMENTS.indexOf(ask));
      expect(whole.commitment.text).not.toBe(whole.commitment.fallback);
    }
  });

  it('offers what the customer gets from the open questions, each once', () => {
    const offers = valueOffers(score());
    expect(draft().valueGiven).toBe(offers[0]);
    expect(new Set(offers).size).toBe(offers.length);
  });

  it('is an e-mail instead when the customer gets nothing, with the questions in it', () => {
    expect(mailInstead(draft(), MEETING_WORDS)).toBeNull();
    const mail = mailInstead({ ...draft(), valueGiven: ' ' }, MEETING_WORDS);
    for (const [index, { ask }] of draft().topics.entries()) expect(mail?.body).toContain(`${index + 1}. ${ask}`);
  });
});

it('people whom answers name are offered once, the latest first', () => {
  const named = [
    { who: 'Ana Ruiz', evidenceOn: '2026-10-01' },
    { who: '', evidenceOn: '2026-11-20' },
    { who: 'Bo Li ', evidenceOn: '2026-11-01' },
    { who: 'ana ruiz', evidenceOn: '2026-11-10' },
  ];
  expect(peopleNamed(named)).toEqual(['ana ruiz', 'Bo Li']);
});
