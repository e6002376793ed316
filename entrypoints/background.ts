import { i18n } from '#i18n';
import { defineBackground } from '#imports';
import { adviceLine } from '../components/advance/words';
import { barredLine, launcherLabel } from '../components/launcher-words';
import { badgeWords } from '../components/meeting/badge-words';
import { keepBackups } from '../lib/browser/backup-clock';
import { keepBadge } from '../lib/browser/badge';
import { onGrants } from '../lib/browser/grants';
import { serve } from '../lib/browser/worker';
import { closeLockInTime } from '../lib/state/lock';
import { tellReturns } from '../lib/state/notices';
import { adviceOn, numbersOf, rememberKnown } from '../lib/state/numbers';
import { mayRunOn } from '../lib/state/policy';
import { showReminders } from '../lib/state/reminders';
import { eraseThenBackUp } from '../lib/state/retention';
import { settle } from '../lib/state/site-access';

export default defineBackground(() => {
  closeLockInTime();
  keepBadge(async () => {
    await showReminders(badgeWords);
    await tellReturns((name) => i18n.t('decision.returns', [name]));
  });
  // What could not be settled now is at the next start, or when a site is turned on or off.
  onGrants(() => void settle().catch(() => undefined));
  keepBackups(eraseThenBackUp);
  serve({
    remember: rememberKnown,
    mayRunOn,
    barred: barredLine,
    async advice(deal) {
      const advice = await adviceOn(deal);
      return advice ? adviceLine(advice.check, advice.today) : '';
    },
    async numbersOf(deal) {
      const numbers = await numbersOf(deal);
      return { ...numbers, label: launcherLabel(numbers) };
    },
  });
});
