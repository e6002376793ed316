import { useState } from 'react';
import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import { type PageInFront, type Site, teachPage, turnOn, usePageInFront, useSites } from '../../lib/state/site-access';
import { CrmPick } from '../sites/CrmPick';
import { crmName, outcomeWords } from '../sites/words';

/** The site on which the toolbar icon was pressed: turned on there with one click, or taught. */
export function SiteHere() {
  const page = usePageInFront();
  const sites = useSites();
  // Where Footing runs anyway there is nothing to turn on.
  if (!page || !sites || (page.builtIn && !page.withheld)) return null;
  const site = sites.find(({ origin }) => origin === page.origin);
  return (
    <section className="site-here" aria-label={i18n.t('sites.here.label')}>
      {site ? <On page={page} site={site} /> : <Off page={page} />}
    </section>
  );
}

function Off({ page }: { page: PageInFront }) {
  const { origin, host, likely, tabId, asked, withheld } = page;
  const [crm, setCrm] = useState<Site['crm']>(likely ?? 'taught');
  // The browser's question closes the pop-up: what became of it is said when it is opened again.
  const [outcome, setOutcome] = useState(asked ? i18n.t('sites.here.asked') : '');
  // Another CRM has to be taught first; the page itself is the place for that.
  const press = async () =>
    setOutcome(outcomeWords(await turnOn(origin, crm, crm === 'taught' ? tabId : undefined), host));
  return (
    <>
      <p>
        <bdi className="strong">{i18n.t('sites.here.off', [host])}</bdi>
      </p>
      <p className="small quiet">{i18n.t(withheld ? 'sites.here.withheldHint' : 'sites.here.offHint')}</p>
      {!withheld && <CrmPick value={crm} onChange={setCrm} />}
      <Button className="button first" onPress={() => void press()}>
        {i18n.t('sites.on.turnOnLong', [host])}
      </Button>
      <p role="status" className="small">
        {outcome}
      </p>
    </>
  );
}

function On({ page, site }: { page: PageInFront; site: Site }) {
  const [failed, setFailed] = useState(false);
  const teach = async () => {
    const done = await teachPage({ origin: page.origin, crm: site.crm, tabId: page.tabId });
    setFailed(done !== 'done');
    if (done === 'done') window.close();
  };
  const needs = site.crm === 'taught' && !site.taught;
  return (
    <>
      <p>
        <bdi className="strong">{i18n.t(needs ? 'sites.here.onTaught' : 'sites.here.on', [page.host])}</bdi>{' '}
        {!needs && <span className="quiet">{crmName(site.crm)}</span>}
      </p>
      <div className="ways">
        <Button className={needs ? 'button first' : 'button'} onPress={() => void teach()}>
          {i18n.t('sites.here.teach')}
        </Button>
        <a className="link" href="/options.html#sites" target="_blank" rel="noreferrer">
          {i18n.t('sites.here.options')}
        </a>
      </div>
      {failed && (
        <p role="alert" className="note">
          {i18n.t('sites.note.failed')}
        </p>
      )}
    </>
  );
}
