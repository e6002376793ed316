import { useState } from 'react';
import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import { mailInstead } from '../../lib/domain/draft-meeting';
import { MEETING_WORDS } from '../../lib/domain/words/meeting';
import { copyRest, mailTo } from '../../lib/state/sharing';
import type { Plan } from './plan';

/** A meeting that gives the customer nothing should be an e-mail: its text is ready. */
export function Instead({ plan, offers }: { plan: Plan; offers: readonly string[] }) {
  const { meeting, change } = plan;
  const [copied, setCopied] = useState(false);
  const mail = mailInstead(meeting, MEETING_WORDS);
  if (!mail) return null;
  return (
    <div className="note instead">
      <p>
        <b>{i18n.t('meeting.instead.title')}</b> {i18n.t('meeting.instead.hint')}
      </p>
      {offers.slice(0, 2).map((offer) => (
        <Button
          key={offer}
          className="button offer"
          onPress={() => change('valueGiven', (now) => ({ ...now, valueGiven: offer }))}
        >
          {offer}
        </Button>
      ))}
      <a className="button" href={mailTo(meeting, mail)} target="_blank" rel="noreferrer">
        {i18n.t('meeting.instead.open')}
      </a>
      <Button className="button" onPress={() => void copyRest(mail.body).then(setCopied)}>
        {i18n.t(copied ? 'panel.saved.copied' : 'meeting.instead.copy')}
      </Button>
    </div>
  );
}
