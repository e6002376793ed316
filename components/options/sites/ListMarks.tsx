import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import { markedCrms } from '../../../lib/state/crms';
import { useListMarks, useUnmarkedOrgs } from '../../../lib/state/list-marks';
import { turnOn, useSites } from '../../../lib/state/site-access';
import { hostOf, outcomeWords } from '../../sites/words';
import { useSaid } from './use-said';

const names = new Intl.ListFormat(i18n.t('lang'));

/** Firmness beside the deals in the CRM's own lists: off, unless the person turns it on here. */
export function ListMarks() {
  const [on, set] = useListMarks();
  const sites = useSites() ?? [];
  const orgs = useUnmarkedOrgs(sites);
  const [outcome, setOutcome] = useSaid(sites);
  if (on === null) return null;
  const turn = async () => setOutcome((await set(!on)) ? '' : i18n.t('sites.on.failed'));
  const allow = async (origin: string) => {
    const done = await turnOn(origin, 'salesforce');
    if (done === 'done') setOutcome(i18n.t('lists.allowed', [hostOf(origin)]), origin);
    else setOutcome(outcomeWords(done, hostOf(origin)));
  };
  return (
    <section aria-labelledby="list-marks">
      <h3 id="list-marks">{i18n.t('lists.heading')}</h3>
      <p className="quiet">{i18n.t('lists.hint', [names.format(markedCrms())])}</p>
      <p className="quiet">{i18n.t('lists.seen')}</p>
      <p role="status">{i18n.t(on ? 'lists.on' : 'lists.off')}</p>
      <div>
        <Button className="button" onPress={() => void turn()}>
          {i18n.t(on ? 'lists.turnOff' : 'lists.turnOn')}
        </Button>
      </div>
      {on && orgs && orgs.length > 0 && (
        <>
          <p>{i18n.t('lists.lightning')}</p>
          <ul className="rows">
            {orgs.map((origin) => (
              <li key={origin} className="row">
                <bdi className="row-name">{hostOf(origin)}</bdi>
                <Button
                  className="button"
                  aria-label={i18n.t('lists.allowLong', [hostOf(origin)])}
                  onPress={() => void allow(origin)}
                >
                  {i18n.t('lists.allow')}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      <p role="status" className="outcome">
        {outcome}
      </p>
    </section>
  );
}
