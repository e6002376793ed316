/** Planning a meeting. A draft that nobody touched is not kept; the first edit keeps it. */
import { useMemo } from 'react';
import type { DealKey } from '../domain/deal';
import { type Meeting, type MeetingId, meetingSchema } from '../domain/meeting';
import { MEETING_PREFIX, meetingKey } from '../domain/meeting-log';
import { saveMeeting } from '../storage/meetings';
import { type Change, Changes, useChange } from './changing';

/** What an edit makes of the meeting as it is when it is kept: another panel may have added to it. */
export type Edit = (meeting: Meeting) => Meeting;

/** By what they touch: `purpose`, `topic t1 ask`. */
type Edits = Readonly<Record<string, Edit>>;

const edited = (meeting: Meeting, edits: Edits) => Object.values(edits).reduce((value, edit) => edit(value), meeting);
const shown = ({ base, saved, parts }: Change<Meeting, Edits>, kept = base) => edited(saved?.value ?? kept, parts);

/** Every meeting that is being planned. */
export const meetings = new Changes<Meeting, Edits>({
  read: (value) => meetingSchema.safeParse(value).data ?? null,
  revised: edited,
  save: (deal, _, meeting) => saveMeeting(deal, meeting),
  // The whole meeting as it is on the screen: an edit cannot be written down.
  draft: (change) => shown(change),
  found({ key, patch }) {
    const { data: left } = key.startsWith(MEETING_PREFIX) ? meetingSchema.safeParse(patch) : {};
    return left ? { base: left, parts: { left: () => left } } : null;
  },
});

/** A meeting on the screen. */
export interface Edited {
  meeting: Meeting;
  /** Set while an edit waits for the person to say that it is meant for this deal. */
  held: boolean;
}

/** A meeting, kept or drafted, with everything that was clicked and typed. */
export function useEdited(deal: DealKey, kept: Meeting): Edited {
  const mine = useChange(meetings, deal, meetingKey(kept.id));
  return useMemo(() => ({ meeting: mine ? shown(mine, kept) : kept, held: mine?.state === 'held' }), [mine, kept]);
}

/** A click: kept at once, if the page is still at the deal; says whether it is kept. */
export function changeMeeting(deal: DealKey, base: Meeting, slot: string, edit: Edit): Promise<boolean> {
  return meetings.change(deal, meetingKey(base.id), base, { [slot]: edit });
}

/** A key: kept as a draft at once. */
export function typeMeeting(deal: DealKey, base: Meeting, slot: string, edit: Edit): Promise<void> {
  return meetings.type(deal, meetingKey(base.id), base, { [slot]: edit });
}

/** A field was left: what was typed in it is kept. */
export function leaveMeeting(deal: DealKey, meeting: MeetingId): Promise<void> {
  return meetings.leave(deal, meetingKey(meeting));
}

/** The person says: this is meant for this deal. Also "try again". */
export function keepMeeting(deal: DealKey, meeting: MeetingId): Promise<void> {
  return meetings.keep(deal, meetingKey(meeting));
}

/** The person says: this was not meant. */
export function dropMeeting(deal: DealKey, meeting: MeetingId): Promise<void> {
  return meetings.drop(deal, meetingKey(meeting));
}

/** The meeting as it is kept at this moment; `null` while it is a draft that nobody touched. */
export function keptMeeting(deal: DealKey, meeting: MeetingId): Promise<Meeting | null> {
  return meetings.kept(deal, meetingKey(meeting));
}
