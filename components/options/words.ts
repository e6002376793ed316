/** Counts, sizes and refusals in words. */
import { i18n } from '#i18n';
import type { Instant } from '../../lib/domain/day';
import type { Refusal } from '../../lib/domain/pack';
import { instant } from '../format';

const locale = navigator.language;
const whole = new Intl.NumberFormat(locale);

/** "1,203" */
export function count(value: number): string {
  return whole.format(value);
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** "3.1 MB" */
export function bytes(value: number): string {
  const step = Math.min(UNITS.length - 1, value < 1000 ? 0 : Math.floor(Math.log10(value) / 3));
  const style = { style: 'unit', unit: UNITS[step], unitDisplay: 'short', maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(locale, style).format(value / 1000 ** step);
}

/** What a backup that was made by itself is called on screen. */
export function backupName({ made }: { made: Instant }): string {
  return i18n.t('backups.name', [instant(made)]);
}

/** Why a file was refused. */
export function refusalWords(refusal: Refusal): string {
  switch (refusal.code) {
    case 'notJson':
      return i18n.t('options.refused.notJson', [i18n.t(`options.refused.look.${refusal.look}`)]);
    case 'newer':
      return i18n.t('options.refused.newer', [count(refusal.format), count(refusal.reads)]);
    case 'truncated':
      return refusal.of === null
        ? i18n.t('options.refused.truncatedEarly')
        : i18n.t('options.refused.truncated', [count(refusal.found), count(refusal.of)]);
    case 'tooLarge':
      return i18n.t('options.refused.tooLarge', [bytes(refusal.bytes), bytes(refusal.most)]);
    case 'otherLength':
      return i18n.t('options.refused.otherLength', [bytes(refusal.bytes), bytes(refusal.of)]);
    case 'otherKind':
      return i18n.t(refusal.kind === 'backup' ? 'options.refused.otherKind' : 'options.refused.handedOver');
    case 'tooDeep':
      return i18n.t('options.refused.tooDeep', [count(refusal.most)]);
    case 'badRecord':
      if (refusal.record === 0) return i18n.t('options.refused.badHeader', [refusal.field]);
      return refusal.field
        ? i18n.t('options.refused.badField', [count(refusal.record), refusal.field])
        : i18n.t('options.refused.badRecord', [count(refusal.record)]);
    case 'duplicateId':
      return i18n.t('options.refused.duplicateId', [count(refusal.record)]);
    default:
      return i18n.t(`options.refused.${refusal.code}`);
  }
}
