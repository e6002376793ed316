import { useState } from 'react';
import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import { MAX_LETTER, type Meeting } from '../../lib/domain/meeting';
import type { DealView } from '../../lib/domain/view';
import { inOtherWords, leakCheck, leaksIn, recapLetter } from '../../lib/state/sharing';
import { useToday } from '../../lib/state/today';
import { Line } from './Line';
import { Share } from './Share';
import { language, leakLanguage, recapWords } from './words';

interface RecapCardProps {
  view: DealView;
  /** The meeting that was told. */
  meeting: Meeting;
  /** The one after it, if it is planned. */
  next: Meeting | null;
  rivals: readonly string[];
  onLater: () => void;
}

/** After the meeting: what was heard and promised, for the customer to correct. Gone once it was shared. */
export function RecapCard({ view, meeting, next, rivals, onLater }: RecapCardProps) {
  const today = useToday().day;
  const [typed, setTyped] = useState<string | null>(null);
  // It stays after it was shared, to say so, until the deal is opened again.
  const [isDue] = useState(() => !hasRecap(meeting));
  if (!isDue) return null;
  const promises = view.promises.filter((promise) => promise.meeting === meeting.id);
  const title = i18n.t('meeting.share.subjectRecap');
  const drafted = recapLetter({ meeting, promises, next }, recapWords(today), language, title);
  const letter = inOtherWords(drafted, typed ?? drafted.text);
  const leaks = leaksIn(letter.text, leakCheck(meeting, rivals, leakLanguage));
  return (
    <section className="recap" aria-labelledby="recap">
      <div className="recap-head">
        <h3 id="recap">{i18n.t('meeting.recap.title')}</h3>
        <Button className="plain" onPress={onLater}>
          {i18n.t('meeting.recap.later')}
        </Button>
      </div>
      <p className="small quiet">{i18n.t('meeting.recap.hint')}</p>
      <Line
        lines
        className="recap-text"
        label={i18n.t('meeting.recap.label')}
        value={letter.text}
        maxLength={MAX_LETTER}
        leaks={leaks}
        onType={setTyped}
      />
      <Share deal={view.deal} meeting={meeting} letter={letter} subject={title} leaks={leaks} anew={false} />
    </section>
  );
}

/** Whether the customer has got a recap of it. */
export function hasRecap({ shared }: Meeting): boolean {
  return shared.some(({ what }) => what === 'recap');
}
