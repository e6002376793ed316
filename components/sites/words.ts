/** Sites, places on a page and how they are read, in words. */
import { i18n } from '#i18n';
import type { Field } from '../../lib/domain/deal';
import type { TaughtSpot } from '../../lib/domain/taught';
import { crmNameOf, type Outcome, type Site } from '../../lib/state/site-access';

/** A site as people say it. */
export function hostOf(origin: string): string {
  return origin.replace(/^https?:\/\//, '');
}

/** What the CRM of a site is called; one that was taught has no name of its own. */
export function crmName(crm: Site['crm']): string {
  return crmNameOf(crm) ?? i18n.t('sites.taughtCrm');
}

/** How one taught place is found: "what stands after "Amount"". */
function spotWords({ way, steps, inside, label }: TaughtSpot): string {
  if (way === 'label') return i18n.t('sites.words.label', [label ?? '']);
  if (way === 'place')
    return i18n.t('sites.words.place', [[...steps, ...(inside ?? [])].map(({ tag }) => tag).join(' > ')]);
  const mark = steps[0]?.mark;
  return i18n.t('sites.words.mark', [mark ? `${mark.name} = ${mark.value}` : '']);
}

/** All the places of a field in one line: the surest, and how many more. */
export function spotsWords([first, ...more]: readonly TaughtSpot[]): string {
  if (!first) return '';
  return more.length === 0
    ? spotWords(first)
    : `${spotWords(first)} ${i18n.t('sites.words.more', more.length, [String(more.length)])}`;
}

/** By which kind of place a field was read, from the reader's code. */
export function wayWords(from: string): string {
  const way = /^taught-(mark|label|place)$/.exec(from)?.[1] as TaughtSpot['way'] | undefined;
  return i18n.t(`sites.way.${way ?? 'adapter'}`);
}

/** How turning a site on or off ended, in words. */
export function outcomeWords(outcome: Outcome, host: string): string {
  return i18n.t(`sites.on.${outcome}`, [host]);
}

/** A field's name. */
export function fieldWord(field: Field): string {
  return i18n.t(`words.field.${field}`);
}
