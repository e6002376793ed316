import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import type { DealView } from '../../lib/domain/view';
import { useClosing } from '../../lib/state/closing';
import { showTab } from '../../lib/state/panel-store';

/** At the top of a deal that is over, until somebody said how it ended: while it is fresh is when it is known. */
export function CloseNote({ view }: { view: DealView }) {
  const closing = useClosing(view.deal);
  if (view.phase !== 'closed' || !closing || closing.outcome) return null;
  return (
    <section className="deal-note close-note" aria-label={i18n.t('close.heading')}>
      <p>{i18n.t('close.fresh')}</p>
      <Button className="button" onPress={() => showTab('deal')}>
        {i18n.t('close.tell')}
      </Button>
    </section>
  );
}
