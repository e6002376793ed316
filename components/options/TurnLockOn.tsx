import { useState } from 'react';
import { Button, Form } from 'react-aria-components';
import { i18n } from '#i18n';
import { saveBackup, useSaving } from '../../lib/state/backup';
import { type Idle, turnLockOn } from '../../lib/state/lock';
import { Check } from '../Check';
import { IdlePick } from './LockIdle';
import { NewPassphrase, NOTHING_TYPED } from './NewPassphrase';

/** Turning the lock on: a backup first, then a passphrase, and the person's word that they know what it means. */
export function TurnLockOn() {
  const [typed, setTyped] = useState(NOTHING_TYPED);
  const [idle, setIdle] = useState<Idle>(15);
  const [isSure, setSure] = useState(false);
  const turnOn = () => {
    if (typed.flaw === null && isSure) void turnLockOn(typed.first, idle);
    else setTyped({ ...typed, isTried: true });
  };
  return (
    <section>
      <h3>{i18n.t('lock.set.heading')}</h3>
      <BackupFirst />
      <Form
        className="lock-form"
        onSubmit={(event) => {
          event.preventDefault();
          turnOn();
        }}
      >
        <NewPassphrase typed={typed} onChange={setTyped} />
        <IdlePick idle={idle} onChange={setIdle} />
        <Check isOn={isSure} onChange={setSure}>
          {i18n.t('lock.set.sure')}
        </Check>
        <p role="alert" className="small wrong">
          {typed.isTried && !isSure && i18n.t('lock.set.unsure')}
        </p>
        <Button className="button first" type="submit">
          {i18n.t('lock.set.on')}
        </Button>
      </Form>
    </section>
  );
}

function BackupFirst() {
  const saving = useSaving();
  return (
    <>
      <Button className="button" isPending={saving.state === 'working'} onPress={() => void saveBackup()}>
        {i18n.t('lock.set.first')}
      </Button>
      <p role="status" className="small quiet">
        {saving.state === 'done' ? i18n.t('options.out.done', [saving.name]) : i18n.t('lock.set.firstHint')}
      </p>
      {saving.state === 'failed' && (
        <p role="alert" className="note stop">
          {i18n.t('options.out.failed')} {i18n.t(`panel.trouble.${saving.reason}`)}
        </p>
      )}
    </>
  );
}
