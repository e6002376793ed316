import { useState } from 'react';
import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import { showLauncherOn, useHiddenSites } from '../../lib/state/sites';
import { CrmTable } from './CrmTable';
import { ListMarks } from './sites/ListMarks';
import { OnSites } from './sites/OnSites';

/** The sites that were turned on, what was taught of them, and those on which the launcher was asked to go. */
export function SitesTab() {
  return (
    <>
      <OnSites />
      <ListMarks />
      <section aria-labelledby="sites-hidden">
        <h3 id="sites-hidden">{i18n.t('options.sites.hidden')}</h3>
        <Hidden />
      </section>
      <CrmTable />
    </>
  );
}

function Hidden() {
  const sites = useHiddenSites();
  const [outcome, setOutcome] = useState('');
  if (!sites) return null;
  if (sites === 'unread') return <p className="note">{i18n.t('options.sites.unread')}</p>;
  const show = async (origin: string) => {
    const done = await showLauncherOn(origin);
    setOutcome(i18n.t(done ? 'options.sites.shown' : 'options.sites.failed', [hostOf(origin)]));
  };
  return (
    <>
      <p className="quiet">{i18n.t('options.sites.hint')}</p>
      {sites.length === 0 && <p>{i18n.t('options.sites.empty')}</p>}
      <ul className="rows">
        {sites.map((origin) => (
          <li key={origin} className="row">
            <bdi className="row-name">{hostOf(origin)}</bdi>
            <Button
              className="button"
              aria-label={i18n.t('options.sites.showLong', [hostOf(origin)])}
              onPress={() => void show(origin)}
            >
              {i18n.t('options.sites.show')}
            </Button>
          </li>
        ))}
      </ul>
      <p role="status" className="outcome">
        {outcome}
      </p>
    </>
  );
}

const hostOf = (origin: string) => origin.replace(/^https?:\/\//, '');
