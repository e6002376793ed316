import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import { useNotices } from '../../lib/state/notices';

/** Notices of the system for deals that come back: off, unless the person turns them on here. */
export function Notices() {
  const [on, set] = useNotices();
  return (
    <section>
      <h3>{i18n.t('options.notices.heading')}</h3>
      <p className="quiet">{i18n.t('options.notices.hint')}</p>
      <p role="status">{on !== null && i18n.t(on ? 'options.notices.on' : 'options.notices.off')}</p>
      {on !== null && (
        <div>
          <Button className="button" onPress={() => void set(!on)}>
            {i18n.t(on ? 'options.notices.turnOff' : 'options.notices.turnOn')}
          </Button>
        </div>
      )}
    </section>
  );
}
