/**
 * Footing on a page of a site that the person turned it on for. The page knows no CRM: how the
 * addresses there are told apart is asked once. Where the site is not turned on (any more), nothing
 * more happens.
 */
import { listsAt, namedIn } from '../crm/address';
import type { SiteRules, ToWorker } from './messages';
import { watchPage } from './page';

declare const chrome: typeof import('#imports').browser;

export async function watchSite(): Promise<void> {
  const question: ToWorker = { t: 'rules' };
  const rules: SiteRules = await chrome.runtime.sendMessage(question).catch(() => null);
  if (!rules) return;
  watchPage(
    (url) => namedIn(rules, url)?.hint ?? null,
    (url) => listsAt(rules, url),
    rules.card,
  );
}
