/**
 * The service worker: answers the pages, keeps their placement, and passes on the toolbar icon and
 * the shortcut. It believes a message no further than its sender: a page speaks for its own org.
 */
import { browser } from '#imports';
import type { CrmAdapter } from '../crm/adapter';
import { adapterAt } from '../crm/index';
import type { DealKey, RawDeal } from '../domain/deal';
import css from './launcher.css?inline';
import {
  DEFAULT_PLACEMENT,
  type LauncherNumbers,
  type SitePlacement,
  type ToTab,
  type ToWorker,
  type WorkerView,
} from './messages';
import { changePlacement, readPlacement } from './placement';

/** What the worker needs of the rooms that it may not enter. */
export interface Keeper {
  numbersOf(deal: DealKey): Promise<LauncherNumbers>;
  /** Keeps what a page shows, if the deal is known. */
  remember(raw: RawDeal): Promise<void>;
}

type Sender = Parameters<Parameters<typeof browser.runtime.onMessage.addListener>[0]>[1];

/** Where a message came from: the top document of a tab at one org of a CRM. */
interface Page {
  tabId: number;
  origin: string;
  adapter: CrmAdapter;
  /** What the keys of its deals begin with. */
  prefix: string;
}

const RECENT = '/recent.html';
const UNKNOWN: LauncherNumbers = { known: false, firmness: null, gaps: 0, label: 'Footing' };

/** Starts to listen; to be called while the worker's script runs, so that no event is missed. */
export function serve(keeper: Keeper): void {
  browser.runtime.onMessage.addListener((message: unknown, sender, reply) => {
    const page = pageOf(sender);
    const heard = page && parse(message, page.prefix);
    if (!page || !heard) return;
    answer(heard, page, keeper).then(reply, () => reply(null));
    return true;
  });
  browser.action.onClicked.addListener((tab) => toggle(tab.id));
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'toggle-panel') toggle(tab?.id);
  });
}

async function answer(message: ToWorker, page: Page, keeper: Keeper): Promise<WorkerView | null> {
  const { tabId, origin, adapter } = page;
  if (message.t === 'placed') {
    await changePlacement(origin, message.placement);
    return null;
  }
  if (message.t === 'at') {
    // With a popup a click opens it; without one it comes here, and goes on to the page.
    await browser.action.setPopup({ tabId, popup: message.key ? '' : RECENT });
  } else {
    // What was not kept now is read again at the next look.
    await keeper.remember(message.raw).catch(() => undefined);
  }
  const key = message.t === 'at' ? message.key : message.raw.key;
  if (!key) return null;
  // Storage that cannot be read says so in the panel: the way to the panel must not need it.
  const numbers = await keeper.numbersOf(key).catch(() => UNKNOWN);
  const placement = await readPlacement(origin).catch(() => DEFAULT_PLACEMENT);
  return { numbers, placement, kit: { map: adapter.map, css } };
}

/** `null` for whoever is no page of a CRM: another extension, a frame within a page, another site. */
function pageOf({ id, frameId, tab, url, origin }: Sender): Page | null {
  if (id !== browser.runtime.id || frameId !== 0 || tab?.id === undefined || !url || !origin) return null;
  const address = new URL(url);
  const adapter = adapterAt(address);
  return adapter && { tabId: tab.id, origin, adapter, prefix: `${adapter.id}:${adapter.org(address)}:` };
}

/** A message of the right shape about a deal of the sender's own org; anything else is dropped. */
function parse(message: unknown, prefix: string): ToWorker | null {
  if (!isRecord(message)) return null;
  const isKey = (key: unknown): key is DealKey => typeof key === 'string' && key.startsWith(prefix);
  const { t, key, raw, placement } = message;
  if (t === 'at' && (key === null || isKey(key))) return { t, key };
  if (t === 'seen' && isRecord(raw) && isKey(raw.key) && isRecord(raw.fields))
    return { t, raw: raw as unknown as RawDeal };
  if (t === 'placed' && isRecord(placement)) return { t, placement: placement as Partial<SitePlacement> };
  return null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function toggle(tabId: number | undefined): void {
  if (tabId === undefined) return;
  const message: ToTab = { t: 'toggle' };
  // A tab without Footing in it has nothing to toggle.
  browser.tabs.sendMessage(tabId, message, { frameId: 0 }).catch(() => undefined);
}
