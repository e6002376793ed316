import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  agreed24,
  isOver,
  MEETING_STATES,
  type Meeting,
  meetingSchema,
  sequenceOf,
  stateOf,
  wantsDebrief,
  wantsReminder,
} from '../../lib/domain/meeting';
import { changesBetween } from '../../lib/domain/meeting-changes';
import {
  addTopic,
  balanceMinutes,
  editTopic,
  evenMinutes,
  moveTopic,
  removeTopic,
  setLength,
  setMinutes,
  topicMinutes,
} from '../../lib/domain/meeting-edit';
import { moveMeeting, nextStates, withDebrief, withShared } from '../../lib/domain/meeting-state';
import { HOUR, meeting, START, steps, topic } from './meetings';

const by = { who: 'Ana Ruiz', at: START };

describe('the way of a meeting', () => {
  it('goes from draft to debriefed, and keeps who took each step and when', () => {
    const way = ['sent', 'changed', 'agreed', 'held', 'debriefed'] as const;
    const end = way.reduce<Meeting>((now, to, index) => {
      const moved = moveMeeting(now, to, { who: `p${index}`, at: START + index });
      if (!moved.ok) throw new Error(moved.reason);
      return moved.meeting;
    }, meeting());
    expect(end.steps.map(({ state, who, at }) => [state, who, at - START])).toEqual(
      way.map((state, index) => [state, `p${index}`, index]),
    );
  });

  it.each([
    ['draft', 'agreed', 'notSent'],
    ['draft', 'changed', 'notSent'],
    ['sent', 'debriefed', 'notHeld'],
    ['sent', 'sent', 'already'],
    ['held', 'agreed', 'over'],
    ['debriefed', 'held', 'over'],
    ['cancelled', 'sent', 'cancelled'],
    ['cancelled', 'cancelled', 'already'],
  ] as const)('refuses %s to %s: %s', (from, to, reason) => {
    expect(moveMeeting(meeting(steps([from, 1])), to, by)).toEqual({ ok: false, reason });
  });

  it('can be cancelled from anywhere but from cancelled', () => {
    const cancellable = MEETING_STATES.filter((state) => moveMeeting(meeting(steps([state, 1])), 'cancelled', by).ok);
    expect(cancellable).toEqual(MEETING_STATES.filter((state) => state !== 'cancelled'));
  });

  it('takes exactly the steps that it offers', () => {
    for (const from of MEETING_STATES) {
      const at = meeting(steps([from, 1]));
      const taken = MEETING_STATES.filter((to) => moveMeeting(at, to, by).ok);
      expect(new Set(taken)).toEqual(new Set(nextStates(at)));
    }
  });

  it('is sent by sharing the agenda, not by sharing the recap, and keeps the exact text of each', () => {
    const agenda = { at: START - HOUR, what: 'agenda', way: 'copy', text: '1. A\r\n2. B ' } as const;
    const sent = withShared(meeting(), agenda, 'Jo');
    expect([stateOf(sent), sent.shared]).toEqual(['sent', [agenda]]);
    const recap = withShared(meeting(steps(['held', 0])), { ...agenda, what: 'recap' }, 'Jo');
    expect([stateOf(recap), recap.shared.length]).toEqual(['held', 1]);
    expect(stateOf(withShared(meeting(steps(['agreed', 30])), agenda, 'Jo'))).toBe('agreed');
  });

  it('counts each calendar file, so that the next replaces it', () => {
    const file = { at: START, what: 'agenda', way: 'ics', text: '' } as const;
    expect([meeting(), withShared(withShared(meeting(), file, 'Jo'), file, 'Jo')].map(sequenceOf)).toEqual([0, 2]);
  });

  it('can be told of without anyone having said that it was held', () => {
    const told = withDebrief(meeting(steps(['sent', 30])), { topics: [], unprepared: true, note: '' }, by);
    expect(told.ok && told.meeting.steps.map(({ state }) => state)).toEqual(['sent', 'held', 'debriefed']);
    expect(told.ok && told.meeting.debrief?.unprepared).toBe(true);
  });
});

describe('agreed 24 hours before', () => {
  it('counts to the minute', () => {
    expect(agreed24(meeting(steps(['sent', 50], ['agreed', 24])))).toBe(true);
    expect(agreed24(meeting(steps(['sent', 50], ['agreed', 23.99])))).toBe(false);
  });

  it('ends with a change or another sending, and outlives the meeting', () => {
    expect(agreed24(meeting(steps(['agreed', 40], ['changed', 30])))).toBe(false);
    expect(agreed24(meeting(steps(['agreed', 40], ['changed', 30], ['agreed', 25])))).toBe(true);
    expect(agreed24(meeting(steps(['agreed', 40], ['sent', 30])))).toBe(false);
    expect(agreed24(meeting(steps(['agreed', 40], ['held', 0], ['debriefed', -1])))).toBe(true);
    expect(agreed24(meeting(steps(['agreed', 40], ['cancelled', 30])))).toBe(false);
  });

  it('of a whole day is counted from its midnight there; without a date it cannot be', () => {
    const day = { when: { kind: 'day', day: '2026-12-01' }, zone: 'Europe/Berlin' } as const;
    // Midnight in Berlin is ten hours before the start of the other tests.
    expect(agreed24(meeting({ ...steps(['agreed', 34]), ...day }))).toBe(true);
    expect(agreed24(meeting({ ...steps(['agreed', 33.9]), ...day }))).toBe(false);
    expect(agreed24(meeting({ ...steps(['agreed', 34]), when: null }))).toBe(false);
  });
});

describe('what a meeting wants', () => {
  it('reminds in the 24 hours before it while it is a draft, and never after', () => {
    const asked = [25, 24, 1, 0].map((hours) => wantsReminder(meeting(), START - hours * HOUR));
    expect(asked).toEqual([false, true, true, false]);
    expect(wantsReminder(meeting(steps(['sent', 30])), START - HOUR)).toBe(false);
  });

  it('asks how it went once it is over, until told or cancelled', () => {
    expect(isOver(meeting(), START + 29 * 60_000)).toBe(false);
    expect(wantsDebrief(meeting(), START + 30 * 60_000)).toBe(true);
    expect(wantsDebrief(meeting(steps(['held', 0])), START)).toBe(true);
    expect(wantsDebrief(meeting(steps(['held', 0], ['debriefed', 0])), START + HOUR)).toBe(false);
    expect(wantsDebrief(meeting(steps(['cancelled', 2])), START + HOUR)).toBe(false);
  });

  it('is over at the last midnight of its day, where the clock changes too', () => {
    const day = meeting({ when: { kind: 'day', day: '2026-12-01' } });
    expect(isOver(day, Date.UTC(2026, 11, 1, 22, 59))).toBe(false);
    expect(isOver(day, Date.UTC(2026, 11, 1, 23))).toBe(true);
    const longDay = meeting({ when: { kind: 'day', day: '2026-10-25' } });
    expect(isOver(longDay, Date.UTC(2026, 9, 25, 22, 59))).toBe(false);
  });

  it('is read back as written, with what a newer version adds', () => {
    const kept = { ...meeting(steps(['sent', 30])), room: 'blue' };
    expect(meetingSchema.parse(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
    expect(meetingSchema.safeParse({ ...kept, zone: 'Mars/Olympus' }).success).toBe(false);
  });
});

describe('minutes', () => {
  const sum = (one: Meeting) => one.topics.reduce((total, { minutes }) => total + minutes, 0);

  it('of even topics come in fives where they can', () => {
    expect(evenMinutes(30, 3)).toEqual([10, 10, 5]);
    expect(evenMinutes(60, 3)).toEqual([20, 20, 15]);
    expect(evenMinutes(45, 2)).toEqual([20, 20]);
    expect(evenMinutes(15, 3)).toEqual([4, 3, 3]);
    expect(evenMinutes(30, 0)).toEqual([]);
  });

  it('keep their proportion when the length changes', () => {
    expect(setLength(meeting(), 55).topics.map(({ minutes }) => minutes)).toEqual([20, 30]);
  });

  it('asked for one are taken from the others', () => {
    const three = meeting({ topics: [topic('a'), topic('b'), topic('c', { minutes: 5 })] });
    expect(setMinutes(three, 'b', 16).topics.map(({ minutes }) => minutes)).toEqual([6, 16, 3]);
    expect(setMinutes(three, 'b', 100).topics.map(({ minutes }) => minutes)).toEqual([1, 23, 1]);
  });

  it('always add up to the length less five, whatever is done', () => {
    const edit = fc.oneof(
      fc.record({ do: fc.constant('length' as const), n: fc.integer({ min: 0, max: 500 }) }),
      fc.record({ do: fc.constant('minutes' as const), n: fc.integer({ min: -5, max: 500 }) }),
      fc.record({ do: fc.constant('add' as const), n: fc.nat(9) }),
      fc.record({ do: fc.constant('remove' as const), n: fc.nat(9) }),
      fc.record({ do: fc.constant('move' as const), n: fc.nat(9) }),
    );
    const apply = (now: Meeting, { do: what, n }: { do: string; n: number }, step: number): Meeting => {
      const id = now.topics[n % Math.max(1, now.topics.length)]?.id ?? '';
      if (what === 'length') return setLength(now, n);
      if (what === 'minutes') return setMinutes(now, id, n);
      if (what === 'add') return addTopic(now, topic(`n${step}`));
      return what === 'remove' ? removeTopic(now, id) : moveTopic(now, id, n);
    };
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
        let now = meeting();
        for (const [step, one] of edits.entries()) {
          now = apply(now, one, step);
          const total = topicMinutes(now.minutes);
          if (now.topics.length > 0) expect(sum(now)).toBe(total);
          expect(now.topics.every(({ minutes }) => Number.isInteger(minutes) && minutes >= 0)).toBe(true);
          expect(balanceMinutes(now)).toEqual(now);
        }
      }),
    );
  });

  it('leave no topic empty while there is one for each', () => {
    const lopsided = meeting({ topics: [topic('a', { minutes: 400 }), topic('b', { minutes: 1 }), topic('c')] });
    expect(setLength(lopsided, 8).topics.map(({ minutes }) => minutes)).toEqual([1, 1, 1]);
  });
});

describe('topics', () => {
  const three = meeting({ topics: [topic('a'), topic('b'), topic('c', { minutes: 5 })] });
  const order = (one: Meeting) => one.topics.map(({ id }) => id).join('');

  it('move to any place, past the ends to the ends', () => {
    expect([0, 1, 2, 9, -3].map((to) => order(moveTopic(three, 'b', to)))).toEqual(['bac', 'abc', 'acb', 'acb', 'bac']);
    expect(moveTopic(three, 'x', 0)).toBe(three);
  });

  it('keep their question when they are reworded', () => {
    const edited = editTopic(three, 'b', { ask: 'And now?', lead: 'Ana Ruiz' });
    expect(edited.topics[1]).toMatchObject({ id: 'b', question: 'urgency.cost', ask: 'And now?', lead: 'Ana Ruiz' });
  });
});

describe('what the customer changed', () => {
  it('is nothing when nothing was', () => {
    expect(changesBetween(meeting(), structuredClone(meeting()))).toEqual([]);
  });

  it('is told point by point', () => {
    const before = meeting();
    const added = addTopic(before, topic('new', { question: null, ask: 'Data protection' }));
    const after = { ...moveTopic(added, 't2', 0), prepare: { ours: ['A first sum'], theirs: ['Our policy'] } };
    expect(changesBetween(before, after)).toEqual([
      { code: 'topicMinutes', topic: 't2', ask: 'Last time, what happened?', from: 15, to: 10 },
      { code: 'topicMinutes', topic: 't1', ask: before.topics[0]?.ask, from: 10, to: 7 },
      { code: 'topicAdded', topic: 'new', ask: 'Data protection' },
      { code: 'topicsReordered' },
      { code: 'theirsAdded', text: 'Our policy' },
      { code: 'theirsRemoved', text: 'Your numbers' },
    ]);
  });
});
