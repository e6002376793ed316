/**
 * After the meeting: what was said there, as changes to make. Nothing is changed here; the list
 * is shown for one look, and what is taken out of it is not saved.
 */
import { type Answer, freshAnswer, RUNGS, type Verdict } from './answer';
import type { Instant, IsoDay } from './day';
import { type Debrief, dayOfMeeting, type Meeting, startOf, type ToldTopic, type Topic } from './meeting';
import type { QuestionId } from './playbook';
import { type DealPromise, IN_DOUBT_FROM } from './promise';
import type { Sighting } from './score';
import { wallTime } from './zone';

/** One thing that a debrief would change. `lowers`: the answer would stand on a lower rung than before. */
export type DebriefChange =
  /** A revision of the answer to the topic's question. */
  | { kind: 'answer'; question: QuestionId; answer: Answer; before: Answer | null; lowers: boolean }
  | { kind: 'promise'; promise: DealPromise }
  /** Comes back in the next draft. */
  | { kind: 'carried'; topic: Topic }
  | { kind: 'unprepared' };

/** What was told of a meeting, and what was known before it. */
export interface DebriefInput {
  meeting: Meeting;
  debrief: Debrief;
  promises: readonly DealPromise[];
  answers: Readonly<Record<QuestionId, Answer>>;
  today: IsoDay;
}

/** Everything that a debrief would change, in the order of the agenda, then promises. */
export function debriefChanges({ meeting, debrief, promises, answers, today }: DebriefInput): DebriefChange[] {
  const told = new Map(debrief.topics.map((topic) => [topic.topic, topic]));
  const topics = meeting.topics.flatMap((topic): DebriefChange[] => {
    const result = told.get(topic.id);
    if (!result) return [];
    if (result.result === 'notReached') return [{ kind: 'carried', topic }];
    if (topic.question === null) return [];
    const before = Object.hasOwn(answers, topic.question) ? (answers[topic.question] ?? null) : null;
    const answer = answerOf(result, dayOfMeeting(meeting) ?? today, today, before);
    return [
      { kind: 'answer', question: topic.question, answer, before, lowers: before !== null && lowers(before, answer) },
    ];
  });
  return [
    ...topics,
    ...promises.map((promise): DebriefChange => ({ kind: 'promise', promise })),
    ...(debrief.unprepared ? [{ kind: 'unprepared' } as const] : []),
  ];
}

/**
 * What was said, on the day of the meeting. A named person makes it `said`; without a name it
 * stays our word. What the answer held beside it (the day of the event, the link) stays.
 */
function answerOf(told: ToldTopic, met: IsoDay, today: IsoDay, before: Answer | null): Answer {
  const who = told.who.trim();
  return {
    ...freshAnswer(verdictOf(told), met < today ? met : today),
    rung: who === '' ? 'guess' : 'said',
    who,
    quote: told.quote.trim(),
    link: before?.link ?? '',
    on: before?.on ?? null,
  };
}

function verdictOf({ result, no }: ToldTopic): Verdict {
  if (no) return 'no';
  return result === 'answered' ? 'yes' : 'partly';
}

/** The same verdict on a lower rung: worth a second look before it is saved. */
function lowers(before: Answer, after: Answer): boolean {
  if (before.rung === null || after.rung === null || before.verdict !== after.verdict) return false;
  return RUNGS.indexOf(after.rung) < RUNGS.indexOf(before.rung);
}

/**
 * What the customer's coming unprepared puts in doubt: from the second time on, the commitment
 * to change is worth asking again. Who has no hour to prepare has set nothing aside.
 */
export function unpreparedSightings(meetings: readonly Meeting[]): Sighting[] {
  return meetings
    .filter(({ debrief }) => debrief?.unprepared === true)
    .map((meeting) => ({ meeting, at: heldAt(meeting) }))
    .toSorted((a, b) => a.at - b.at)
    .slice(IN_DOUBT_FROM - 1)
    .map(({ meeting, at }) => ({
      event: 'unprepared',
      at,
      day: wallTime(at, meeting.zone).day,
      what: meeting.purpose,
      question: 'urgency.commitment',
    }));
}

/** When it began, or else when it was first said to have been held. */
function heldAt(meeting: Meeting): Instant {
  return startOf(meeting) ?? meeting.steps.find(({ state }) => state === 'held')?.at ?? 0;
}
