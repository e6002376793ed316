/** Which meeting of a deal is in hand: the one to tell of, the one to plan, the one to sum up. */
import { useMemo } from 'react';
import type { Instant, IsoDay } from '../domain/day';
import type { DealKey } from '../domain/deal';
import { draftMeeting } from '../domain/draft-meeting';
import { nextMeeting } from '../domain/interaction';
import { type Meeting, type MeetingId, startOf, stateOf, type When, wantsDebrief } from '../domain/meeting';
import type { DealView } from '../domain/view';
import { MEETING_WORDS } from '../domain/words/meeting';
import { useNow } from './now';
import { useToday } from './today';

const USUAL_MINUTES = 30;

/** The meetings of a deal that are in hand. */
export interface Agenda {
  /** Its time has passed, and nobody has told how it went. */
  over: Meeting | null;
  /** The next one, or a draft of it that nobody has touched yet. */
  next: Meeting;
  /** Whether `next` is more than a draft on the screen. */
  isKept: boolean;
  /** The last one that was told. */
  last: Meeting | null;
}

/** The same for a deal on the screen, now and as time passes. */
export function useAgenda(view: DealView): Agenda {
  const today = useToday().day;
  const now = useNow();
  return useMemo(() => agendaOf(view, today, now), [view, today, now]);
}

/** Which meetings are in hand at an instant; a draft keeps its id from look to look. */
function agendaOf(view: DealView, today: IsoDay, now: Instant): Agenda {
  const { meetings } = view;
  const isOver = (meeting: Meeting) => wantsDebrief(meeting, now);
  const ahead = nextMeeting(
    meetings.filter((meeting) => !isOver(meeting)),
    today,
  );
  return {
    over: latest(meetings.filter(isOver)),
    next: ahead ?? draftOf(view, today, { id: draftId(view.deal, meetings), when: null }),
    isKept: ahead !== null,
    last: latest(meetings.filter((meeting) => stateOf(meeting) === 'debriefed')),
  };
}

/** A draft from what is open in the deal, with the people of the last meeting. */
export function draftOf(
  view: DealView,
  today: IsoDay,
  { id, when, last }: { id: MeetingId; when: When | null; last?: Meeting },
): Meeting {
  const { score, phase, promises, meetings } = view;
  const before = last ?? latest(meetings.filter((meeting) => stateOf(meeting) === 'debriefed'));
  return draftMeeting({
    id,
    score,
    phase,
    promises,
    last: before,
    attendees: before?.attendees ?? [],
    when,
    zone: before?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    minutes: before?.minutes ?? USUAL_MINUTES,
    today,
    words: MEETING_WORDS,
  });
}

function latest(meetings: readonly Meeting[]): Meeting | null {
  return meetings.toSorted((a, b) => (startOf(a) ?? 0) - (startOf(b) ?? 0)).at(-1) ?? null;
}

const draftIds = new Map<DealKey, MeetingId>();

/** The id that the draft of a deal will be kept under: the same for as long as it is a draft. */
function draftId(deal: DealKey, meetings: readonly Meeting[]): MeetingId {
  const known = draftIds.get(deal);
  if (known !== undefined && !meetings.some(({ id }) => id === known)) return known;
  const fresh = crypto.randomUUID();
  draftIds.set(deal, fresh);
  return fresh;
}
