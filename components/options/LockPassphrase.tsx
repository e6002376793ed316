import { useState } from 'react';
import { Button, Form } from 'react-aria-components';
import { i18n } from '#i18n';
import { newPassphrase } from '../../lib/state/lock';
import { PassphraseField } from '../lock/PassphraseField';
import { NewPassphrase, NOTHING_TYPED } from './NewPassphrase';

/** Another passphrase for the same notes. */
export function LockPassphrase() {
  const [present, setPresent] = useState('');
  const [next, setNext] = useState(NOTHING_TYPED);
  const [outcome, setOutcome] = useState<'none' | 'working' | 'changed' | 'wrong' | 'failed'>('none');
  const change = async () => {
    if (next.flaw !== null || outcome === 'working') return setNext({ ...next, isTried: true });
    setOutcome('working');
    const done = await newPassphrase(present, next.first);
    setOutcome(done);
    if (done !== 'changed') return;
    setPresent('');
    setNext(NOTHING_TYPED);
  };
  return (
    <section>
      <h3>{i18n.t('lock.change.heading')}</h3>
      <Form
        className="lock-form"
        onSubmit={(event) => {
          event.preventDefault();
          void change();
        }}
      >
        <PassphraseField
          label={i18n.t('lock.change.present')}
          value={present}
          wrong={outcome === 'wrong' ? i18n.t('lock.wrong') : undefined}
          onChange={(typed) => {
            setPresent(typed);
            setOutcome('none');
          }}
        />
        <NewPassphrase typed={next} onChange={setNext} />
        <Button className="button" type="submit" isPending={outcome === 'working'}>
          {i18n.t('lock.change.button')}
        </Button>
      </Form>
      <p role="status" className="outcome">
        {outcome === 'changed' && i18n.t('lock.change.done')}
        {outcome === 'failed' && i18n.t('lock.failed')}
      </p>
    </section>
  );
}
