import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import { saveBackup, useSaving } from '../../lib/state/backup';

/** Everything as one file, into the downloads. */
export function SaveBackup() {
  const saving = useSaving();
  return (
    <section aria-labelledby="out">
      <h3 id="out">{i18n.t('options.out.heading')}</h3>
      <p className="quiet">{i18n.t('options.out.hint')}</p>
      <Button className="button first" isPending={saving.state === 'working'} onPress={() => void saveBackup()}>
        {i18n.t('options.out.button')}
      </Button>
      <p role="status" className="outcome">
        {saving.state === 'working' && i18n.t('options.out.working')}
        {saving.state === 'done' && i18n.t('options.out.done', [saving.name])}
      </p>
      {saving.state === 'failed' && (
        <p role="alert" className="note stop">
          {i18n.t('options.out.failed')} {i18n.t(`panel.trouble.${saving.reason}`)}
        </p>
      )}
    </section>
  );
}
