import { useState } from 'react';
import { i18n } from '#i18n';
import { type MeetingId, stateOf } from '../../lib/domain/meeting';
import { meetingKey } from '../../lib/domain/meeting-log';
import type { DealView } from '../../lib/domain/view';
import { useAgenda } from '../../lib/state/agenda';
import { dropMeeting, keepMeeting, useEdited } from '../../lib/state/meeting';
import { openMeetingScreen } from '../../lib/state/meeting-screen';
import { agendaLetter, leakCheck, leaksIn, useRivals, useSince } from '../../lib/state/sharing';
import { Held } from '../panel/Held';
import { SavedMark } from '../panel/SavedMark';
import { Letter } from './Letter';
import { planOf } from './plan';
import { hasRecap, RecapCard } from './RecapCard';
import { Rivals } from './Rivals';
import { Share } from './Share';
import { SharedBefore } from './SharedBefore';
import { Since } from './Since';
import { Steps } from './Steps';
import { agendaWords, language, leakLanguage, subjectWords } from './words';

/** The next meeting: how far it is, its agenda as the customer will read it, and the ways out. */
export function AgendaTab({ view }: { view: DealView }) {
  const { deal } = view;
  const { next, isKept, last } = useAgenda(view);
  const { meeting, held } = useEdited(deal, next);
  const rivals = useRivals(deal);
  const check = leakCheck(meeting, rivals, leakLanguage);
  const letter = agendaLetter(meeting, agendaWords(), language);
  const leaks = leaksIn(letter.text, check);
  const plan = planOf(deal, next, meeting, (text) => leaksIn(text, check));
  const since = useSince(deal, meeting);
  const state = stateOf(meeting);
  const [later, setLater] = useState<MeetingId | null>(null);
  const recapIsDue = last !== null && last.id !== later && !hasRecap(last);
  return (
    <div className="agenda-tab">
      {last && last.id !== later && (
        <RecapCard
          key={last.id}
          view={view}
          meeting={last}
          next={isKept ? meeting : null}
          rivals={rivals}
          onLater={() => setLater(last.id)}
        />
      )}
      <Steps plan={plan} onMeet={() => openMeetingScreen({ deal, kind: 'during', meeting: next })} />
      {state === 'changed' && <Since state={state} since={since} />}
      <Share
        deal={deal}
        meeting={next}
        letter={letter}
        subject={subjectWords(meeting)}
        leaks={leaks}
        anew={since.agreed.length > 0}
        isFirst={!recapIsDue}
      >
        <p className={leaks.length > 0 ? 'small look' : 'small quiet'} role="status">
          {leaks.length > 0 ? i18n.t('meeting.leak.count', leaks.length) : i18n.t('meeting.leak.none')}
        </p>
      </Share>
      <Letter view={view} plan={plan} />
      <div className="agenda-foot">
        {state !== 'changed' && <Since state={state} since={since} />}
        {held && (
          <Held onKeep={() => void keepMeeting(deal, meeting.id)} onDrop={() => void dropMeeting(deal, meeting.id)} />
        )}
        {!held && (
          <SavedMark
            deal={deal}
            of={meetingKey(meeting.id)}
            again={() => void keepMeeting(deal, meeting.id)}
            text={letter.text}
          />
        )}
        <Rivals deal={deal} names={rivals} />
        <SharedBefore shared={meeting.shared} />
      </div>
    </div>
  );
}
