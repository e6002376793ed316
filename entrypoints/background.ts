import { i18n } from '#i18n';
import { defineBackground } from '#imports';
import { adviceLine } from '../components/advance/words';
import { badgeWords } from '../components/meeting/badge-words';
import { keepBadge } from '../lib/browser/badge';
import { serve } from '../lib/browser/worker';
import { adviceOn, numbersOf, rememberKnown } from '../lib/state/numbers';
import { showReminders } from '../lib/state/reminders';

/** The launcher's accessible name. */
function label(known: boolean, firmness: number | null, gaps: number): string {
  if (!known) return i18n.t('words.footing');
  const firm = firmness === null ? i18n.t('words.firmnessNone') : i18n.t('words.firmness', [String(firmness)]);
  return [i18n.t('words.footing'), firm, i18n.t('words.gaps', gaps)].join('. ');
}

export default defineBackground(() => {
  keepBadge(() => showReminders(badgeWords));
  serve({
    remember: rememberKnown,
    async advice(deal) {
      const advice = await adviceOn(deal);
      return advice ? adviceLine(advice.check, advice.today) : '';
    },
    async numbersOf(deal) {
      const numbers = await numbersOf(deal);
      return { ...numbers, label: label(numbers.known, numbers.firmness, numbers.gaps) };
    },
  });
});
