import type { DealKey } from '../../lib/domain/deal';
import type { Leak } from '../../lib/domain/leak';
import type { Meeting } from '../../lib/domain/meeting';
import { changeMeeting, type Edit, leaveMeeting, typeMeeting } from '../../lib/state/meeting';

/** A meeting in hand: as it is shown, and the ways to change it. */
export interface Plan {
  meeting: Meeting;
  /** What must not leave, in one piece of its text. */
  leaks: (text: string) => readonly Leak[];
  /** A key was pressed in the field called `slot`. */
  type: (slot: string, edit: Edit) => void;
  /** Something was clicked. */
  change: (slot: string, edit: Edit) => void;
  /** The field was left. */
  leave: () => void;
}

/** The plan of a meeting on the screen, with the ways to change it. */
export function planOf(deal: DealKey, base: Meeting, meeting: Meeting, leaks: Plan['leaks']): Plan {
  return {
    meeting,
    leaks,
    type: (slot, edit) => void typeMeeting(deal, base, slot, edit),
    change: (slot, edit) => void changeMeeting(deal, base, slot, edit),
    leave: () => void leaveMeeting(deal, base.id),
  };
}
