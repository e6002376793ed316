/**
 * A meeting: what it is for, what the customer gets from it, its topics, what each side
 * prepares, the commitment asked for, how far it is agreed, what was shared, and how it went.
 * A value: nothing here changes one, everything returns another.
 */
import { MAX_TEXT } from './answer';
import { COMMITMENTS, type Commitment } from './commitment';
import { addDays, DAY_MS, daySchema, type Instant, type IsoDay, MINUTE_MS } from './day';
import type { QuestionId } from './playbook';
import { z } from './z';
import { instantOf, wallTime, type Zone, zoneSchema } from './zone';

/** Any text that no other meeting of the deal has. */
export type MeetingId = string;

/** How far a meeting is. `changed`: the customer added or altered something. */
export const MEETING_STATES = ['draft', 'sent', 'changed', 'agreed', 'held', 'debriefed', 'cancelled'] as const;
export type MeetingState = (typeof MEETING_STATES)[number];

/** One step on the way, with who took it and when. */
export interface MeetingStep {
  state: MeetingState;
  who: string;
  at: Instant;
}

/** A meeting starts at an instant, or takes a day whose hour is not set (an all-day entry). */
export type When = { kind: 'at'; at: Instant } | { kind: 'day'; day: IsoDay };

/** Who does something: we, or the customer. */
export type Side = 'us' | 'them';

/** Somebody who takes part. */
export interface Attendee {
  name: string;
  /** May be empty: a name that a quote mentions has no address. */
  email: string;
  side: Side;
}

/** One topic of an agenda. */
export interface Topic {
  id: string;
  /** The question whose gap it closes; `null` for a promise, or for what somebody added. */
  question: QuestionId | null;
  /** In the customer's words. */
  ask: string;
  /** What the customer gets from talking about it. */
  gives: string;
  minutes: number;
  /** Who leads: `us`, `them`, or a person's name. */
  lead: string;
  /** What was noted during the meeting. Never leaves. */
  note: string;
}

/** How the time on a topic ended. */
export const TOPIC_RESULTS = ['answered', 'partly', 'notReached'] as const;
export type TopicResult = (typeof TOPIC_RESULTS)[number];

/** What was said to a topic. */
export interface ToldTopic {
  topic: string;
  result: TopicResult;
  /** Set where the customer's answer is a plain no. */
  no: boolean;
  /** Who at the customer said it; empty when nobody is named. */
  who: string;
  quote: string;
}

/** How a meeting went, as its seller told it. */
export interface Debrief {
  topics: ToldTopic[];
  /** The customer came without what they had been asked to prepare. */
  unprepared: boolean;
  /** Private: what the seller wants to remember. Never leaves. */
  note: string;
}

/** The ways in which an agenda or a recap leaves. */
const WAYS_OUT = ['copy', 'mail', 'ics', 'google', 'outlook'] as const;
export type WayOut = (typeof WAYS_OUT)[number];

/** What left, the way it went, and the text as it was. */
export interface Shared {
  at: Instant;
  what: 'agenda' | 'recap';
  way: WayOut;
  text: string;
}

/** A meeting, from the first draft to the debrief. */
export interface Meeting {
  id: MeetingId;
  /** In one sentence. */
  purpose: string;
  /** What the customer gets from it even if they never buy. */
  valueGiven: string;
  when: When | null;
  zone: Zone;
  /** Its whole length. */
  minutes: number;
  attendees: Attendee[];
  topics: Topic[];
  prepare: { ours: string[]; theirs: string[] };
  /** The one step asked for at the end, and a smaller one. */
  commitment: { rung: Commitment; text: string; fallback: string };
  /** Steps taken, oldest first; none means a draft. */
  steps: MeetingStep[];
  shared: Shared[];
  debrief: Debrief | null;
}

/** The longest line of an agenda, and the longest letter that is kept as it left; characters. */
export const MAX_LINE = 1000;
export const MAX_LETTER = 50_000;

/** The most that one meeting holds: far more than anybody plans, and little enough to be read at once. */
const MOST = { topics: 20, lines: 20, people: 100, steps: 200, letters: 200 } as const;

const id = z.string().min(1).max(100);
const line = z.string().max(MAX_LINE);
const lines = z.array(line).max(MOST.lines);
const text = z.string().max(MAX_TEXT);
const at = z.number().int();
const minutes = z.number().int().min(0).max(1440);

/** Unknown fields of a newer version are kept. */
export const meetingSchema = z.looseObject({
  id,
  purpose: line,
  valueGiven: line,
  when: z
    .discriminatedUnion('kind', [
      z.looseObject({ kind: z.literal('at'), at }),
      z.looseObject({ kind: z.literal('day'), day: daySchema }),
    ])
    .nullable(),
  zone: zoneSchema,
  minutes,
  attendees: z.array(z.looseObject({ name: line, email: line, side: z.enum(['us', 'them']) })).max(MOST.people),
  topics: z
    .array(
      z.looseObject({
        id,
        question: z.string().max(200).nullable(),
        ask: line,
        gives: line,
        minutes,
        lead: line,
        note: text,
      }),
    )
    .max(MOST.topics),
  prepare: z.looseObject({ ours: lines, theirs: lines }),
  commitment: z.looseObject({ rung: z.enum(COMMITMENTS), text: line, fallback: line }),
  steps: z.array(z.looseObject({ state: z.enum(MEETING_STATES), who: line, at })).max(MOST.steps),
  shared: z
    .array(
      z.looseObject({ at, what: z.enum(['agenda', 'recap']), way: z.enum(WAYS_OUT), text: z.string().max(MAX_LETTER) }),
    )
    .max(MOST.letters),
  debrief: z
    .looseObject({
      topics: z
        .array(
          z.looseObject({
            topic: z.string().max(100),
            result: z.enum(TOPIC_RESULTS),
            no: z.boolean(),
            who: line,
            quote: text,
          }),
        )
        .max(MOST.topics),
      unprepared: z.boolean(),
      note: text,
    })
    .nullable(),
});

/** How far a meeting is: its last step, and a draft before the first. */
export function stateOf(meeting: Meeting): MeetingState {
  return meeting.steps.at(-1)?.state ?? 'draft';
}

/** The instant it starts; a whole day starts at its midnight. `null` without a date. */
export function startOf({ when, zone }: Meeting): Instant | null {
  if (when === null) return null;
  return when.kind === 'at' ? when.at : instantOf({ day: when.day, time: '00:00' }, zone);
}

/** The calendar day on which it is, where it is. */
export function dayOfMeeting({ when, zone }: Meeting): IsoDay | null {
  if (when === null) return null;
  return when.kind === 'day' ? when.day : wallTime(when.at, zone).day;
}

/** The instant it ends; a whole day ends at its last midnight. `null` without a date. */
export function endOf({ when, zone, minutes }: Meeting): Instant | null {
  if (when === null) return null;
  return when.kind === 'at'
    ? when.at + minutes * MINUTE_MS
    : instantOf({ day: addDays(when.day, 1), time: '00:00' }, zone);
}

/** Whether its time has passed. */
export function isOver(meeting: Meeting, now: Instant): boolean {
  const end = endOf(meeting);
  return end !== null && now >= end;
}

/** Whether to offer the debrief: it was held, or its time has passed, and nobody told how it went. */
export function wantsDebrief(meeting: Meeting, now: Instant): boolean {
  const state = stateOf(meeting);
  if (state === 'held') return true;
  return state !== 'debriefed' && state !== 'cancelled' && isOver(meeting, now);
}

/** Whether to remind of it today: it is tomorrow and still a draft. */
export function wantsReminder(meeting: Meeting, now: Instant): boolean {
  const start = startOf(meeting);
  return stateOf(meeting) === 'draft' && start !== null && now < start && now >= start - DAY_MS;
}

/**
 * When the agenda was agreed as it stands: an agreement ends when either side changes the
 * agenda or sends another. `null` while it is not agreed.
 */
export function agreedAt({ steps }: Meeting): Instant | null {
  const last = steps.findLast(({ state }) => state !== 'held' && state !== 'debriefed');
  return last?.state === 'agreed' ? last.at : null;
}

/** The habit that is measured: agreed at least 24 hours before the start. */
export function agreed24(meeting: Meeting): boolean {
  const [agreed, start] = [agreedAt(meeting), startOf(meeting)];
  return agreed !== null && start !== null && start - agreed >= DAY_MS;
}

/** How often a calendar file of it was made: the next one's `SEQUENCE`. */
export function sequenceOf({ shared }: Meeting): number {
  return shared.filter(({ way }) => way === 'ics').length;
}
