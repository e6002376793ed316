/**
 * The interaction basics: four questions that nobody is asked. Meetings and promises answer
 * them, yes or no, and what was seen is its own proof. They count in every phase.
 */
import type { IsoDay } from './day';
import { agreed24, agreedAt, dayOfMeeting, type Meeting, startOf, stateOf } from './meeting';
import type { Question } from './playbook';
import { type DealPromise, isLate } from './promise';
import type { Observed } from './score';

/** The ids of the four, in the order in which they are shown. */
export const INTERACTION_IDS = ['next.dated', 'next.agreed', 'next.prepared', 'promises.kept'] as const;
export type InteractionId = (typeof INTERACTION_IDS)[number];

/** Why it is a yes, or why it is a no; words are for the screen. */
export type InteractionReason =
  | 'dated'
  | 'noMeeting'
  | 'noDate'
  | 'agreed24'
  | 'notAgreed'
  | 'agreedLate'
  | 'told'
  | 'nothingToBring'
  | 'notSent'
  | 'noneLate'
  | 'late';

/** One of the four with its answer. */
export interface Interaction extends Observed {
  id: InteractionId;
}

type Words = Pick<Question, 'prompt' | 'short' | 'ask' | 'proof' | 'coach' | 'why' | 'gives'>;

const WORDS: Readonly<Record<InteractionId, Words>> = {
  'next.dated': {
    prompt: 'The next meeting has a date',
    short: 'Next meeting dated',
    ask: 'When shall we go on?',
    proof: 'a day in both calendars',
    coach: 'When do you speak next, and whose idea was that date?',
    why: 'A deal without a next date has stopped; it only has not been said.',
    gives: 'A date to plan around',
  },
  'next.agreed': {
    prompt: 'Its agenda was agreed with the customer at least 24 hours before',
    short: 'Agenda agreed a day before',
    ask: 'Is this what you want to use the time for? What is missing?',
    proof: 'they said yes to it, or changed it',
    coach: 'What did they change in your agenda?',
    why: 'An agenda that they agreed to is half theirs, and so is the meeting.',
    gives: 'A meeting about what matters to you',
  },
  'next.prepared': {
    prompt: 'The customer knows what to bring',
    short: 'They know what to bring',
    ask: 'Could you have this at hand when we speak?',
    proof: 'what they bring stands in what was sent to them',
    coach: 'What did you ask them to bring?',
    why: 'Work done before a meeting shows who means it.',
    gives: 'No time lost on what could be looked up',
  },
  'promises.kept': {
    prompt: 'No promise of ours is late',
    short: 'Our promises kept',
    ask: 'Is there anything that you are still waiting for from us?',
    proof: 'nothing of ours is past its day',
    coach: 'What do you owe them?',
    why: 'They judge how we will deliver by how we keep our word now.',
    gives: 'What we owe you, on its day',
  },
};

/** As a question of a playbook, so that the sum, the gaps and the list treat it like any other. */
export function questionFor(id: InteractionId): Question {
  return { id, phase: 'qualify', weight: 2, freshDays: 1, recheckOn: [], ...WORDS[id] };
}

/** What the four are answered from. */
export interface InteractionInput {
  meetings: readonly Meeting[];
  promises: readonly DealPromise[];
  today: IsoDay;
}

/**
 * The next meeting: of those neither held nor cancelled, the first from today on; without one,
 * the latest draft that has no date. `null` when nothing is planned.
 */
export function nextMeeting(meetings: readonly Meeting[], today: IsoDay): Meeting | null {
  const open = meetings.filter((meeting) => !['held', 'debriefed', 'cancelled'].includes(stateOf(meeting)));
  const ahead = open
    .filter((meeting) => (dayOfMeeting(meeting) ?? '') >= today)
    .toSorted((a, b) => (startOf(a) ?? 0) - (startOf(b) ?? 0));
  return ahead[0] ?? open.findLast(({ when }) => when === null) ?? null;
}

/** All four, in order, as `scoreDeal` takes them for its `extra`. */
export function interactionBasics(input: InteractionInput): Interaction[] {
  const next = nextMeeting(input.meetings, input.today);
  const seen: Record<InteractionId, [yes: boolean, reason: InteractionReason]> = {
    'next.dated': dated(next),
    'next.agreed': agreed(next),
    'next.prepared': prepared(next),
    'promises.kept': input.promises.some((promise) => promise.side === 'us' && isLate(promise, input.today))
      ? [false, 'late']
      : [true, 'noneLate'],
  };
  return INTERACTION_IDS.map((id): Interaction => {
    const [yes, reason] = seen[id];
    // Seen today, whenever it is looked at: it neither ages nor waits to be asked again.
    return {
      id,
      question: questionFor(id),
      reason,
      answer: { verdict: yes ? 'yes' : 'no', rung: 'shown', evidenceOn: input.today, at: 0 },
    };
  });
}

function dated(next: Meeting | null): [boolean, InteractionReason] {
  if (!next) return [false, 'noMeeting'];
  return next.when ? [true, 'dated'] : [false, 'noDate'];
}

function agreed(next: Meeting | null): [boolean, InteractionReason] {
  if (!next) return [false, 'noMeeting'];
  if (agreedAt(next) === null) return [false, 'notAgreed'];
  if (!next.when) return [false, 'noDate'];
  return agreed24(next) ? [true, 'agreed24'] : [false, 'agreedLate'];
}

function prepared(next: Meeting | null): [boolean, InteractionReason] {
  if (!next) return [false, 'noMeeting'];
  if (!next.prepare.theirs.some((line) => line.trim() !== '')) return [false, 'nothingToBring'];
  return stateOf(next) === 'draft' ? [false, 'notSent'] : [true, 'told'];
}
