import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import { openOptions } from '../../lib/state/elsewhere';
import type { TroubleKind } from '../../lib/state/health';
import { Message } from '../Message';

interface TroubleProps {
  kind: TroubleKind;
  onRetry: () => void;
}

/** What is wrong with what is kept, and what to do. Stands in place of a checklist that could not be believed. */
export function Trouble({ kind, onRetry }: TroubleProps) {
  return (
    <Message alarming title={i18n.t(`panel.trouble.${kind}`)} hint={i18n.t(`panel.trouble.${kind}Hint`)}>
      <Button className="button" onPress={onRetry}>
        {i18n.t('words.retry')}
      </Button>
      <Button className="button" onPress={() => void openOptions()}>
        {i18n.t('panel.trouble.openData')}
      </Button>
    </Message>
  );
}
