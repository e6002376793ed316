/**
 * What the panel's own document asks of the browser: a port to the page that it stands beside,
 * the side panel, a tab. Nothing here decides anything; `lib/state/page-link.ts` does.
 */
import { browser } from '#imports';
import { dealOf } from '../crm/index';
import { heardByPanel } from './hear';
import { type FromPage, type FromPanel, PANEL_PORT, type ToPanel } from './messages';
import { readSites, sitesNow } from './sites';

/** Where the panel's document lives: over a page, in the browser's side panel, in a tab of its own. */
export type PanelMode = 'frame' | 'side' | 'alone';

/** The way from the panel to its page. */
export interface PagePort {
  send(message: FromPanel): void;
  close(): void;
}

/** What comes from there. */
export interface PortEvents {
  message(message: ToPanel): void;
  /** The page went, reloaded, has no Footing in it, or Footing was updated. */
  closed(): void;
}

/** False for what an update or a reload of the extension left behind on a page. */
export function isAlive(): boolean {
  return Boolean(browser.runtime?.id);
}

/** Where this document lives. */
export async function panelMode(): Promise<PanelMode> {
  if (window.top !== window) return 'frame';
  return (await browser.tabs.getCurrent()) ? 'alone' : 'side';
}

/** The tab that the panel stands beside: opening the side panel there allows no waiting in between. */
let beside: { id: number; windowId: number } | null = null;

/** A port to the top document of the page beside the panel; `null` where there is no such tab. */
export async function openPagePort(mode: PanelMode, on: PortEvents): Promise<PagePort | null> {
  const tab = mode === 'frame' ? await browser.tabs.getCurrent() : await activeTab();
  beside = tab?.id === undefined ? null : { id: tab.id, windowId: tab.windowId };
  if (!beside) return null;
  // What the page says is at an address, and whose address that is the sites say; Lightning needs none.
  await readSites().catch(() => undefined);
  const port = browser.tabs.connect(beside.id, { frameId: 0, name: PANEL_PORT });
  port.onMessage.addListener((message: unknown) => {
    const heard = heardByPanel(message, location.ancestorOrigins?.[0]);
    if (heard) on.message(keyed(heard));
  });
  port.onDisconnect.addListener(() => {
    void browser.runtime?.lastError; // Read, or the browser complains: "no receiving end" is an answer here.
    on.closed();
  });
  return {
    send: (message) => port.postMessage(message),
    close: () => port.disconnect(),
  };
}

/** What a page says, with the deals that its addresses are of. */
function keyed(message: FromPage): ToPanel {
  const keyOf = (url: string | null) => (url === null ? null : dealOf(url, sitesNow()));
  switch (message.t) {
    case 'where':
      return { t: message.t, n: message.n, key: keyOf(message.url) };
    case 'advancing':
      return { t: message.t, key: keyOf(message.url) };
    case 'deal': {
      const { url, raw, ...rest } = message;
      const key = keyOf(url);
      return { ...rest, key, raw: raw && url && key ? { ...raw, url, key } : null };
    }
    default:
      return message;
  }
}

/** Tells when the side panel stands beside another page than before; tabs in the background change nothing for it. */
export function onOtherPage(changed: () => void, signal: AbortSignal): void {
  const activated = ({ windowId }: { windowId: number }) => {
    if (!beside || windowId === beside.windowId) changed();
  };
  const updated = (id: number, change: { status?: string }) => {
    if (id === beside?.id && change.status === 'complete') changed();
  };
  browser.tabs.onActivated.addListener(activated);
  browser.tabs.onUpdated.addListener(updated);
  signal.addEventListener('abort', () => {
    browser.tabs.onActivated.removeListener(activated);
    browser.tabs.onUpdated.removeListener(updated);
  });
}

/** The tab that the panel stands beside; `null` where it stands alone. */
export function besideTab(): number | null {
  return beside?.id ?? null;
}

/** Whether this browser has a side panel that a click may open. */
export function hasSidePanel(): boolean {
  return typeof browser.sidePanel?.open === 'function';
}

/** Opens the side panel beside the present tab; only within a click. */
export async function openSidePanel(): Promise<void> {
  if (beside) await browser.sidePanel.open({ tabId: beside.id });
}

/** Opens one of Footing's own pages in a tab (`/panel.html?deal=...`). */
export async function openOwnPage(path: string): Promise<void> {
  await browser.tabs.create({ url: new URL(path, browser.runtime.getURL('/')).href });
}

/** Brings a tab to the front of its window. */
export async function showTab(tabId: number): Promise<void> {
  await browser.tabs.update(tabId, { active: true });
}

/**
 * Loads the page under the panel again. A panel that an update left behind has no other
 * way than the window's own; the browser allows it within a click.
 */
export function reloadPage(url: string | null): void {
  const top = window.top;
  if (top && top !== window && url) top.location.href = url;
  else window.location.reload();
}

async function activeTab() {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab;
}
