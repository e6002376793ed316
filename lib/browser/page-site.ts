/**
 * Footing on a page of a site that the person turned it on for. The page knows no CRM: how the
 * addresses there are told apart is asked once. Where the site is not turned on (any more), nothing
 * more happens.
 */
import { listsAt, namedIn } from '../crm/address';
import { type SiteRules, STILL_PORT, type ToWorker } from './messages';
import { watchPage } from './page';

declare const chrome: typeof import('#imports').browser;

/**
 * Where an address leaves open what it is of: how long the page is given to be redrawn before what
 * stands on it counts, and how often it is looked at.
 */
const SETTLED = 1000;

const question: ToWorker = { t: 'rules' };

/** How the addresses are told apart; a worker that was stopped under the question is asked again, ever rarer. */
async function askRules(gap = 1000): Promise<SiteRules> {
  try {
    return await chrome.runtime.sendMessage(question);
  } catch {
    if (!chrome.runtime.id) return null;
    await new Promise((resolve) => setTimeout(resolve, gap));
    return askRules(gap * 2);
  }
}

export async function watchSite(): Promise<void> {
  const rules = await askRules();
  if (!rules) return;

  let at = '';
  let since = 0;
  const isProven = ({ href }: URL) => {
    if (href !== at) since = performance.now();
    at = href;
    return performance.now() - since > SETTLED && document.querySelector(rules.witness ?? '*') !== null;
  };
  const hint = (url: URL) => {
    const named = namedIn(rules, url);
    return named && (!named.unsure || isProven(url)) ? named.hint : null;
  };
  // Where the site was turned off meanwhile, the worker answers by `leave`.
  chrome.runtime.onConnect.addListener(({ name }) => {
    if (name === STILL_PORT) chrome.runtime.sendMessage(question).catch(() => {});
  });
  const look = watchPage(hint, (url) => listsAt(rules, url), rules.card);
  const timer =
    rules.witness &&
    setInterval(() => {
      if (!chrome.runtime.id) clearInterval(timer);
      else if (namedIn(rules, new URL(location.href))?.unsure) look();
    }, SETTLED);
}
