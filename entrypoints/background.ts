import { i18n } from '#i18n';
import { defineBackground } from '#imports';
import { serve } from '../lib/browser/worker';
import { numbersOf, rememberKnown } from '../lib/state/numbers';

/** The launcher's accessible name. */
function label(known: boolean, firmness: number | null, gaps: number): string {
  if (!known) return i18n.t('words.footing');
  const firm = firmness === null ? i18n.t('words.firmnessNone') : i18n.t('words.firmness', [String(firmness)]);
  return [i18n.t('words.footing'), firm, i18n.t('words.gaps', gaps)].join('. ');
}

export default defineBackground(() =>
  serve({
    remember: rememberKnown,
    async numbersOf(deal) {
      const numbers = await numbersOf(deal);
      return { ...numbers, label: label(numbers.known, numbers.firmness, numbers.gaps) };
    },
  }),
);
