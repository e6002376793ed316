import { i18n } from '#i18n';
import { useCopiedReport } from '../../../lib/state/reading-report';
import { siteOf, turnOff, useReadings, useSites } from '../../../lib/state/site-access';
import { useToday } from '../../../lib/state/today';
import { hostOf, outcomeWords } from '../../sites/words';
import { SiteRow } from './SiteRow';
import { TaughtList } from './TaughtList';
import { TeachHere } from './TeachHere';
import { TurnOn } from './TurnOn';
import { useSaid } from './use-said';

/** Where Footing runs because the person turned it on there, how well it reads, and what it was taught. */
export function OnSites() {
  const sites = useSites();
  const readings = useReadings();
  const today = useToday().day;
  const report = useCopiedReport();
  const [outcome, setOutcome] = useSaid(sites);
  if (!sites) return null;
  // Lightning runs without being turned on; how it is read is known once a deal was looked at.
  const builtIn = [...readings.keys()].flatMap((origin) => {
    const site = siteOf(origin);
    return site?.builtIn && !sites.some((one) => one.origin === origin) ? [{ origin, crm: 'salesforce' as const }] : [];
  });
  const off = async (origin: string) => {
    const done = await turnOff(origin);
    setOutcome(done === 'done' ? i18n.t('sites.on.off', [hostOf(origin)]) : i18n.t('sites.on.failed'));
  };
  return (
    <>
      <TeachHere />
      <section aria-labelledby="sites-on">
        <h3 id="sites-on">{i18n.t('sites.on.heading')}</h3>
        <p className="quiet">{i18n.t('sites.on.hint')}</p>
        {sites.length + builtIn.length === 0 && <p>{i18n.t('sites.on.none')}</p>}
        <ul className="rows">
          {sites.map((site) => (
            <SiteRow
              key={site.origin}
              site={site}
              health={readings.get(site.origin) ?? {}}
              today={today}
              onOff={() => void off(site.origin)}
            />
          ))}
          {builtIn.map((site) => (
            <SiteRow
              key={site.origin}
              site={site}
              health={readings.get(site.origin) ?? {}}
              today={today}
              onOff={null}
            />
          ))}
        </ul>
        <h4>{i18n.t('sites.on.add')}</h4>
        <TurnOn
          onDone={(done, origin) =>
            setOutcome(outcomeWords(done, hostOf(origin)), done === 'done' ? origin : undefined)
          }
        />
        <p role="status" className="outcome">
          {outcome} {report && i18n.t(report.done ? 'sites.read.copied' : 'sites.read.notCopied')}
        </p>
      </section>
      <TaughtList sites={sites} />
    </>
  );
}
