import { i18n } from '#i18n';
import type { Change } from '../../lib/domain/fold';
import { instant } from '../format';

/** What was seen to change on the deal's page, newest first. */
export function Changes({ changes }: { changes: readonly Change[] }) {
  return (
    <section aria-labelledby="deal-changed">
      <h3 id="deal-changed">{i18n.t('panel.deal.changed')}</h3>
      {changes.length === 0 && <p className="quiet">{i18n.t('panel.deal.unchanged')}</p>}
      <ol className="changes">
        {changes.toReversed().map((change) => (
          <li key={`${change.at} ${change.field}`}>
            <span className="small quiet block">{instant(change.at)}</span>
            <bdi>{i18n.t('panel.deal.moved', [i18n.t(`words.field.${change.field}`), change.from, change.to])}</bdi>
            {change.pushed && <span className="look small"> {i18n.t('panel.deal.pushed')}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
