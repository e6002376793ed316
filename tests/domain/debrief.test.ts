import { describe, expect, it } from 'vitest';
import { type Answer, freshAnswer } from '../../lib/domain/answer';
import { debriefChanges, unpreparedSightings } from '../../lib/domain/debrief';
import type { Debrief, ToldTopic } from '../../lib/domain/meeting';
import { HOUR, meeting, promise, START, topic } from './meetings';

const told = (topicId: string, changes: Partial<ToldTopic> = {}): ToldTopic => ({
  topic: topicId,
  result: 'answered',
  no: false,
  who: 'Ana Ruiz',
  quote: 'About 4,000 a month',
  ...changes,
});

const debrief = (...topics: ToldTopic[]): Debrief => ({ topics, unprepared: false, note: '' });
const changesOf = (what: Debrief, answers: Record<string, Answer> = {}, today = '2026-12-02') =>
  debriefChanges({ meeting: meeting(), debrief: what, promises: [], answers, today });

describe('the debrief', () => {
  it('makes of what somebody said an answer: said, by whom, on the day of the meeting, with the quote', () => {
    const [change] = changesOf(debrief(told('t1')));
    expect(change).toEqual({
      kind: 'answer',
      question: 'urgency.cost',
      answer: {
        ...freshAnswer('yes', '2026-12-01'),
        rung: 'said',
        who: 'Ana Ruiz',
        quote: 'About 4,000 a month',
      },
      before: null,
      lowers: false,
    });
  });

  it('never dates evidence ahead of today', () => {
    const [change] = changesOf(debrief(told('t1')), {}, '2026-11-30');
    expect(change?.kind === 'answer' && change.answer.evidenceOn).toBe('2026-11-30');
  });

  it('stays our word where nobody is named', () => {
    const [change] = changesOf(debrief(told('t1', { who: '  ' })));
    expect(change?.kind === 'answer' && change.answer.rung).toBe('guess');
  });

  it.each([
    [{ result: 'answered', no: false }, 'yes'],
    [{ result: 'partly', no: false }, 'partly'],
    [{ result: 'answered', no: true }, 'no'],
    [{ result: 'partly', no: true }, 'no'],
  ] as const)('takes %o for a %s', (result, verdict) => {
    const [change] = changesOf(debrief(told('t1', result)));
    expect(change?.kind === 'answer' && change.answer.verdict).toBe(verdict);
  });

  it('keeps the date and the link of the answer before, and says when the rung would sink', () => {
    const before: Answer = {
      ...freshAnswer('yes', '2026-09-01'),
      rung: 'shown',
      on: '2027-01-31',
      link: 'https://a.example',
    };
    const [change] = changesOf(debrief(told('t1')), { 'urgency.cost': before });
    expect(change).toMatchObject({ before, lowers: true, answer: { on: '2027-01-31', link: 'https://a.example' } });
    const [other] = changesOf(debrief(told('t1', { no: true })), { 'urgency.cost': before });
    expect(other).toMatchObject({ lowers: false });
  });

  it('carries over what was not reached, and proposes nothing for what was not told or has no question', () => {
    const two = meeting({ topics: [topic('t1', { question: null }), topic('t2'), topic('t3')] });
    const what = debrief(told('t1'), told('t2', { result: 'notReached' }));
    const changes = debriefChanges({ meeting: two, debrief: what, promises: [], answers: {}, today: '2026-12-01' });
    expect(changes).toEqual([{ kind: 'carried', topic: two.topics[1] }]);
  });

  it('lists the promises, and that they came unprepared', () => {
    const made = promise();
    const changes = debriefChanges({
      meeting: meeting(),
      debrief: { ...debrief(), unprepared: true },
      promises: [made],
      answers: {},
      today: '2026-12-01',
    });
    expect(changes).toEqual([{ kind: 'promise', promise: made }, { kind: 'unprepared' }]);
  });
});

describe('a customer who comes unprepared', () => {
  it('puts the commitment in doubt from the second time on', () => {
    const unprepared = (days: number) =>
      meeting({
        when: { kind: 'at', at: START + days * 24 * HOUR },
        debrief: { topics: [], unprepared: true, note: '' },
      });
    const prepared = meeting({ debrief: { topics: [], unprepared: false, note: '' } });
    expect(unpreparedSightings([unprepared(0), prepared, meeting()])).toEqual([]);
    expect(unpreparedSightings([unprepared(9), prepared, unprepared(2), unprepared(0)])).toMatchObject([
      { event: 'unprepared', day: '2026-12-03', question: 'urgency.commitment' },
      { event: 'unprepared', day: '2026-12-10', question: 'urgency.commitment' },
    ]);
  });
});
