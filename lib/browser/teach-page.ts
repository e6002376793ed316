/**
 * Footing in a page that a person teaches: it comes only when asked for, and goes with the last word.
 * It shows the document in which teaching is done, lets the person point, and reads.
 */
import type { PageMap } from '../crm/adapter';
import { outlineOf } from '../crm/outline';
import { spotsOf } from '../crm/point';
import { pageReader, textOf } from '../crm/reader';
import { NOTHING } from '../crm/taught';
import { pointing } from './pointing';
import css from './teach.css?raw';
import { type FromTaughtPage, type FromTeacher, TEACH_PORT } from './teach-messages';

declare const chrome: typeof import('#imports').browser;

type Port = ReturnType<typeof chrome.runtime.connect>;

/** The one that was there before: to teach again is to begin again. Pages do not see it. */
const world = globalThis as { footingTeaching?: () => void };

export function teachPage(): void {
  world.footingTeaching?.();
  const life = new AbortController();
  const { signal } = life;
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed', delegatesFocus: true });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  const box = root.appendChild(document.createElement('div'));
  const frame = box.appendChild(document.createElement('iframe'));
  frame.src = chrome.runtime.getURL('/teach.html');
  frame.title = 'Footing';
  document.documentElement.append(host);
  const giveSight = clearSight(host);

  let stop = () => {};
  const leave = () => {
    life.abort();
    stop();
    giveSight();
    host.remove();
    world.footingTeaching = undefined;
  };
  world.footingTeaching = leave;

  const done = (port: Port, message: FromTaughtPage) => {
    box.className = '';
    frame.focus();
    say(port, message);
  };
  const point = (port: Port, { words, map }: FromTeacher & { t: 'point' }) => {
    stop();
    box.className = 'pointing';
    stop = pointing(box, words, {
      pointed: (element) =>
        done(port, {
          t: 'pointed',
          spots: spotsOf(element, deal(map)),
          text: textOf(element, NOTHING).replace(/\s+/g, ' ').trim(),
        }),
      left: () => done(port, { t: 'left' }),
    });
  };

  const hear = (message: FromTeacher, port: Port) => {
    switch (message.t) {
      case 'point':
        return point(port, message);
      case 'stop':
        stop();
        box.className = '';
        return;
      case 'read': {
        const reader = pageReader(message.map);
        const page = reader.page();
        const { fields } = page ? reader.read(page) : { fields: null };
        const language = document.documentElement.lang || null;
        return fields ? say(port, { t: 'read', url: location.href, language, fields }) : undefined;
      }
      case 'outline':
        return say(port, { t: 'outline', outline: outlineOf(message.map, deal(message.map)) });
      case 'close':
        return leave();
    }
  };

  chrome.runtime.onConnect.addListener((port) => {
    if (port.name !== TEACH_PORT || signal.aborted) return;
    const at = () => say(port, { t: 'at', url: location.href });
    port.onMessage.addListener(hear);
    // The document is gone, or the extension: nobody teaches any more.
    port.onDisconnect.addListener(leave);
    navigation.addEventListener('currententrychange', at, { signal });
    at();
  });
}

/** The deal's page in front: a CRM may keep those before it, hidden, and what is told from others is told there. */
const deal = (map: PageMap) => pageReader(map).page() ?? document.body;

/**
 * Takes what Footing itself has over the page out of sight, what comes after too; gives back the way to
 * show it again. Nobody can point at what is under the panel.
 */
function clearSight(host: Element): () => void {
  const hide = (hidden: boolean) => {
    for (const element of document.documentElement.children) {
      if (element === host || !(element instanceof HTMLElement) || element === document.body) continue;
      const [box] = rootOf(element)?.children ?? [];
      if (box instanceof HTMLElement) box.hidden = hidden;
    }
  };
  const comes = new MutationObserver(() => hide(true));
  comes.observe(document.documentElement, { childList: true });
  hide(true);
  return () => {
    comes.disconnect();
    hide(false);
  };
}

/** A root that is closed to the page: extensions alone may ask for it, each browser in its own way. */
function rootOf(element: HTMLElement): ShadowRoot | null {
  if (import.meta.env.FIREFOX)
    return (element as { openOrClosedShadowRoot?: ShadowRoot }).openOrClosedShadowRoot ?? null;
  return chrome.dom.openOrClosedShadowRoot(element);
}

function say(port: Port, message: FromTaughtPage): void {
  port.postMessage(message);
}
