import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import { allowFolder, chooseFolder, leaveFolder, type OwnFolder } from '../../lib/state/auto-backup';

/** A second place for backups: a folder of the person's, which outlives the browser's own. */
export function BackupFolder({ folder }: { folder: OwnFolder }) {
  return (
    <>
      <h4 className="minor">{i18n.t('backups.folder.heading')}</h4>
      <p className="quiet">{i18n.t(folder.state === 'never' ? 'backups.folder.never' : 'backups.folder.hint')}</p>
      {folder.state === 'none' && (
        <Button className="button" onPress={() => void chooseFolder()}>
          {i18n.t('backups.folder.choose')}
        </Button>
      )}
      {folder.state === 'asks' && (
        <div className="note">
          <p>
            {i18n.t('backups.folder.asks')} <bdi className="file-name">{folder.name}</bdi>
          </p>
          <Button className="button" onPress={() => void allowFolder()}>
            {i18n.t('backups.folder.allow')}
          </Button>
        </div>
      )}
      {folder.state === 'used' && (
        <p>
          {i18n.t('backups.folder.used')} <bdi className="file-name">{folder.name}</bdi>
        </p>
      )}
      {(folder.state === 'used' || folder.state === 'asks') && (
        <div className="ways">
          <Button className="button" onPress={() => void chooseFolder()}>
            {i18n.t('backups.folder.other')}
          </Button>
          <Button className="button" onPress={() => void leaveFolder()}>
            {i18n.t('backups.folder.leave')}
          </Button>
        </div>
      )}
    </>
  );
}
