import { useState } from 'react';
import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import { goOnWithout } from '../../lib/state/loss';
import { count } from './words';

/** The database came up with less than was once kept in it. Said until a backup or the person's word ends it. */
export function Loss({ had, has }: { had: number; has: number }) {
  const [asked, setAsked] = useState(false);
  return (
    <section className="note stop" role="alert">
      <p>
        <strong>{i18n.t('options.loss.title')}</strong> {i18n.t('options.loss.count', [count(has), count(had)])}{' '}
        {i18n.t(asked ? 'options.loss.sure' : 'options.loss.hint')}
      </p>
      {asked ? (
        <>
          <Button className="button" onPress={() => void goOnWithout()}>
            {i18n.t('options.loss.yes')}
          </Button>
          <Button className="button" autoFocus onPress={() => setAsked(false)}>
            {i18n.t('words.cancel')}
          </Button>
        </>
      ) : (
        <Button className="button" onPress={() => setAsked(true)}>
          {i18n.t('options.loss.go')}
        </Button>
      )}
    </section>
  );
}
