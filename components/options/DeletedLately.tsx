import { useState } from 'react';
import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import { type Deleted, putBack, useDeleted } from '../../lib/state/deleted';
import { usePlaybooks } from '../../lib/state/playbooks';
import { instant } from '../format';
import { entryName, excerptOf } from './entry-words';

/** What was deleted in the last 30 days, each with its way back. */
export function DeletedLately() {
  const deleted = useDeleted();
  const playbooks = usePlaybooks();
  const [outcome, setOutcome] = useState('');
  const team = playbooks.state === 'shown' ? playbooks.team : null;
  const back = async (one: Deleted, name: string) => {
    const done = await putBack(one);
    if (done === 'done' || done === 'overtaken') setOutcome(i18n.t(`deleted.${done}`, [name]));
    else setOutcome(`${i18n.t('deleted.failed')} ${i18n.t(`panel.trouble.${done}`)}`);
  };
  if (deleted === undefined) return null;
  return (
    <section aria-labelledby="deleted">
      <h3 id="deleted">{i18n.t('deleted.heading')}</h3>
      <p className="quiet">{i18n.t('deleted.hint')}</p>
      {deleted === null && <p>{i18n.t('options.data.unreadable')}</p>}
      {deleted?.length === 0 && <p>{i18n.t('deleted.none')}</p>}
      <ul className="rows">
        {deleted?.map((one) => {
          const name = entryName(one.key, one.before, team);
          return (
            <li key={one.op.id} className="row">
              <span className="row-name">
                <bdi>{name}</bdi>{' '}
                <span className="quiet">
                  <bdi>{one.name || i18n.t('recent.noName')}</bdi>, {instant(one.at)}
                </span>
                {one.key.startsWith('answer:') && excerptOf(one.before) !== '' && (
                  <span className="small quiet block">
                    <bdi>{excerptOf(one.before)}</bdi>
                  </span>
                )}
              </span>
              <Button
                className="button"
                aria-label={i18n.t('deleted.backLong', [name])}
                onPress={() => void back(one, name)}
              >
                {i18n.t('deleted.back')}
              </Button>
            </li>
          );
        })}
      </ul>
      <p role="status" className="outcome">
        {outcome}
      </p>
    </section>
  );
}
