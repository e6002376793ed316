/** What the launcher says. */
import { i18n } from '#i18n';
import type { Numbers } from '../lib/state/numbers';

/** Its accessible name. */
export function launcherLabel({ known, firmness, gaps }: Numbers): string {
  const says = [i18n.t('words.footing')];
  if (firmness !== null) says.push(i18n.t('words.firmness', [String(firmness)]), i18n.t('words.gaps', gaps));
  else if (known) says.push(gaps > 0 ? i18n.t('panel.start', gaps) : i18n.t('words.firmnessNone'));
  return says.join('. ');
}

/** Where the page keeps the panel out: where it opens instead, by whether the browser lets a click open its side panel. */
export function barredLine(sidePanel: boolean): string {
  return i18n.t(sidePanel ? 'panel.barred.side' : 'panel.barred.bar');
}
