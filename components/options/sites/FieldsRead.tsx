import { i18n } from '#i18n';
import { dayOf, type IsoDay } from '../../../lib/domain/day';
import { FIELDS, type Field } from '../../../lib/domain/deal';
import { fieldHealth, isLost, type SiteHealth } from '../../../lib/domain/reading';
import { ago } from '../../format';
import { fieldWord, wayWords } from '../../sites/words';

/** Of each field, when it was last read on a site and from where, or that it is read no more. */
export function FieldsRead({ health, today }: { health: SiteHealth; today: IsoDay }) {
  return (
    <ul className="changes">
      {FIELDS.map((field) => (
        <li key={field} className={isLost(fieldHealth(health, field)) ? 'look' : undefined}>
          {fieldLine(field, health, today)}
        </li>
      ))}
    </ul>
  );
}

function fieldLine(field: Field, health: SiteHealth, today: IsoDay): string {
  const one = fieldHealth(health, field);
  if (one.at === null) return i18n.t('sites.read.notYet', [fieldWord(field)]);
  if (isLost(one)) return i18n.t('sites.read.lost', [fieldWord(field)]);
  const day = dayOf(one.at, -new Date(one.at).getTimezoneOffset());
  return i18n.t('sites.read.at', [fieldWord(field), ago(day, today), wayWords(one.from ?? '')]);
}
