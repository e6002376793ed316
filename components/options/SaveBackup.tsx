import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import { saveBackup, stopSaving, useSaving } from '../../lib/state/backup';
import { Share } from '../packs/Share';

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
      {saving.state === 'working' && <Share label={i18n.t('options.out.working')} far={saving} onStop={stopSaving} />}
      <p role="status" className="outcome">
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
