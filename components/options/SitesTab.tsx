import { useState } from 'react';
import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import { showLauncherOn, useHiddenSites } from '../../lib/state/sites';

/** The sites on which the launcher was asked to go. */
export function SitesTab() {
  const sites = useHiddenSites();
  const [shown, setShown] = useState('');
  if (!sites) return null;
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
              onPress={() => {
                setShown(hostOf(origin));
                void showLauncherOn(origin);
              }}
            >
              {i18n.t('options.sites.show')}
            </Button>
          </li>
        ))}
      </ul>
      <p role="status" className="outcome">
        {shown && i18n.t('options.sites.shown', [shown])}
      </p>
    </>
  );
}

const hostOf = (origin: string) => origin.replace(/^https?:\/\//, '');
