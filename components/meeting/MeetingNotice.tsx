import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import { wantsReminder } from '../../lib/domain/meeting';
import type { DealView } from '../../lib/domain/view';
import { useAgenda } from '../../lib/state/agenda';
import { openMeetingScreen } from '../../lib/state/meeting-screen';
import { useNow } from '../../lib/state/now';
import { showTab } from '../../lib/state/panel-store';
import { planOf } from './plan';
import { take } from './Steps';
import { timeWords } from './words';

/** What a meeting asks for now: to be told once its time has passed, to be shared the day before. */
export function MeetingNotice({ view }: { view: DealView }) {
  const { deal } = view;
  const { over, next, isKept } = useAgenda(view);
  const now = useNow();
  if (over) {
    return (
      <section className="note meeting-notice" aria-label={i18n.t('meeting.debrief.offer')}>
        <p>
          <b>{i18n.t('meeting.debrief.offer')}</b>{' '}
          <span className="quiet">{i18n.t('meeting.debrief.offerHint', [timeWords(over)])}</span>
        </p>
        <Button className="button first" onPress={() => openMeetingScreen({ deal, kind: 'telling', meeting: over })}>
          {i18n.t('meeting.debrief.open')}
        </Button>
        <Button
          className="plain"
          onPress={() =>
            take(
              planOf(deal, over, over, () => []),
              'cancelled',
              '',
              Date.now(),
            )
          }
        >
          {i18n.t('meeting.debrief.notHeld')}
        </Button>
      </section>
    );
  }
  if (!isKept || !wantsReminder(next, now)) return null;
  return (
    <section className="note meeting-notice">
      <p>{i18n.t('meeting.remind')}</p>
      <Button className="button" onPress={() => showTab('agenda')}>
        {i18n.t('panel.tab.agenda')}
      </Button>
    </section>
  );
}
