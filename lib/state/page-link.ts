/**
 * The panel's side of the port to the page: which deal the page is at, what it shows, and the
 * one question that every save asks first: is the page still there?
 */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { FromPanel, SitePlacement, ToPanel } from '../browser/messages';
import { isAlive, onOtherPage, openPagePort, type PagePort, type PanelMode, panelMode } from '../browser/panel-page';
import type { Instant } from '../domain/day';
import { type DealKey, dealKeySchema, type RawDeal } from '../domain/deal';

export { PANEL_WIDTH } from '../browser/messages';

/**
 * `connecting`: no word from the page yet. `on`: the page is at a deal. `elsewhere`: it is at
 * none. `apart`: there is no page to talk to. `gone`: Footing was updated under the open page.
 */
export type Link = 'connecting' | 'on' | 'elsewhere' | 'apart' | 'gone';

/** What is known of the page beside the panel. */
export interface PageState {
  mode: PanelMode;
  link: Link;
  key: DealKey | null;
  /** What the page shows of the deal at `key`; `null` while it has not drawn it. */
  raw: RawDeal | null;
  /** Whether the panel can be seen; it is made before it is opened and kept after. */
  shown: boolean;
  placement: SitePlacement | null;
  /** Counts the times that the panel was asked to take the keyboard. */
  focus: number;
  /** The deal that a person was last seen about to move on, and when; until they have read what to know before. */
  advancing: { key: DealKey; at: Instant } | null;
}

const AT_REST: PageState = {
  mode: 'frame',
  link: 'connecting',
  key: null,
  raw: null,
  shown: false,
  placement: null,
  focus: 0,
  advancing: null,
};

/** The page as it is at this moment; for who must know before the screen does. */
export const pageLink = createStore<PageState>()(() => AT_REST);

/** A page that does not say where it is within this time counts as moving; a busy CRM may take seconds. */
const PATIENCE_MS = 5000;
const RETRY_MS = [50, 200, 500, 1000, 2000, 4000];

let port: PagePort | null = null;
/** Counts the ports that were asked for: one that comes after a newer was asked for is not wanted any more. */
let turns = 0;
let asked = 0;
/** The document goes, and its port with it: nothing is tried again, and Firefox would keep no time for it. */
let isLeaving = false;
const waiting = new Map<number, (key: DealKey | null) => void>();

/** Starts the link, once, for the life of the document. */
export async function startPageLink(signal: AbortSignal): Promise<void> {
  const mode = await panelMode();
  if (mode === 'alone') {
    const key = dealKeySchema.safeParse(new URLSearchParams(location.search).get('deal'));
    const at = key.success ? key.data : null;
    pageLink.setState({ mode, link: at ? 'on' : 'elsewhere', key: at, shown: true });
    return;
  }
  pageLink.setState({ mode, shown: mode === 'side' });
  if (mode === 'side') onOtherPage(reconnect, signal);
  // The browser closes the port of a page that it puts aside, and opens no other when it brings the page back.
  const isBack = ({ persisted }: PageTransitionEvent) => {
    isLeaving = false;
    if (persisted) reconnect();
  };
  window.addEventListener('pageshow', isBack, { signal });
  window.addEventListener('pagehide', () => (isLeaving = true), { signal });
  signal.addEventListener('abort', () => port?.close());
  await connect(0);
}

/** Stands at a deal without a page beside it, on a page of Footing's own; `null` leaves it. */
export function standAt(key: DealKey | null): void {
  pageLink.setState({ mode: 'alone', link: key ? 'on' : 'elsewhere', key, raw: null, shown: key !== null });
}

/** Says something to the page; into the void when there is none. */
export function tellPage(message: FromPanel): void {
  try {
    port?.send(message);
  } catch {
    lost(); // The port was closed and its event is still on its way.
  }
}

/**
 * The deal that the page's address is at, asked now and answered by the page itself; `null`
 * when it is at none or does not say. A panel in a tab of its own has no page to disagree with.
 */
export function whereIsPage(): Promise<DealKey | null> {
  const { mode, key } = pageLink.getState();
  if (mode === 'alone') return Promise.resolve(key);
  if (!port) return Promise.resolve(null);
  asked += 1;
  const n = asked;
  return new Promise((resolve) => {
    const timer = window.setTimeout(() => settle(n, null), PATIENCE_MS);
    waiting.set(n, (at) => {
      window.clearTimeout(timer);
      resolve(at);
    });
    tellPage({ t: 'where', n });
  });
}

/** A part of it, on the screen. */
export function usePageLink<T>(select: (state: PageState) => T): T {
  return useStore(pageLink, select);
}

function settle(n: number, key: DealKey | null): void {
  waiting.get(n)?.(key);
  waiting.delete(n);
}

async function connect(attempt: number): Promise<void> {
  if (!isAlive()) return gone();
  const { mode } = pageLink.getState();
  turns += 1;
  const turn = turns;
  let heard = false;
  let mine: PagePort | null = null;
  try {
    mine = await openPagePort(mode, {
      message(message) {
        if (port !== mine) return;
        heard = true;
        hear(message);
      },
      closed() {
        if (port !== mine) return;
        lost();
        // A page that never spoke has no Footing in it: the side panel waits for another tab.
        if (heard || mode === 'frame') retry(heard ? 0 : attempt + 1);
        else pageLink.setState({ link: 'apart', key: null, raw: null });
      },
    });
  } catch {
    return retry(attempt + 1);
  }
  if (turn !== turns) return mine?.close();
  port?.close();
  port = mine;
  if (!mine) pageLink.setState({ link: 'apart', key: null, raw: null });
  else tellPage({ t: 'read', n: 0 });
}

/** To another page: the one before is not heard any more, though it may still be there. */
function reconnect(): void {
  port?.close();
  lost();
  void connect(0);
}

function retry(attempt: number): void {
  const wait = RETRY_MS[attempt];
  if (isLeaving) return;
  if (!isAlive()) gone();
  else if (wait === undefined) pageLink.setState({ link: 'apart' });
  else window.setTimeout(() => port ?? void connect(attempt), wait);
}

/** No port any more: nobody can say where the page is. */
function lost(): void {
  port = null;
  for (const n of [...waiting.keys()]) settle(n, null);
  if (!isAlive()) gone();
}

function gone(): void {
  pageLink.setState({ link: 'gone' });
}

function hear(message: ToPanel): void {
  switch (message.t) {
    case 'where':
      settle(message.n, message.key);
      break;
    case 'deal':
      pageLink.setState(({ key, raw }) => ({
        link: message.key ? 'on' : 'elsewhere',
        key: message.key,
        // A page that is being redrawn shows nothing for a moment; what it showed of this deal still holds.
        raw: message.raw ?? (message.key === key ? raw : null),
      }));
      break;
    case 'shown':
      pageLink.setState(({ focus }) => ({ shown: true, focus: message.focus ? focus + 1 : focus }));
      tellPage({ t: 'read', n: 0 });
      break;
    case 'hidden':
      // It speaks of the frame in the page; the side panel is seen as long as it lives.
      pageLink.setState(({ mode }) => ({ shown: mode === 'side' }));
      break;
    case 'advancing':
      if (message.key) pageLink.setState({ advancing: { key: message.key, at: Date.now() } });
      break;
    case 'placement':
      pageLink.setState({ placement: message.placement });
      break;
  }
}
