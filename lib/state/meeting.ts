/**
 * Planning a meeting, from the first key to the kept value. A draft that nobody touched is not
 * kept; the first edit keeps it. A click is saved at once; typed text is a draft at each key, and
 * is kept when its field is left, the panel is hidden, or the page goes to another deal.
 */
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { OpId } from '../domain/clock';
import type { DealKey } from '../domain/deal';
import { type Meeting, type MeetingId, meetingSchema } from '../domain/meeting';
import { MEETING_PREFIX, meetingKey, meetingsOf } from '../domain/meeting-log';
import { readDeal } from '../storage/deals';
import { authors } from '../storage/identity';
import { saveMeeting } from '../storage/meetings';
import { discardDraft, holdDraft, takeOverDrafts } from './draft-rows';
import { pageAgrees, saveAnyway, setMark } from './saving';

/** What an edit makes of the meeting as it is when it is kept: another panel may have added to it. */
export type Edit = (meeting: Meeting) => Meeting;

interface Pending {
  deal: DealKey;
  /** The meeting as it was shown: kept, or a draft that nobody has touched. */
  base: Meeting;
  /** Not yet kept, by what they touch (`purpose`, `topic t1 ask`); a newer one takes the place of the older. */
  edits: ReadonlyMap<string, Edit>;
  /** Kept, and not yet read back. */
  saved: { op: OpId; meeting: Meeting } | null;
  /** `held`: the page was not at the deal when it was edited; the person says whether it is meant for it. */
  state: 'asking' | 'agreed' | 'held';
}

const pending = createStore<Record<string, Pending>>()(() => ({}));

const idOf = (deal: DealKey, meeting: MeetingId) => `${deal} ${meeting}`;
const find = (deal: DealKey, meeting: MeetingId) => pending.getState()[idOf(deal, meeting)];

/** A meeting on the screen. */
export interface Edited {
  meeting: Meeting;
  /** Set while an edit waits for the person to say that it is meant for this deal. */
  held: boolean;
}

/** A meeting, kept or drafted, with everything that was clicked and typed. */
export function useEdited(deal: DealKey, kept: Meeting): Edited {
  const mine = useStore(pending, (all) => all[idOf(deal, kept.id)]);
  return useMemo(() => {
    if (!mine) return { meeting: kept, held: false };
    return { meeting: edited(mine.saved?.meeting ?? kept, mine.edits), held: mine.state === 'held' };
  }, [mine, kept]);
}

/** A click: kept at once, if the page is still at the deal; says whether it is kept. */
export async function changeMeeting(deal: DealKey, base: Meeting, slot: string, edit: Edit): Promise<boolean> {
  put(deal, base, slot, edit, 'asking');
  return settle(deal, base.id);
}

/** A key: kept as a draft at once. */
export async function typeMeeting(deal: DealKey, base: Meeting, slot: string, edit: Edit): Promise<void> {
  const began = find(deal, base.id);
  const fresh = !began || began.edits.size === 0;
  await hold(put(deal, base, slot, edit, fresh ? 'asking' : began.state));
  if (!fresh) return;
  const agreed = await pageAgrees(deal);
  if (find(deal, base.id)?.state !== 'asking') return;
  await hold(become(deal, base.id, { state: agreed ? 'agreed' : 'held' }));
  if (!agreed) setMark(deal, meetingKey(base.id), { state: 'waiting', again: () => keepMeeting(deal, base.id) });
}

/** A field was left: what was typed in it is kept. */
export async function leaveMeeting(deal: DealKey, meeting: MeetingId): Promise<void> {
  if (find(deal, meeting)?.state !== 'held') await settle(deal, meeting);
}

/** Everything typed and not yet kept is kept. */
export async function leaveAllMeetings(): Promise<void> {
  await Promise.all(Object.values(pending.getState()).map(({ deal, base }) => leaveMeeting(deal, base.id)));
}

/** The person says: this is meant for this deal. Also "try again". */
export async function keepMeeting(deal: DealKey, meeting: MeetingId): Promise<void> {
  if (!find(deal, meeting)) return;
  become(deal, meeting, { state: 'asking' });
  await settle(deal, meeting);
}

/** The person says: this was not meant. */
export async function dropMeeting(deal: DealKey, meeting: MeetingId): Promise<void> {
  forget(deal, meeting);
  setMark(deal, meetingKey(meeting), { state: 'undone' });
  await discardDraft(deal, meetingKey(meeting));
}

/** The deal was read back up to `newest`: what was kept by then is seen there. */
export function meetingsCaughtUp(deal: DealKey, newest: OpId): void {
  for (const one of Object.values(pending.getState())) {
    if (one.deal !== deal || !one.saved || one.saved.op > newest) continue;
    if (one.edits.size > 0) become(deal, one.base.id, { saved: null });
    else forget(deal, one.base.id);
  }
}

/** A deal is shown: what a crash left behind of its meetings is kept; what was held is asked again. */
export async function recoverMeetings(deal: DealKey): Promise<void> {
  for (const left of await takeOverDrafts(deal)) {
    const { data: meeting } = left.key.startsWith(MEETING_PREFIX) ? meetingSchema.safeParse(left.patch) : {};
    if (!meeting || find(deal, meeting.id)) continue;
    put(deal, meeting, 'left', () => meeting, left.held ? 'held' : 'agreed');
    if (!left.held) await settle(deal, meeting.id);
  }
}

/** The meeting as it is kept at this moment; `null` while it is a draft that nobody touched. */
export async function keptMeeting(deal: DealKey, meeting: MeetingId): Promise<Meeting | null> {
  const [doc, mine] = await Promise.all([readDeal(deal), authors()]);
  return (doc && meetingsOf(doc, mine).find(({ id }) => id === meeting)) ?? null;
}

function edited(meeting: Meeting, edits: Pending['edits']): Meeting {
  return [...edits.values()].reduce((value, edit) => edit(value), meeting);
}

function put(deal: DealKey, base: Meeting, slot: string, edit: Edit, state: Pending['state']): Pending {
  const last = find(deal, base.id);
  const edits = new Map(last?.edits);
  edits.delete(slot);
  const now: Pending = { deal, base, saved: last?.saved ?? null, edits: edits.set(slot, edit), state };
  pending.setState({ [idOf(deal, base.id)]: now });
  return now;
}

function become(deal: DealKey, meeting: MeetingId, change: Partial<Pending>): Pending | undefined {
  const last = find(deal, meeting);
  if (!last) return undefined;
  const now = { ...last, ...change };
  pending.setState({ [idOf(deal, meeting)]: now });
  return now;
}

function forget(deal: DealKey, meeting: MeetingId): void {
  const { [idOf(deal, meeting)]: _, ...others } = pending.getState();
  pending.setState(others, true);
}

/** The draft's row holds the whole meeting as it is on the screen; it is written at once, without a look at what is kept. */
async function hold(mine: Pending | undefined): Promise<void> {
  if (!mine) return;
  const patch = edited(mine.saved?.meeting ?? mine.base, mine.edits);
  await holdDraft(mine.deal, meetingKey(mine.base.id), { patch, held: mine.state !== 'agreed' });
}

/** Keeps what is pending; says whether it is kept. What was typed while the page agreed belongs to its deal. */
async function settle(deal: DealKey, meeting: MeetingId): Promise<boolean> {
  const key = meetingKey(meeting);
  const again = () => keepMeeting(deal, meeting);
  const mine = find(deal, meeting);
  if (!mine || mine.edits.size === 0) return true;
  if (mine.state === 'asking' && !(await pageAgrees(deal))) {
    setMark(deal, key, { state: 'waiting', again });
    await hold(become(deal, meeting, { state: 'held' }));
    return false;
  }
  const edits = find(deal, meeting)?.edits ?? mine.edits;
  let value = mine.base;
  const write = () =>
    alone(deal, async () => {
      const kept = await keptMeeting(deal, meeting);
      value = edited(kept ?? mine.base, edits);
      return JSON.stringify(value) === JSON.stringify(kept) ? null : saveMeeting(deal, value);
    });
  const done = await saveAnyway(deal, key, write, { again });
  if (!done) {
    await hold(become(deal, meeting, { state: 'agreed' }));
    return false;
  }
  const now = find(deal, meeting);
  // What was typed while it was written is still to be kept.
  const rest = new Map([...(now?.edits ?? [])].filter(([slot, edit]) => edits.get(slot) !== edit));
  const saved = done.op ? { op: done.op.id, meeting: value } : (now?.saved ?? null);
  if (rest.size === 0 && !saved) forget(deal, meeting);
  else become(deal, meeting, { edits: rest, saved, state: 'agreed' });
  if (rest.size === 0) await discardDraft(deal, key);
  return true;
}

/** Reading and writing is one step among all panels on the deal. */
function alone<T>(deal: DealKey, work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(`footing ${deal}`, work) as Promise<T>;
}
