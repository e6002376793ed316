/**
 * The sites that a person allows, each with a click of its own. What the browser has granted is the
 * truth: the list of sites and the script that is registered for them are made from it anew, each time.
 */
import { browser } from '#imports';
import { isBuiltIn } from '../crm/index';
import type { Site } from '../crm/site';
import { readListMarks } from './list-marks';
import { STILL_PORT, type ToTab } from './messages';
import { keepSites, rereadSites } from './sites';

/** The site that was asked for last: a pop-up may be gone before the person has answered the browser. */
const WISH = 'wished-site';

/** A site that a person wants; `teach`: the tab in which they go on to teach it. */
interface Wish extends Site {
  teach?: number;
}
const SCRIPT = 'site';
const MARKS = 'marks';

/**
 * What the browser is asked for a site, and gives back of it. Firefox knows no ports in patterns: all of
 * a host's are one. Chromium never takes back what a script of the manifest matches, "required"
 * (156, 2026-11): for Lightning it is asked for an address that is wider by its scheme.
 */
export function patternOf(origin: string): string {
  if (import.meta.env.FIREFOX) return `${origin.replace(/:\d+$/, '')}/*`;
  return `${isBuiltIn(new URL(origin)) ? origin.replace('https:', '*:') : origin}/*`;
}

/** Firefox lets a person take back any site, the manifest's own too, and tells that it did. */
export const CAN_BE_WITHHELD: boolean = import.meta.env.FIREFOX;

/** Whether the browser keeps Footing away from a site on which it runs by its manifest. */
export async function isWithheld(origin: string): Promise<boolean> {
  return CAN_BE_WITHHELD && !(await browser.permissions.contains({ origins: [patternOf(origin)] }));
}

const grantOf = (origin: string) => ({ permissions: ['scripting' as const], origins: [patternOf(origin)] });

/**
 * Asks the browser, which asks the person; only within a click, and for this site alone. Whether it
 * was granted. `settleSites` makes the rest of it, here or, where nobody is left here, in the worker.
 */
export async function askForSite({ origin, crm, teach }: Wish): Promise<boolean> {
  // Both at once: the browser takes the click only as long as nothing comes between.
  const wished = browser.storage.local.set({ [WISH]: { origin, crm, ...(teach !== undefined && { teach }) } });
  const [isGranted] = await Promise.all([browser.permissions.request(grantOf(origin)), wished]);
  return isGranted;
}

/** Whether a site was asked for last, and the browser was not told yes: a pop-up is gone before it hears of a no. */
export async function wasAskedFor(origin: string): Promise<boolean> {
  return asWish((await browser.storage.local.get(WISH))[WISH])?.origin === origin;
}

/**
 * Takes a site's permission back; with the last one, the permission to run scripts. The browser tells the
 * worker in the middle of it, which is to settle the rest once this is done.
 */
export function giveBackSite(origin: string): Promise<void> {
  return inTurn(() => giveBack(origin));
}

async function giveBack(origin: string): Promise<void> {
  const rest = (await rereadSites()).filter((site) => site.origin !== origin);
  // Lightning's own script stays, without what was taught.
  await (isBuiltIn(new URL(origin)) ? enterTabs(origin) : leaveTabs(origin));
  await browser.permissions.remove({ origins: [patternOf(origin)] });
  if (rest.length === 0) {
    // Without the permission nobody could take it back any more, and Firefox keeps it.
    await browser.scripting?.unregisterContentScripts();
    await browser.permissions.remove({ permissions: ['scripting'] });
  }
  await keepSites(rest);
}

/** Calls `changed` whenever the person or the browser changed what is granted, and at each start. */
export function onGrants(changed: () => void): void {
  browser.permissions.onAdded.addListener(changed);
  browser.permissions.onRemoved.addListener(changed);
  browser.runtime.onInstalled.addListener(changed);
  browser.runtime.onStartup.addListener(changed);
}

/** What was taught of each site, as the log has it. */
export type TaughtOf = (origin: string) => Site['taught'];

/**
 * Makes the list of sites, the registered script and what runs in open tabs what they should be:
 * computed from what is granted, never changed bit by bit. One after the other, wherever it is called.
 */
export function settleSites(taughtOf: TaughtOf): Promise<void> {
  return inTurn(() => settle(taughtOf));
}

const inTurn = (work: () => Promise<void>): Promise<void> => navigator.locks.request('footing sites', work);

async function settle(taughtOf: TaughtOf): Promise<void> {
  const before = await rereadSites();
  const wish = asWish((await browser.storage.local.get(WISH))[WISH]);
  const wanted = wish ? [...before.filter(({ origin }) => origin !== wish.origin), wish] : before;
  const granted: Site[] = [];
  for (const { origin, crm } of wanted) {
    if (!(await browser.permissions.contains(grantOf(origin)))) continue;
    const taught = taughtOf(origin);
    granted.push({ origin, crm, ...(taught && { taught }) });
  }
  granted.sort((a, b) => (a.origin < b.origin ? -1 : 1));
  const news = granted.filter((site) => inOrder(find(before, site)) !== inOrder(site));
  if (news.length > 0 || granted.length !== before.length) await keepSites(granted);
  await register(granted);
  if (before.some((site) => !find(granted, site))) await askAround();
  // Lightning has its script already, unless it was withheld; another is needed there only for what was taught.
  for (const site of news)
    if (CAN_BE_WITHHELD || !isBuiltIn(new URL(site.origin)) || site.taught || find(before, site)?.taught)
      await enterTabs(site.origin);
  await enterLists(news);
  if (!wish || !find(granted, wish)) return;
  await browser.storage.local.remove(WISH);
  if (wish.teach !== undefined) await teachIn(wish.teach);
}

const find = (sites: readonly Site[], { origin }: Site) => sites.find((site) => site.origin === origin);

/** As text to compare: the browser gives objects back with their keys in another order. */
function inOrder(value: unknown): string | undefined {
  const isPlain = (part: unknown) => typeof part === 'object' && part !== null && !Array.isArray(part);
  return JSON.stringify(value, (_, part) => (isPlain(part) ? Object.fromEntries(Object.entries(part).sort()) : part));
}

/** The wish is ours, but from a time before this document; anything else in its place is none. */
function asWish(kept: unknown): Wish | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { origin, crm, teach } = kept as Partial<Wish>;
  if (typeof origin !== 'string' || typeof crm !== 'string') return null;
  return { origin, crm, ...(typeof teach === 'number' && { teach }) };
}

/** Registers what runs on these sites and nothing else. Lightning's own script is in the manifest. */
async function register(sites: readonly Site[]): Promise<void> {
  // Without the permission nothing is registered. Chromium leaves what it gave with it, and lets nobody call it.
  if (!(await browser.permissions.contains({ permissions: ['scripting'] }))) return;
  const others = sites.filter(({ origin }) => !isBuiltIn(new URL(origin)));
  const scripts = [
    { id: SCRIPT, js: ['page-site.js'], sites: others },
    { id: MARKS, js: ['page-marks.js'], sites: (await readListMarks()) ? sites : [] },
  ];
  await browser.scripting.unregisterContentScripts();
  const wanted = scripts.flatMap(({ sites, ...script }) => {
    const matches = [...new Set(sites.map(({ origin }) => patternOf(origin)))];
    return matches.length > 0 ? [{ ...script, matches, runAt: 'document_idle' as const }] : [];
  });
  if (wanted.length > 0) await browser.scripting.registerContentScripts(wanted);
}

/** Puts the marks into the open lists of these sites, or takes them away, as the person wants it now. */
export async function enterLists(sites: readonly Site[]): Promise<void> {
  const wanted = await readListMarks();
  for (const { origin } of sites)
    for (const tabId of await tabsAt(origin)) await (wanted ? runIn(tabId, '/page-marks.js') : unmark(tabId));
}

function unmark(tabId: number): Promise<unknown> {
  // It runs in the page, beside `page-marks.js`, and can use nothing of this file. A page that may not be
  // entered has no marks.
  const func = () => (globalThis as { footingMarks?: () => void }).footingMarks?.();
  return browser.scripting.executeScript({ target: { tabId }, func }).catch(() => undefined);
}

/** Puts the script into the pages that are open, so that none has to be loaded anew. */
async function enterTabs(origin: string): Promise<void> {
  await leaveTabs(origin);
  const file = isBuiltIn(new URL(origin)) ? '/page-salesforce.js' : '/page-site.js';
  for (const id of await tabsAt(origin)) await runIn(id, file);
}

/** The scripts that run there make room for others, or for none. */
async function leaveTabs(origin: string): Promise<void> {
  const message: ToTab = { t: 'leave' };
  // A tab without Footing in it has nothing to leave.
  for (const id of await tabsAt(origin)) await browser.tabs.sendMessage(id, message).catch(() => undefined);
}

/** Whatever runs in a tab asks whether it still may: of a site that was taken back the browser tells no tabs. */
async function askAround(): Promise<void> {
  for (const { id } of await browser.tabs.query({}))
    if (id !== undefined) browser.tabs.connect(id, { name: STILL_PORT }).disconnect();
}

/** The browser tells the tabs of granted sites alone. */
async function tabsAt(origin: string): Promise<number[]> {
  const tabs = await browser.tabs.query({ url: patternOf(origin) });
  return tabs.flatMap(({ id, url }) => (id !== undefined && url?.startsWith(`${origin}/`) ? [id] : []));
}

/** Runs one of our scripts in a page, now. A page that may not be entered (an error page, a discarded tab) is left alone. */
async function runIn(
  tabId: number,
  file: '/page-salesforce.js' | '/page-site.js' | '/page-teach.js' | '/page-marks.js',
): Promise<boolean> {
  return browser.scripting.executeScript({ target: { tabId }, files: [file] }).then(
    () => true,
    () => false,
  );
}

/** Begins to teach the page of a tab; its site must be allowed. Whether it could. */
export function teachIn(tabId: number): Promise<boolean> {
  return runIn(tabId, '/page-teach.js');
}

/** The page in front, as far as the browser lets it be known: the click on the toolbar icon does that for this page alone. */
export async function pageInFront(): Promise<{ tabId: number; url: URL } | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const url = tab?.url ? URL.parse(tab.url) : null;
  return tab?.id !== undefined && url && /^https?:$/.test(url.protocol) ? { tabId: tab.id, url } : null;
}
