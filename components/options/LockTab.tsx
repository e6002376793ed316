import { Button, ProgressBar } from 'react-aria-components';
import { i18n } from '#i18n';
import { lockNow, type Turning, useLock } from '../../lib/state/lock';
import { LockForm } from '../lock/LockForm';
import { LockIdle } from './LockIdle';
import { LockPassphrase } from './LockPassphrase';
import { TurnLockOff } from './TurnLockOff';
import { TurnLockOn } from './TurnLockOn';

const ABOUT = ['what', 'when', 'wrong', 'forgotten', 'backup', 'byItself', 'handover', 'disk', 'crash'] as const;

/** The lock on what a person writes: what it does and does not, and everything to do with it. */
export function LockTab() {
  const { lock, idle, turning } = useLock();
  if (lock === null) return null;
  const isTurning = turning.state === 'sealing' || turning.state === 'unsealing';
  return (
    <>
      <section>
        <p role="status">
          <strong>{i18n.t(`lock.state.${lock}`)}</strong>
        </p>
        {lock === 'open' && !isTurning && (
          <Button className="button first" onPress={() => void lockNow()}>
            {i18n.t('lock.now')}
          </Button>
        )}
        <HowFar of={turning} />
      </section>
      {lock === 'locked' && <LockForm asked={0} />}
      {lock === 'open' && !isTurning && (
        <>
          <LockIdle idle={idle} />
          <LockPassphrase />
          <TurnLockOff />
        </>
      )}
      <section>
        <h3>{i18n.t('lock.about.heading')}</h3>
        <ul className="lock-about">
          {ABOUT.map((one) => (
            <li key={one} className={one === 'forgotten' ? 'strong' : undefined}>
              {i18n.t(`lock.about.${one}`)}
            </li>
          ))}
        </ul>
      </section>
      {lock === 'off' && !isTurning && <TurnLockOn />}
    </>
  );
}

/** How far the lock is in being turned on or off, and how that ended. */
function HowFar({ of: turning }: { of: Turning }) {
  switch (turning.state) {
    case 'rest':
      return null;
    case 'sealing':
    case 'unsealing':
      return (
        <>
          <div className="reading">
            <ProgressBar aria-label={i18n.t(`lock.${turning.state}`)} value={turning.share * 100}>
              {({ percentage }) => (
                <span className="bar">
                  <span style={{ inlineSize: `${percentage}%` }} />
                </span>
              )}
            </ProgressBar>
          </div>
          <p role="status">
            {i18n.t(`lock.${turning.state}`)}. {i18n.t('lock.going')}
          </p>
        </>
      );
    case 'done':
      return <p role="status">{i18n.t(turning.turned === 'on' ? 'lock.wasOn' : 'lock.wasOff')}</p>;
    case 'failed':
      return (
        <p role="alert" className="note stop">
          {i18n.t('lock.stopped')} {i18n.t(`panel.trouble.${turning.reason}`)}
        </p>
      );
  }
}
