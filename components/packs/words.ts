/** Why a pack was refused, and how far one is, in words. */
import { i18n } from '#i18n';
import type { Refusal } from '../../lib/domain/pack';
import type { Far } from '../../lib/state/far';
import { count } from '../format';
import { bytes, refusalWords } from '../options/words';

export function refusedWords(refusal: Refusal): string {
  switch (refusal.code) {
    case 'notJson':
      return i18n.t('packs.refused.notJson', [i18n.t(`options.refused.look.${refusal.look}`)]);
    case 'otherKind':
      return i18n.t(refusal.kind === 'backup' ? 'packs.refused.backup' : 'packs.refused.notFooting');
    case 'notFooting':
    case 'newer':
      return i18n.t(`packs.refused.${refusal.code}`);
    case 'tooLarge':
      return i18n.t('packs.refused.tooLarge', [bytes(refusal.bytes), bytes(refusal.most)]);
    default:
      return refusalWords(refusal);
  }
}

export function doingWords({ step, done, of }: NonNullable<Far['now']>): string {
  const whole = of ?? done;
  switch (step) {
    case 'reading':
      return i18n.t('taking.reading', done, [count(done)]);
    case 'keeping':
      return i18n.t('taking.keeping');
    case 'sealing':
      return i18n.t('taking.sealing', [bytes(done), bytes(whole)]);
    default:
      return i18n.t(`taking.${step}`, whole, [count(done), count(whole)]);
  }
}
