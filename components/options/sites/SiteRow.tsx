import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import type { IsoDay } from '../../../lib/domain/day';
import { FIELDS } from '../../../lib/domain/deal';
import { fieldHealth, type SiteHealth } from '../../../lib/domain/reading';
import { copyReport } from '../../../lib/state/reading-report';
import type { Site } from '../../../lib/state/site-access';
import { crmName, hostOf } from '../../sites/words';
import { FieldsRead } from './FieldsRead';

interface SiteRowProps {
  site: Site;
  health: SiteHealth;
  today: IsoDay;
  /** `null` for the site that runs without being turned on. */
  onOff: (() => void) | null;
}

/** One site: its CRM, how well its pages are read, and the way to turn it off. */
export function SiteRow({ site, health, today, onOff }: SiteRowProps) {
  const { origin, crm } = site;
  const host = hostOf(origin);
  const isRead = FIELDS.some((field) => fieldHealth(health, field).at !== null);
  return (
    <li className="site">
      <div className="site-head">
        <bdi className="row-name strong">{host}</bdi>
        <span className="quiet">{crmName(crm)}</span>
        {onOff && (
          <Button className="button" aria-label={i18n.t('sites.on.turnOffLong', [host])} onPress={onOff}>
            {i18n.t('sites.on.turnOff')}
          </Button>
        )}
      </div>
      {isRead ? (
        <details>
          <summary>{i18n.t('sites.read.label')}</summary>
          <FieldsRead health={health} today={today} />
          <Button
            className="plain"
            aria-label={i18n.t('sites.read.reportLong', [host])}
            onPress={() => void copyReport(crm, origin, null)}
          >
            {i18n.t('sites.read.report')}
          </Button>{' '}
          <span className="small quiet">{i18n.t('sites.read.reportHint')}</span>
        </details>
      ) : (
        <p className="small quiet">{i18n.t('sites.read.never')}</p>
      )}
    </li>
  );
}
