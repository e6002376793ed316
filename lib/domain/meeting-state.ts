/**
 * From a draft to a debrief: which step may follow which. A meeting that nobody agreed to may
 * still be held, for that happens and has to be told as it was; what cannot be is refused with
 * the reason.
 */
import type { Instant } from './day';
import { type Debrief, type Meeting, type MeetingState, type Shared, stateOf } from './meeting';

const NEXT: Readonly<Record<MeetingState, readonly MeetingState[]>> = {
  draft: ['sent', 'held', 'cancelled'],
  sent: ['changed', 'agreed', 'held', 'cancelled'],
  changed: ['changed', 'sent', 'agreed', 'held', 'cancelled'],
  agreed: ['changed', 'sent', 'held', 'cancelled'],
  held: ['debriefed', 'cancelled'],
  debriefed: ['cancelled'],
  cancelled: [],
};

/** Why a step is refused. */
export type MoveRefusal =
  /** It was cancelled: nothing follows. */
  | 'cancelled'
  /** It is there already. */
  | 'already'
  /** The customer has seen nothing to agree to or to change. */
  | 'notSent'
  /** Only a meeting that was held can be told of. */
  | 'notHeld'
  /** It is over: the agenda cannot go back. */
  | 'over';

/** A meeting one step on, or why it stays. */
export type Moved = { ok: true; meeting: Meeting } | { ok: false; reason: MoveRefusal };

/** The steps that may come next. */
export function nextStates(meeting: Meeting): readonly MeetingState[] {
  return NEXT[stateOf(meeting)];
}

/** The meeting one step on, or why not. */
export function moveMeeting(meeting: Meeting, to: MeetingState, by: { who: string; at: Instant }): Moved {
  const from = stateOf(meeting);
  if (!NEXT[from].includes(to)) return { ok: false, reason: refusal(from, to) };
  return { ok: true, meeting: { ...meeting, steps: [...meeting.steps, { state: to, who: by.who, at: by.at }] } };
}

function refusal(from: MeetingState, to: MeetingState): MoveRefusal {
  if (from === to) return 'already';
  if (from === 'cancelled') return 'cancelled';
  if (from === 'held' || from === 'debriefed') return 'over';
  if (to === 'debriefed') return 'notHeld';
  return to === 'draft' ? 'already' : 'notSent';
}

/**
 * The meeting with what left kept word for word. Sharing the agenda sends it, where it had not
 * been sent as it stands.
 */
export function withShared(meeting: Meeting, shared: Shared, who: string): Meeting {
  const kept = { ...meeting, shared: [...meeting.shared, shared] };
  const state = stateOf(meeting);
  if (shared.what !== 'agenda' || (state !== 'draft' && state !== 'changed')) return kept;
  const sent = moveMeeting(kept, 'sent', { who, at: shared.at });
  return sent.ok ? sent.meeting : kept;
}

/** The meeting as told: held, if nobody had said so, and debriefed. */
export function withDebrief(meeting: Meeting, debrief: Debrief, by: { who: string; at: Instant }): Moved {
  const held = stateOf(meeting) === 'held' ? { ok: true as const, meeting } : moveMeeting(meeting, 'held', by);
  return held.ok ? moveMeeting({ ...held.meeting, debrief }, 'debriefed', by) : held;
}
