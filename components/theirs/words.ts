/** Whose a deal is, in words. */
import { i18n } from '#i18n';

const list = new Intl.ListFormat(i18n.t('lang'));

/** "Kim Lee", or that nobody said their name. */
export function nameWords(names: readonly string[]): string {
  return names.length > 0 ? list.format(names) : i18n.t('theirs.nobody');
}

/** "Handed over by Kim Lee." */
export function whoseWords(names: readonly string[]): string {
  return i18n.t('theirs.by', [nameWords(names)]);
}
