import { useState } from 'react';
import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import { type Outcome, teachFromHere, useTeachWish } from '../../../lib/state/site-access';
import { hostOf } from '../../sites/words';

/** Where a panel leads that can ask nobody itself: the site of its page is allowed here, and the way goes back there. */
export function TeachHere() {
  const wish = useTeachWish();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  if (!wish) return null;
  const host = hostOf(wish.origin);
  return (
    <section aria-labelledby="teach-here" className="note">
      <h3 id="teach-here">{i18n.t('sites.elsewhere.heading', [host])}</h3>
      <p>{i18n.t('sites.elsewhere.hint')}</p>
      <Button className="button first" onPress={() => void teachFromHere(wish).then(setOutcome)}>
        {i18n.t('sites.elsewhere.allow')}
      </Button>
      <p role="status">{outcome && i18n.t(`sites.elsewhere.${outcome}`)}</p>
    </section>
  );
}
