/**
 * Footing on a page of a CRM. It looks at the address, and does nothing else until that is a deal.
 * What the person answers never comes here: the page gets a launcher, and a frame for the panel
 * when someone seems to want it (a page with such a frame cannot be kept for the back button).
 */
import { type Launcher, launch } from './launcher';
import {
  type FromPage,
  type FromPanel,
  type LauncherNumbers,
  PANEL_PORT,
  type ShownDeal,
  type SitePlacement,
  type ToTab,
  type ToWorker,
  type WorkerView,
} from './messages';
import { type Follow, recordReader } from './record';

// Not WXT's `browser`, which costs each page some more bytes to find: `chrome` is the same here, in Firefox too.
declare const chrome: typeof import('#imports').browser;

type Port = ReturnType<typeof chrome.runtime.connect>;

const PANEL = '/panel.html';

/** How often it is asked whether the extension is still there, and what the page has docked. */
const CHECK = 1000;

/**
 * Watches the page's address until the extension is gone. `dealHint` is what tells the deal at an
 * address from others; where deals are listed, a board shows each as a `card`. Gives back what looks again.
 */
export function watchPage(
  dealHint: (url: URL) => string | null,
  isList: (url: URL) => boolean,
  card: string,
): () => void {
  // Nobody has come yet to a page that the browser draws ahead.
  if ((document as Document & { prerendering?: boolean }).prerendering) {
    let look: (() => void) | undefined;
    const visited = () => {
      look = watchPage(dealHint, isList, card);
    };
    document.addEventListener('prerenderingchange', visited, { once: true });
    return () => look?.();
  }
  const { runtime } = chrome;
  const life = new AbortController();
  const { signal } = life;
  const ports = new Set<Port>();
  /** The deal that the address is of, as its hint; the extension knows its key. */
  let key: string | null = null;
  /** The address that it was at then. */
  let url: string | null = null;
  let raw: ShownDeal | null = null;
  let numbers: LauncherNumbers | null = null;
  /** The worker's first answer fills it. */
  let site = {} as SitePlacement;
  let follow: Follow | undefined;
  let launcher: Launcher | undefined;
  let frame: HTMLIFrameElement | undefined;
  let shown = false;
  /** What moves a deal: a card on a board, until the worker says what else does. */
  let moves = card;
  /** What had the keyboard before the panel took it. */
  let before: Element | null = null;

  const tell = (message: FromPage) => {
    for (const port of ports) port.postMessage(message);
  };

  /** An update leaves this script behind with nobody to speak to: it takes away what it put up. */
  const isAlive = () => {
    if (!runtime.id) life.abort();
    return !signal.aborted;
  };

  const send = async (message: ToWorker, at = key, gap = CHECK) => {
    const view: WorkerView | false =
      at === key &&
      isAlive() &&
      // A worker that was stopped under the question: what the page is of is asked again, ever rarer; the
      // rest would come too late, or is said anew.
      (await runtime.sendMessage(message).catch(() => {
        if (message.t === 'at') setTimeout(send, gap, message, at, gap * 2);
      }));
    if (!view || at !== key) return;
    numbers = view.numbers;
    if (!follow) start(view);
    else if (message.t === 'at') show(raw);
    render();
    if (!view.line) return;
    launcher?.say(view.line);
    if (message.t === 'advancing') tell({ t: 'advancing', url });
  };

  const show = (news: ShownDeal | null) => {
    raw = news;
    tell({ t: 'deal', url, raw });
    if (url && raw && numbers?.known) send({ t: 'seen', url, raw });
  };

  /** The first deal of this document. */
  const start = ({ kit, placement }: WorkerView) => {
    site = placement;
    moves = kit.map.moves;
    follow = recordReader(kit.map, show);
    follow(key);
    launcher = launch(kit, { near: warm, press: toggle, moved: (y, done) => put({ y }, done) });
    const timer = setInterval(() => isAlive() && key && render(), CHECK);
    signal.onabort = () => {
      clearInterval(timer);
      follow?.(null);
      launcher?.remove();
    };
  };

  const sayShown = () => tell(shown ? { t: 'shown', focus: !!frame?.matches(':focus') } : { t: 'hidden' });

  /** Makes the screen match what is known. */
  const render = () => {
    const here = key && !site.hidden;
    const open = !!here && site.open;
    launcher?.show(numbers, site, open ? 'open' : here ? '' : 'away');
    if (open) warm();
    if (open === shown) return;
    shown = open;
    sayShown();
  };

  const warm = () => {
    if (frame || !launcher) return;
    frame = document.createElement('iframe');
    frame.src = runtime.getURL(PANEL);
    frame.title = 'Footing';
    // It loads, whatever came: the worker knows whether that is the panel.
    frame.onload = () => send({ t: 'framed', url });
    // Firefox knows no such thing, and says so in the page's console.
    if (!import.meta.env.FIREFOX) frame.allow = 'clipboard-write';
    launcher.box.append(frame);
  };

  const put = (change: Partial<SitePlacement>, done = true) => {
    site = { ...site, ...change };
    render();
    if (!done) return;
    send({ t: 'placed', url, placement: change });
    tell({ t: 'placement', placement: site });
  };

  const toggle = () => {
    if (!key) return;
    if (shown) {
      put({ open: false });
      return giveBack();
    }
    before = document.activeElement;
    put({ open: true, hidden: false });
    frame?.focus();
    sayShown();
  };

  const giveBack = () => {
    frame?.blur();
    (before as HTMLElement | null)?.focus?.();
  };

  /**
   * A hand (never the page itself) is on what moves a deal: whoever knows what is worth knowing first
   * is asked. This only listens along: the page gets every event as it came, at once.
   */
  const heed = (event: Event) => {
    const path = event.composedPath() as HTMLButtonElement[];
    const at = event.isTrusted && path.find((element) => element.matches?.(moves));
    if (at) send({ t: 'advancing', url, by: event.type, of: `${at.className} ${at.name}` });
  };

  /** Reads the address again. What was known of another deal is dropped at once. */
  const look = () => {
    const was = key;
    const at = new URL(location.href);
    key = dealHint(at);
    url = key && at.href;
    if (key || isList(at)) addEventListener(key ? 'click' : 'dragstart', heed, { capture: true, signal });
    if (key === was) return;
    numbers = null;
    show(null);
    render();
    send({ t: 'at', url });
    follow?.(key);
  };

  const hear = (message: FromPanel, port: Port) => {
    look();
    switch (message.t) {
      case 'where':
        return port.postMessage({ ...message, url });
      case 'read':
        follow?.(key);
        return port.postMessage({ ...message, t: 'deal', url, raw });
      case 'numbers':
        // A key has the hint in it, but for that of an address of before 2018.
        if (key && `${message.key}:`.includes(key)) numbers = message.numbers;
        return render();
      case 'close':
        return shown && toggle();
      case 'leave':
        return giveBack();
      case 'hide':
        return put({ open: false, hidden: true });
      case 'dock':
      case 'width': {
        const { t, done, ...change } = { done: true, ...message };
        return put(change, done);
      }
    }
  };

  // Only the extension itself is heard by these two: others come by other events, and pages by none.
  runtime.onConnect.addListener((port) => {
    if (port.name !== PANEL_PORT || signal.aborted) return;
    ports.add(port);
    port.onMessage.addListener(hear);
    port.onDisconnect.addListener(() => {
      ports.delete(port);
      isAlive();
    });
    if (!launcher) return;
    tell({ t: 'placement', placement: site });
    sayShown();
  });
  runtime.onMessage.addListener((message: ToTab) => {
    if (signal.aborted) return;
    if (message.t === 'leave') {
      life.abort();
      // A side panel looks for who comes after.
      for (const port of ports) port.disconnect();
    } else {
      look();
      toggle();
    }
  });
  // Fires for the page's own moves, after they are made; an event proves nothing, the address does.
  const moved = () => {
    const was = key;
    look();
    // A page may change its address once it has drawn the deal, be it long after (a login came before).
    // Or the same deal is drawn anew, in another tab of a console: that page is its own too.
    if (key === was) follow?.(key);
  };
  navigation.addEventListener('currententrychange', moved, { signal });
  // Back from the back/forward cache, with numbers of long ago.
  const back = ({ persisted, isTrusted }: PageTransitionEvent) => {
    if (!persisted || !isTrusted) return;
    key = null;
    look();
  };
  addEventListener('pageshow', back, { signal });
  look();
  return look;
}
