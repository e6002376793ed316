import { useState } from 'react';
import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import { draftAgenda } from '../../lib/domain/agenda';
import type { DealView } from '../../lib/domain/view';
import { copyAgenda } from '../../lib/state/agenda';

/** Up to three topics from the gaps, in the customer's words, ready for an e-mail. */
export function AgendaTab({ view }: { view: DealView }) {
  const [copied, setCopied] = useState<boolean | null>(null);
  const agenda = draftAgenda(view.score);
  if (agenda.topics.length === 0) return <p className="quiet agenda">{i18n.t('panel.agenda.empty')}</p>;
  const words = {
    title: i18n.t('panel.agenda.title'),
    line: (ask: string, minutes: number) => i18n.t('panel.agenda.line', [ask, String(minutes)]),
    gives: (text: string) => i18n.t('panel.agenda.forYou', [text]),
  };
  return (
    <div className="agenda">
      <p className="quiet">{i18n.t('panel.agenda.intro')}</p>
      <ol className="topics">
        {agenda.topics.map((topic) => (
          <li key={topic.question}>
            <p>
              {topic.ask}{' '}
              <span className="quiet nowrap">{i18n.t('panel.agenda.minutes', [String(topic.minutes)])}</span>
            </p>
            <p className="small quiet">{i18n.t('panel.agenda.gives', [topic.gives])}</p>
          </li>
        ))}
      </ol>
      <div className="agenda-ways">
        <Button className="button first" onPress={() => void copyAgenda(agenda, words).then(setCopied)}>
          {i18n.t('panel.agenda.copy')}
        </Button>
        <span role="status">{copied !== null && i18n.t(copied ? 'panel.agenda.copied' : 'panel.agenda.failed')}</span>
      </div>
    </div>
  );
}
