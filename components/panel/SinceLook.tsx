import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import type { Change } from '../../lib/domain/fold';
import type { Playbook } from '../../lib/domain/playbook';
import type { FieldNews } from '../../lib/domain/sincelook';
import type { DealView } from '../../lib/domain/view';
import { dismissNews, useNews } from '../../lib/state/looking';
import { showInChecklist } from '../../lib/state/panel-store';
import { Sign } from '../Marks';

interface SinceLookProps {
  view: DealView;
  playbook: Playbook;
  changes: readonly Change[];
}

/** What changed since the seller last looked at this deal: on its page, and by time passing. */
export function SinceLook({ view, playbook, changes }: SinceLookProps) {
  const { fields, gone } = useNews(view, playbook, changes);
  if (fields.length + gone.length === 0) return null;
  return (
    <section className="since" aria-labelledby="since">
      <div className="since-head">
        <h2 className="label-line" id="since">
          {i18n.t('news.title')}
        </h2>
        <Button className="sign" aria-label={i18n.t('news.dismiss')} onPress={() => void dismissNews()}>
          <Sign of="close" />
        </Button>
      </div>
      <ul>
        {fields.map((field) => (
          <li key={field.field}>
            <FieldLine news={field} />
          </li>
        ))}
        {gone.map(({ question, reason }) => (
          <li key={question.id}>
            <Button className="row" onPress={() => showInChecklist(question.id)}>
              <span className="row-text">{i18n.t(`news.${reason}`, [question.short])}</span>
              <Sign of="right" />
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function FieldLine({ news }: { news: FieldNews }) {
  const { field, from, to, pushes } = news;
  return (
    <p>
      <bdi>{i18n.t('panel.deal.moved', [i18n.t(`words.field.${field}`), from, to])}</bdi>
      {pushes > 0 && <span className="look small"> {i18n.t('news.pushed', pushes, [String(pushes)])}</span>}
    </p>
  );
}
