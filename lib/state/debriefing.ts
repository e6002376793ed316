/** Telling how a meeting went: kept as a draft at each key, looked at once, and saved all together. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { addDays, type IsoDay, isDay } from '../domain/day';
import type { DealKey } from '../domain/deal';
import { type DebriefChange, debriefChanges } from '../domain/debrief';
import { heldAnswers } from '../domain/honesty';
import type { Debrief, Meeting, ToldTopic } from '../domain/meeting';
import { meetingKey } from '../domain/meeting-log';
import { withDebrief } from '../domain/meeting-state';
import { versionOf } from '../domain/playbook';
import type { DealPromise } from '../domain/promise';
import { type ScoredAnswer, scoreDeal } from '../domain/score';
import type { DealView } from '../domain/view';
import { instantOf, wallTime } from '../domain/zone';
import { saveTold } from '../storage/meetings';
import { draftOf } from './agenda';
import { discardDraft, holdDraft, takeOverDrafts } from './draft-rows';
import { keptMeeting, leaveMeeting } from './meeting';
import { alone, save } from './saving';

/** What is being told of a meeting. */
export interface Telling extends Debrief {
  promises: DealPromise[];
  /** The next meeting, if one was agreed: a day, and a time or the whole day. */
  next: { day: string; time: string };
}

const PREFIX = 'debrief:';
/** A promise is due in a week unless they said otherwise. */
const DUE_DAYS = 7;

const tellings = createStore<Record<string, Telling>>()(() => ({}));
const idOf = (deal: DealKey, meeting: Meeting) => `${deal} ${meeting.id}`;

/** What was told so far. */
export function useTelling(deal: DealKey, meeting: Meeting): Telling {
  const mine = useStore(tellings, (all) => all[idOf(deal, meeting)]);
  return mine ?? freshTelling(meeting);
}

/** Nothing is told yet; what was noted during the meeting is offered as what they said. */
function freshTelling({ topics, attendees }: Meeting): Telling {
  const theirs = attendees.filter(({ side }) => side === 'them');
  const who = theirs.length === 1 ? (theirs[0]?.name ?? '') : '';
  const told = topics.map(({ id, note }): ToldTopic => {
    return { topic: id, result: note.trim() === '' ? 'notReached' : 'answered', no: false, who, quote: note.trim() };
  });
  return { topics: told, unprepared: false, note: '', promises: [], next: { day: '', time: '' } };
}

/** A key or a click: on the screen, and in the draft, at once. */
export function tell(deal: DealKey, meeting: Meeting, change: Partial<Telling>): void {
  const id = idOf(deal, meeting);
  const telling = { ...(tellings.getState()[id] ?? freshTelling(meeting)), ...change };
  tellings.setState({ [id]: telling });
  void holdDraft(deal, PREFIX + meeting.id, { patch: telling, held: false });
}

/** The same for one topic. */
export function tellTopic(deal: DealKey, meeting: Meeting, telling: Telling, changed: ToldTopic): void {
  tell(deal, meeting, { topics: telling.topics.map((one) => (one.topic === changed.topic ? changed : one)) });
}

/** A promise that nobody has worded yet, due in a week. */
export function freshPromise(side: DealPromise['side'], meeting: Meeting | null, today: IsoDay): DealPromise {
  const id = crypto.randomUUID();
  const due = addDays(today, DUE_DAYS);
  return { id, side, who: '', what: '', due, state: 'open', closedOn: null, meeting: meeting?.id ?? null };
}

/** A deal is shown: what a crash left behind of a debrief is there again. */
export async function recoverTellings(deal: DealKey): Promise<void> {
  for (const { key, patch } of await takeOverDrafts(deal)) {
    const id = `${deal} ${key.slice(PREFIX.length)}`;
    if (key.startsWith(PREFIX) && !tellings.getState()[id]) tellings.setState({ [id]: patch as unknown as Telling });
  }
}

/** What saving would change, in order. */
export function changesOf(view: DealView, meeting: Meeting, telling: Telling, today: IsoDay): DebriefChange[] {
  const promises = telling.promises.filter(({ what, due }) => what.trim() !== '' && isDay(due));
  return debriefChanges({ meeting, debrief: debriefOf(telling), promises, answers: view.answers, today });
}

/**
 * Keeps what was told: the meeting, and of its changes those that were not taken out. Says whether
 * it did; what could not be kept is still in its fields.
 */
export async function keepTelling(
  view: DealView,
  meeting: Meeting,
  telling: Telling,
  changes: readonly DebriefChange[],
  today: IsoDay,
): Promise<boolean> {
  const { deal, playbook } = view;
  const answers = changes.filter((change) => change.kind === 'answer');
  const promises = changes.filter((change) => change.kind === 'promise').map(({ promise }) => promise);
  await leaveMeeting(deal, meeting.id);
  const write = async () => {
    const now = (await keptMeeting(deal, meeting.id)) ?? meeting;
    const told = withDebrief(now, debriefOf(telling), { who: '', at: Date.now() });
    if (!told.ok) return null;
    const next = nextOf(view, told.meeting, telling, answers, promises, today);
    await saveTold(deal, { meeting: told.meeting, answers, promises, next, version: versionOf(playbook) });
    return null;
  };
  const done = await save(deal, meetingKey(meeting.id), () => alone(deal, write));
  if (!done) return false;
  const { [idOf(deal, meeting)]: _, ...others } = tellings.getState();
  tellings.setState(others, true);
  await discardDraft(deal, PREFIX + meeting.id);
  return true;
}

function debriefOf({ topics, unprepared, note }: Telling): Debrief {
  return { topics, unprepared, note };
}

/** The next meeting, if they agreed on a day: drafted from what is open after this one. */
function nextOf(
  view: DealView,
  last: Meeting,
  { next }: Telling,
  answers: readonly Extract<DebriefChange, { kind: 'answer' }>[],
  promises: readonly DealPromise[],
  today: IsoDay,
): Meeting | null {
  if (!isDay(next.day)) return null;
  const at = Date.now();
  const given = Object.fromEntries(answers.map(({ question, answer }) => [question, { ...answer, at }]));
  const known: Record<string, ScoredAnswer> = { ...heldAnswers(view.answers), ...given };
  const { playbook, phase, sightings } = view;
  const score = scoreDeal({ playbook, phase, answers: known, sightings, today });
  const then = { ...view, score, promises: [...view.promises, ...promises.map((promise) => ({ ...promise, at }))] };
  const when =
    next.time === ''
      ? ({ kind: 'day', day: next.day } as const)
      : ({ kind: 'at', at: instantOf({ day: next.day, time: next.time }, last.zone) } as const);
  return draftOf(then, today, { id: crypto.randomUUID(), when, last });
}

/** The clock on the wall where a meeting is, for fields that a day and a time are typed in. */
export function wallOf({ when, zone }: Meeting): { day: string; time: string } {
  if (when === null) return { day: '', time: '' };
  return when.kind === 'day' ? { day: when.day, time: '' } : wallTime(when.at, zone);
}
