import type { DealView } from '../../lib/domain/view';
import type { MeetingScreen as Open } from '../../lib/state/meeting-screen';
import { DuringMeeting } from './DuringMeeting';
import { Telling } from './Telling';

/** A meeting in place of everything else: while it is held, or while it is told. */
export function MeetingScreen({ view, screen }: { view: DealView; screen: Open }) {
  return screen.kind === 'during' ? (
    <DuringMeeting view={view} kept={screen.meeting} />
  ) : (
    <Telling view={view} kept={screen.meeting} />
  );
}
