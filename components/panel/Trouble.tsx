import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import { openOptions } from '../../lib/state/elsewhere';
import type { TroubleKind } from '../../lib/state/health';
import { useNewestBackup } from '../../lib/state/newest-backup';
import { instant } from '../format';
import { Message } from '../Message';

interface TroubleProps {
  kind: TroubleKind;
  onRetry: () => void;
}

/** What is wrong with what is kept, and what to do. Stands in place of a checklist that could not be believed. */
export function Trouble({ kind, onRetry }: TroubleProps) {
  const backup = useNewestBackup();
  const isThere = kind === 'lost' && backup !== null;
  const hint = isThere ? i18n.t('backups.lost', [instant(backup)]) : i18n.t(`panel.trouble.${kind}Hint`);
  return (
    <Message alarming title={i18n.t(`panel.trouble.${kind}`)} hint={hint}>
      <Button className="button" onPress={onRetry}>
        {i18n.t('words.retry')}
      </Button>
      <Button className="button" onPress={() => void openOptions()}>
        {i18n.t('panel.trouble.openData')}
      </Button>
    </Message>
  );
}
