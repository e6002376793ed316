/**
 * From gaps to an agenda: what is unknown about a deal becomes the topics of the next meeting,
 * in the customer's words, beside what is owed and what the last meeting did not get to.
 * Everything is a draft to edit.
 */

import { type Answer, fromCustomer } from './answer';
import { COMMITMENT_OF, COMMITMENT_WORDS } from './commitment';
import type { IsoDay } from './day';
import type { Attendee, Debrief, Meeting, Topic, When } from './meeting';
import { evenMinutes } from './meeting-edit';
import type { Phase } from './phase';
import { evened } from './phrase';
import { type DealPromise, isLate, rankPromises } from './promise';
import type { Score, Term } from './score';
import type { MeetingWords } from './words/meeting';
import type { Zone } from './zone';

/** More topics than this is a form, not a conversation. */
const MAX_TOPICS = 3;

/** What a draft is made from; `minutes` is the meeting's whole length. */
export interface DraftInput {
  id: string;
  score: Score;
  phase: Phase;
  promises: readonly DealPromise[];
  /** The last meeting that was debriefed; its topics that were not reached come back. */
  last: Pick<Meeting, 'topics' | 'debrief'> | null;
  attendees: readonly Attendee[];
  when: When | null;
  zone: Zone;
  minutes: number;
  today: IsoDay;
  words: MeetingWords;
}

type DraftTopic = Omit<Topic, 'id' | 'minutes' | 'note'>;

/** A meeting to edit, from what is open in a deal. */
export function draftMeeting(input: DraftInput): Meeting {
  const topics = draftTopics(input);
  const minutes = evenMinutes(input.minutes, topics.length);
  const { ask, fallback } = COMMITMENT_OF[input.phase];
  return {
    id: input.id,
    purpose: input.words.purpose[input.phase],
    valueGiven: topics.find(({ gives }) => gives !== '')?.gives ?? '',
    when: input.when,
    zone: input.zone,
    minutes: input.minutes,
    attendees: [...input.attendees],
    topics: topics.map((topic, index) => ({ ...topic, id: `t${index + 1}`, minutes: minutes[index] ?? 0, note: '' })),
    prepare: { ours: linesOf('us', input), theirs: linesOf('them', input) },
    commitment: { rung: ask, text: COMMITMENT_WORDS[ask], fallback: COMMITMENT_WORDS[fallback] },
    steps: [],
    shared: [],
    debrief: null,
  };
}

/**
 * What is owed and late comes first, then what was left over and is still open, then the gaps,
 * most worth asking first. Where there is a gap, one place is its own: a meeting that only tidies
 * up learns nothing.
 */
function draftTopics(input: DraftInput): DraftTopic[] {
  const gaps = gapTopics(input.score);
  const left = unfinishedTopics(input.last)
    .filter((topic) => topic.question === null || gaps.some(({ question }) => question === topic.question))
    .map(({ question, ask, gives, lead }) => ({ question, ask, gives, lead }));
  const more = gaps.filter(({ question }) => !left.some((topic) => topic.question === question));
  const owed = [...lateTopics(input), ...left];
  return [...owed.slice(0, more.length > 0 ? MAX_TOPICS - 1 : MAX_TOPICS), ...more].slice(0, MAX_TOPICS);
}

/** The gaps worth asking, all of them, as topics. */
function gapTopics({ gaps }: Score): DraftTopic[] {
  return gaps
    .filter(isWorthAsking)
    .map(({ question: { id, ask, gives } }) => ({ question: id, ask, gives, lead: 'them' }));
}

/** Not what Footing sees by itself, nor what the customer has answered with a plain no. */
function isWorthAsking({ observed, question, answer, recheck, age }: Term): boolean {
  if (observed || question.ask === '') return false;
  const toldNo = answer?.verdict === 'no' && fromCustomer(answer.rung);
  return !toldNo || recheck !== null || (age ?? 0) > question.freshDays;
}

/** One topic a side for what is late, ours first. */
function lateTopics({ promises, today, words }: DraftInput): DraftTopic[] {
  const late = (side: 'us' | 'them') =>
    rankPromises(promises, today)
      .filter((promise) => promise.side === side && isLate(promise, today))
      .map(({ what }) => what)
      .join('; ');
  const [ours, theirs] = [late('us'), late('them')];
  const topics: DraftTopic[] = [];
  if (ours) topics.push({ question: null, ask: words.weOwe(ours), gives: words.weOweGives, lead: 'us' });
  if (theirs) topics.push({ question: null, ask: words.theyOwe(theirs), gives: words.theyOweGives, lead: 'them' });
  return topics;
}

/** One to three lines: what that side promised and has not done, then what the phase asks for. */
function linesOf(side: 'us' | 'them', { promises, phase, today, words }: DraftInput): string[] {
  const promised = rankPromises(promises, today)
    .filter((promise) => promise.side === side && promise.state === 'open')
    .slice(0, 2)
    .map(({ what }) => words.bring(what));
  return [...promised, side === 'us' ? words.ours[phase] : words.theirs[phase]];
}

/** The topics that a debriefed meeting did not get to. */
function unfinishedTopics(last: { topics: readonly Topic[]; debrief: Debrief | null } | null): Topic[] {
  const told = last?.debrief?.topics ?? [];
  return (last?.topics ?? []).filter(({ id }) =>
    told.some(({ topic, result }) => topic === id && result === 'notReached'),
  );
}

/** What the customer could get, from the questions that are open: offered where "what they get" is typed. */
export function valueOffers(score: Score): string[] {
  return [...new Set(gapTopics(score).map(({ gives }) => gives))].filter((gives) => gives !== '');
}

/** The people whom answers name: offered as attendees, the most recent first. */
export function peopleNamed(answers: Iterable<Pick<Answer, 'who' | 'evidenceOn'>>): string[] {
  const recent = [...answers].toSorted((a, b) => (a.evidenceOn < b.evidenceOn ? 1 : -1));
  const names = recent.map(({ who }) => who.trim()).filter((who) => who !== '');
  return names.filter((name, index) => names.findIndex((one) => evened(one) === evened(name)) === index);
}

/** A mail to be sent instead of a meeting. */
export interface MailDraft {
  subject: string;
  body: string;
}

/**
 * A meeting that gives the customer nothing should be an e-mail: its text, with the questions;
 * `null` where the customer gets something.
 */
export function mailInstead(meeting: Meeting, words: MeetingWords): MailDraft | null {
  if (meeting.valueGiven.trim() !== '') return null;
  const questions = meeting.topics.map(({ ask }, index) => `${index + 1}. ${ask}`);
  const { subject, opening, ending } = words.mail;
  return { subject, body: [opening, '', ...questions, '', ending].join('\n') };
}
