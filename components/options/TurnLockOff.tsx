import { useState } from 'react';
import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import { turnLockOff } from '../../lib/state/lock';

/** Turning the lock off, after a second word. */
export function TurnLockOff() {
  const [asked, setAsked] = useState(false);
  return (
    <section>
      <h3>{i18n.t('lock.off.heading')}</h3>
      <p className="quiet">{i18n.t('lock.off.hint')}</p>
      {asked ? (
        <div className="note">
          <p role="status">{i18n.t('lock.off.sure')}</p>
          <Button className="button" onPress={() => void turnLockOff()}>
            {i18n.t('lock.off.yes')}
          </Button>
          <Button className="button" autoFocus onPress={() => setAsked(false)}>
            {i18n.t('words.cancel')}
          </Button>
        </div>
      ) : (
        <Button className="button" onPress={() => setAsked(true)}>
          {i18n.t('lock.off.button')}
        </Button>
      )}
    </section>
  );
}
