import { useState } from 'react';
import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import { useAutoBackups } from '../../lib/state/auto-backup';
import { lookAtBackup } from '../../lib/state/backup';
import { goOnWithout } from '../../lib/state/loss';
import { instant } from '../format';
import { backupName, count } from './words';

/** The database came up with less than was once kept in it. Said until a backup or the person's word ends it. */
export function Loss({ had, has }: { had: number; has: number }) {
  const [asked, setAsked] = useState(false);
  const newest = useAutoBackups().backups?.files?.[0];
  const hint = newest ? i18n.t('backups.has', [instant(newest.made)]) : i18n.t('options.loss.hint');
  return (
    <section className="note stop" role="alert">
      <p>
        <strong>{i18n.t('options.loss.title')}</strong>{' '}
        {has < had ? i18n.t('options.loss.count', [count(has), count(had)]) : i18n.t('options.loss.others')}{' '}
        {asked ? i18n.t('options.loss.sure') : hint}
      </p>
      {asked ? (
        <>
          <Button className="button" onPress={() => void goOnWithout()}>
            {i18n.t('options.loss.yes')}
          </Button>
          <Button className="button" autoFocus onPress={() => setAsked(false)}>
            {i18n.t('words.cancel')}
          </Button>
        </>
      ) : (
        <>
          {newest && (
            <Button className="button first" onPress={() => void lookAtBackup(backupName(newest), newest)}>
              {i18n.t('backups.lookFirst')}
            </Button>
          )}
          <Button className="button" onPress={() => setAsked(true)}>
            {i18n.t('options.loss.go')}
          </Button>
        </>
      )}
    </section>
  );
}
