import { i18n } from '#i18n';
import { useUsage } from '../../lib/state/usage';
import { Fact } from './Fact';
import { bytes, count } from './words';

/** What is kept, in numbers. */
export function Kept() {
  const usage = useUsage();
  return (
    <section aria-labelledby="kept">
      <h3 id="kept">{i18n.t('options.data.kept')}</h3>
      <p className="quiet">{i18n.t('options.data.where')}</p>
      {usage === undefined && <p className="quiet">{i18n.t('options.data.loading')}</p>}
      {usage === null && <p>{i18n.t('options.data.unreadable')}</p>}
      {usage && (
        <>
          <dl className="facts">
            <Fact name={i18n.t('options.data.deals')}>{count(usage.deals)}</Fact>
            <Fact name={i18n.t('options.data.answers')}>{count(usage.answers)}</Fact>
            <Fact name={i18n.t('options.data.changes')}>{count(usage.changes)}</Fact>
            {usage.used !== null && usage.room !== null && (
              <Fact name={i18n.t('options.data.used')}>
                {i18n.t('options.data.usedOf', [bytes(usage.used), bytes(usage.room)])}
              </Fact>
            )}
          </dl>
          {usage.aside > 0 && <p className="note">{i18n.t('options.data.aside', usage.aside, [count(usage.aside)])}</p>}
        </>
      )}
    </section>
  );
}
