/**
 * The service worker: answers the pages, keeps their placement, and passes on the toolbar icon and
 * the shortcut. It believes a message no further than its sender: a page speaks for its own org.
 */
import { browser } from '#imports';
import type { CrmAdapter } from '../crm/adapter';
import { adapterAt } from '../crm/index';
import type { DealKey, RawDeal } from '../domain/deal';
import { isBarred, openBeside, recallBarred, wasBarred } from './barred';
import { heardByWorker } from './hear';
import css from './launcher.css?inline';
import { lend } from './lent';
import { readListMarks } from './list-marks';
import marksCss from './marks.css?inline';
import {
  DEFAULT_PLACEMENT,
  type LauncherNumbers,
  type ListKit,
  type Marks,
  type SiteRules,
  type ToTab,
  type ToWorker,
  type WorkerView,
} from './messages';
import { hasSidePanel } from './panel-page';
import { changePlacement, readPlacement } from './placement';
import { readSites, rereadSites } from './sites';

/** What the worker needs of the rooms that it may not enter. */
export interface Keeper {
  numbersOf(deal: DealKey): Promise<LauncherNumbers>;
  /** Keeps what a page shows, if the deal is known. */
  remember(raw: RawDeal): Promise<void>;
  /** Whether Footing may run on a CRM, by the first part of its deals' keys. */
  mayRunOn(crm: string): Promise<boolean>;
  /** What to know before a deal moves on, in words; `''` where there is nothing to say. */
  advice(deal: DealKey): Promise<string>;
  /** That a page keeps the panel out, in words, and where it opens instead: whether a click opens the side panel. */
  barred(sidePanel: boolean): string;
}

type Sender = Parameters<Parameters<typeof browser.runtime.onMessage.addListener>[0]>[1];

/** Where a message came from: the top document of a tab. */
interface Source {
  tabId: number;
  origin: string;
  address: URL;
}

/** One at a CRM. */
interface Page extends Source {
  adapter: CrmAdapter;
}

const RECENT = '/recent.html';
const PANEL = '/panel.html';
const UNKNOWN: LauncherNumbers = { known: false, firmness: null, gaps: 0, label: 'Footing' };

/** Starts to listen; to be called while the worker's script runs, so that no event is missed. */
export function serve(keeper: Keeper): void {
  lend();
  recallBarred();
  browser.runtime.onMessage.addListener((message: unknown, sender, reply) => {
    const source = sourceOf(sender);
    const heard = source && heardByWorker(message);
    if (!source || !heard) return;
    // The browser takes the click only as long as nothing comes between.
    const beside = heard.t === 'placed' && heard.placement.open ? openBeside(source.tabId) : null;
    answer(heard, source, keeper, beside).then(reply, () => reply(null));
    return true;
  });
  browser.action.onClicked.addListener((tab) => press(tab.id));
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'toggle-panel') press(tab?.id);
  });
}

type Answer = WorkerView | SiteRules | ListKit | Marks;

/** `beside`: whether the side panel opened instead, where the panel was wanted and cannot stand in the page. */
async function answer(
  message: ToWorker,
  source: Source,
  keeper: Keeper,
  beside: Promise<boolean> | null,
): Promise<Answer> {
  const page = await pageOf(source);
  if (!page) leave(source.tabId);
  if (!page || !(await keeper.mayRunOn(page.adapter.crm))) return null;
  const { tabId, origin } = page;
  if (message.t === 'rules') return page.adapter.rules;
  if (message.t === 'placed') {
    const { placement } = message;
    await changePlacement(origin, placement);
    if (!placement.open || !(await wasBarred(tabId))) return null;
    // The frame is empty.
    toggle(tabId);
    return (await beside) ? null : barredAt(message.url, page, keeper);
  }
  if (message.t === 'framed') {
    if (!(await isBarred(tabId, PANEL))) return null;
    if ((await readPlacement(origin)).open) toggle(tabId);
    return barredAt(message.url, page, keeper);
  }
  if (message.t === 'advancing') return advise(message, page, keeper);
  if (message.t === 'list' || message.t === 'marks') {
    // Lightning's script runs where its lists may not be marked.
    if (!(await readListMarks()) || !(await rereadSites()).some((site) => site.origin === origin)) return null;
    return message.t === 'list' ? listAt(message.url, page) : marksOf(message.urls, page, keeper);
  }
  const key = keyIn(message.url, page);
  if (message.t === 'at') {
    // With a popup a click opens it; without one it comes here, and goes on to the page.
    await browser.action.setPopup({ tabId, popup: key ? '' : RECENT });
  } else if (key) {
    // What was not kept now is read again at the next look.
    await keeper.remember({ ...message.raw, url: message.url, key }).catch(() => undefined);
  }
  return key && viewOf(key, page, keeper);
}

/** What a page needs to mark its list; `null` where it shows none, or none that tells which deal is which. */
function listAt(said: string, { origin, adapter: { place, rows } }: Page): ListKit | null {
  const url = URL.parse(said);
  const isList = url?.origin === origin && place(url)?.kind === 'list';
  return isList && rows.length > 0 ? { rows, css: marksCss } : null;
}

function marksOf(urls: readonly string[], page: Page, keeper: Keeper): Promise<Marks> {
  return Promise.all(
    urls.map(async (url) => {
      const key = keyIn(url, page);
      // What cannot be read has no mark; the panel says why.
      const numbers = key && (await keeper.numbersOf(key).catch(() => UNKNOWN));
      return numbers?.known ? numbers : null;
    }),
  );
}

/** What a page needs to show a deal. */
async function viewOf(key: DealKey, { origin, adapter }: Page, keeper: Keeper): Promise<WorkerView> {
  // Storage that cannot be read says so in the panel: the way to the panel must not need it.
  const numbers = await keeper.numbersOf(key).catch(() => UNKNOWN);
  const placement = await readPlacement(origin).catch(() => DEFAULT_PLACEMENT);
  return { numbers, placement, kit: { map: adapter.map, css } };
}

/** What a page is to say that keeps the panel out. */
async function barredAt(url: string | null, page: Page, keeper: Keeper): Promise<WorkerView | null> {
  const key = keyIn(url, page);
  return key && { ...(await viewOf(key, page, keeper)), line: keeper.barred(hasSidePanel()) };
}

/** The deal at an address of the sender's own origin; a page speaks for no other. */
function keyIn(said: string | null, { origin, adapter }: Page): DealKey | null {
  const url = said === null ? null : URL.parse(said);
  const place = url?.origin === origin ? adapter.place(url) : null;
  return place?.kind === 'deal' ? place.key : null;
}

/** The tabs in which another stage was chosen and not saved yet; forgotten with the worker. */
const chosen = new Set<number>();

/** A deal is about to move on: silence, unless there is something to know first. */
async function advise({ url, by, of }: ToWorker & { t: 'advancing' }, page: Page, keeper: Keeper) {
  const deal = by === 'dragstart' ? cardIn(of, page) : keyIn(url, page);
  if (by !== 'dragstart') {
    const move = page.adapter.moveOf(of);
    const saves = chosen.delete(page.tabId);
    if (move === 'chooses') chosen.add(page.tabId);
    if (move === 'saves' && !saves) return null;
  }
  const line = deal && (await keeper.advice(deal));
  if (!deal || !line) return null;
  const view = await viewOf(deal, page, keeper);
  return view.placement.hidden ? null : { ...view, line };
}

function cardIn(of: string, { adapter, address }: Page): DealKey | null {
  const id = adapter.cardId(of);
  return id === null ? null : `${adapter.crm}:${adapter.org(address)}:${id}`;
}

/** `null` for whoever is no top document of a tab: another extension, a frame within a page. */
function sourceOf({ id, frameId, tab, url, origin }: Sender): Source | null {
  if (id !== browser.runtime.id || frameId !== 0 || tab?.id === undefined || !url || !origin) return null;
  return { tabId: tab.id, origin, address: new URL(url) };
}

/** `null` for a page of no CRM, or of one that is not turned on. */
async function pageOf(source: Source): Promise<Page | null> {
  // What is built in runs without storage too. A script that enters a site that was just turned on asks at once.
  const adapter =
    adapterAt(source.address, await readSites().catch(() => [])) ??
    adapterAt(source.address, await rereadSites().catch(() => []));
  return adapter && { ...source, adapter };
}

/** A script that was left behind where the site is not turned on any more makes room. */
function leave(tabId: number): void {
  const message: ToTab = { t: 'leave' };
  browser.tabs.sendMessage(tabId, message, { frameId: 0 }).catch(() => undefined);
}

/** The toolbar icon or the shortcut. */
function press(tabId: number | undefined): void {
  if (tabId !== undefined && !openBeside(tabId)) toggle(tabId);
}

function toggle(tabId: number): void {
  const message: ToTab = { t: 'toggle' };
  // A tab without Footing in it has nothing to toggle.
  browser.tabs.sendMessage(tabId, message, { frameId: 0 }).catch(() => undefined);
}
