import { useEffect, useRef, useState } from 'react';
import { Button, Form } from 'react-aria-components';
import { i18n } from '#i18n';
import { openLock } from '../../lib/state/lock';
import { PassphraseField } from './PassphraseField';

interface LockFormProps {
  /** Counts the times that it was asked to take the keyboard. */
  asked: number;
}

/** The way into what is locked: one line. It says what is wrong, and what to do without the passphrase. */
export function LockForm({ asked }: LockFormProps) {
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [state, setState] = useState<'rest' | 'opening' | 'wrong' | 'failed'>('rest');
  const [hasForgotten, setForgotten] = useState(false);
  useEffect(() => {
    if (asked > 0) input.current?.focus();
  }, [asked]);
  const open = async () => {
    if (typed === '' || state === 'opening') return;
    setState('opening');
    const outcome = await openLock(typed);
    // Opened, this form is no more.
    if (outcome === 'open') return;
    setState(outcome);
    input.current?.select();
  };
  const wrong = state === 'wrong' || state === 'failed' ? i18n.t(`lock.${state}`) : undefined;
  return (
    <section className="lock" aria-labelledby="lock">
      <h2 id="lock">{i18n.t('lock.title')}</h2>
      <p className="quiet">{i18n.t('lock.hint')}</p>
      <Form
        className="lock-form"
        onSubmit={(event) => {
          event.preventDefault();
          void open();
        }}
      >
        <PassphraseField
          label={i18n.t('lock.passphrase')}
          value={typed}
          wrong={wrong}
          input={input}
          onChange={(text) => {
            setTyped(text);
            if (state !== 'opening') setState('rest');
          }}
        />
        <Button className="button first" type="submit" isPending={state === 'opening'}>
          {i18n.t('lock.open')}
        </Button>
      </Form>
      <p role="status" className="unseen">
        {state === 'opening' && i18n.t('lock.opening')}
      </p>
      <Button className="plain" aria-expanded={hasForgotten} onPress={() => setForgotten(!hasForgotten)}>
        {i18n.t('lock.forgot')}
      </Button>
      {hasForgotten && <p className="note">{i18n.t('lock.forgotLong')}</p>}
    </section>
  );
}
