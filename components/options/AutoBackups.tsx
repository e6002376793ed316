import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { i18n } from '#i18n';
import { backUpNow, useAutoBackups } from '../../lib/state/auto-backup';
import { lookAtBackup } from '../../lib/state/backup';
import { instant } from '../format';
import { Sign } from '../Marks';
import { BackupFolder } from './BackupFolder';
import { backupName, bytes, count } from './words';

type Files = NonNullable<NonNullable<ReturnType<typeof useAutoBackups>['backups']>['files']>;

/** The backups that Footing makes by itself, and a second place for them. */
export function AutoBackups() {
  const { backups, outcome } = useAutoBackups();
  if (!backups) return null;
  const { files, folder, trouble } = backups;
  const [newest, ...older] = files ?? [];
  const failed = outcome !== 'none' && outcome !== 'working' && outcome !== 'made' && outcome !== 'unchanged';
  return (
    <section aria-labelledby="auto">
      <h3 id="auto">{i18n.t('backups.heading')}</h3>
      <p className="quiet">{i18n.t('backups.hint')}</p>
      {files === null && <p className="note">{i18n.t('backups.nowhere')}</p>}
      {files?.length === 0 && <p>{i18n.t('backups.none')}</p>}
      {trouble && !failed && <p className="note stop">{i18n.t(`backups.trouble.${trouble}`)}</p>}
      {newest && <BackupRows files={[newest]} />}
      {older.length > 0 && (
        <Disclosure className="fold">
          <Heading level={4}>
            <Button slot="trigger" className="plain">
              <Sign of="right" />
              {i18n.t('backups.older', older.length, [count(older.length)])}
            </Button>
          </Heading>
          <DisclosurePanel>
            <BackupRows files={older} />
          </DisclosurePanel>
        </Disclosure>
      )}
      <Button className="button" isPending={outcome === 'working'} onPress={() => void backUpNow()}>
        {i18n.t('backups.now')}
      </Button>
      <p role="status" className="outcome">
        {outcome === 'working' && i18n.t('backups.working')}
        {outcome === 'made' && i18n.t('backups.made')}
        {outcome === 'unchanged' && i18n.t('backups.unchanged')}
      </p>
      {failed && (
        <p role="alert" className="note stop">
          {i18n.t(`backups.trouble.${outcome}`)}
        </p>
      )}
      <BackupFolder folder={folder} />
    </section>
  );
}

function BackupRows({ files }: { files: Files }) {
  return (
    <ul className="rows">
      {files.map((file) => (
        <li key={file.name} className="row">
          <span className="row-name">
            {instant(file.made)}{' '}
            <span className="quiet">
              {i18n.t(file.since === null ? 'backups.whole' : 'backups.since')}, {bytes(file.size)}
            </span>
          </span>
          <Button
            className="button"
            aria-label={i18n.t('backups.lookLong', [instant(file.made)])}
            onPress={() => void lookAtBackup(backupName(file), file)}
          >
            {i18n.t('backups.look')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
