import { useState } from 'react';
import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import { askHealth, type Health } from '../../lib/state/health';
import { saveNewestBackup, useNewestBackup } from '../../lib/state/newest-backup';
import { instant } from '../format';

/** Why storage does not work, and what to do. */
export function StorageTrouble({ reason }: { reason: Exclude<Health['state'], 'ok' | 'lost'> }) {
  return (
    <section className="note stop" role="alert">
      <p>
        <strong>{i18n.t(`panel.trouble.${reason}`)}</strong> {i18n.t(`panel.trouble.${reason}Hint`)}
      </p>
      <Button className="button" onPress={() => void askHealth()}>
        {i18n.t('words.retry')}
      </Button>
      {reason === 'broken' && <WayOut />}
    </section>
  );
}

/** The newest backup as a file: for a browser that never opens this storage again, and so cannot mend it either. */
function WayOut() {
  const made = useNewestBackup();
  const [outcome, setOutcome] = useState('');
  if (made === null) return null;
  const save = async () => {
    setOutcome(i18n.t((await saveNewestBackup()) ? 'backups.copied' : 'backups.notCopied'));
  };
  return (
    <>
      <p>{i18n.t('backups.stuck', [instant(made)])}</p>
      <Button className="button" onPress={() => void save()}>
        {i18n.t('backups.copy')}
      </Button>
      <p role="status" className="outcome">
        {outcome}
      </p>
    </>
  );
}
