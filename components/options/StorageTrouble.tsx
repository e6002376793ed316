import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import { askHealth, type Health } from '../../lib/state/health';

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
    </section>
  );
}
