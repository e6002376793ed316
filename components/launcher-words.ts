/** The launcher's accessible name. */
import { i18n } from '#i18n';
import type { Numbers } from '../lib/state/numbers';

export function launcherLabel({ known, firmness, gaps }: Numbers): string {
  const says = [i18n.t('words.footing')];
  if (firmness !== null) says.push(i18n.t('words.firmness', [String(firmness)]), i18n.t('words.gaps', gaps));
  else if (known) says.push(gaps > 0 ? i18n.t('panel.start', gaps) : i18n.t('words.firmnessNone'));
  return says.join('. ');
}
