import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import type { IsoDay } from '../../../lib/domain/day';
import { dayOf } from '../../../lib/domain/day';
import { FIELDS, type Field } from '../../../lib/domain/deal';
import { fieldHealth, isLost, type SiteHealth } from '../../../lib/domain/reading';
import { copyReport } from '../../../lib/state/reading-report';
import type { Site } from '../../../lib/state/site-access';
import { ago } from '../../format';
import { crmName, fieldWord, hostOf, wayWords } from '../../sites/words';

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
          <ul className="changes">
            {FIELDS.map((field) => (
              <li key={field} className={isLost(fieldHealth(health, field)) ? 'look' : undefined}>
                {fieldLine(field, health, today)}
              </li>
            ))}
          </ul>
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

function fieldLine(field: Field, health: SiteHealth, today: IsoDay): string {
  const one = fieldHealth(health, field);
  if (one.at === null) return i18n.t('sites.read.notYet', [fieldWord(field)]);
  if (isLost(one)) return i18n.t('sites.read.lost', [fieldWord(field)]);
  const day = dayOf(one.at, -new Date(one.at).getTimezoneOffset());
  return i18n.t('sites.read.at', [fieldWord(field), ago(day, today), wayWords(one.from ?? '')]);
}
