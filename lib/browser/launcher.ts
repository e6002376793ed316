/**
 * The launcher: a tab on the page's edge that shows how firm the deal is and opens the panel. It
 * stands in a closed shadow root; the panel's frame joins it there. `window.find` and the selection
 * let a page read text even there, so there is none: the styles draw what attributes say.
 */
import type { LauncherNumbers, PageKit, SitePlacement } from './messages';

/** Half its height, in CSS pixels. */
const HALF = 20;
/** Lower than any window ends, in CSS pixels. */
const NO_FLOOR = 1e5;
/** How often the page may take it away within 5 seconds before it stays away. */
const RETURNS = 5;

/** The launcher in a page. */
export interface Launcher {
  /** What holds launcher and frame. */
  box: HTMLElement;
  /** Widens for a moment into a line of text. */
  say(line: string): void;
  /** Shows what is known, clear of what the page has docked. `open`: the panel is there instead. */
  show(numbers: LauncherNumbers | null, site: SitePlacement, state: '' | 'open' | 'away'): void;
  remove(): void;
}

/** What a person does with it. */
export interface LauncherEvents {
  /** A pointer or the keyboard came to it: the panel is likely next. */
  near(): void;
  press(): void;
  /** It was moved to this share of the window's height; `done` when it was let go. */
  moved(y: number, done: boolean): void;
}

/** Puts a launcher into the page. */
export function launch({ map, css }: PageKit, on: LauncherEvents): Launcher {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed', delegatesFocus: true });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  const box = root.appendChild(document.createElement('div'));
  const button = box.appendChild(document.createElement('button'));
  const words = box.appendChild(document.createElement('p'));
  words.role = 'status';

  let from = 0;
  let dragged = false;
  const move = (y: number, done: boolean) => on.moved(y / innerHeight, done);
  const middle = () => button.getBoundingClientRect().top + HALF;
  button.onpointerenter = button.onfocus = on.near;
  button.onpointerdown = (event) => {
    from = event.clientY;
    dragged = false;
    button.setPointerCapture(event.pointerId);
  };
  button.onpointermove = ({ buttons, clientY }) => {
    dragged ||= buttons > 0 && Math.abs(clientY - from) > 4;
    if (buttons && dragged) move(clientY, false);
  };
  button.onpointerup = () => dragged && move(middle(), true);
  // The page can make clicks of its own; one that ends a drag is none either (a key's has `detail` 0).
  words.onclick = button.onclick = (event) => event.isTrusted && !(dragged && event.detail) && on.press();
  button.onkeydown = (event) => {
    const step = { ArrowUp: -16, ArrowDown: 16 }[event.key];
    if (!step) return;
    event.preventDefault();
    move(middle() + step, true);
  };

  let left = RETURNS + 1;
  const keep = new MutationObserver(() => enter());
  const enter = () => {
    const page = document.documentElement;
    if (host.parentNode === page) return;
    if (!left--) return keep.disconnect();
    setTimeout(() => left++, 5000);
    page.append(host);
    for (const node of [document, page]) keep.observe(node, { childList: true });
  };
  enter();

  return {
    box,
    say(line) {
      words.dataset.line = line;
      // Put in anew, its moment begins anew.
      box.append(words);
    },
    show(numbers, { side, y, width }, state) {
      const { firmness, gaps, label } = numbers ?? {};
      // Not `innerHeight`: the page would have to be laid out for it, each time.
      let floor = NO_FLOOR;
      for (const element of document.querySelectorAll(map.docked)) {
        const { top, left, right } = element.getBoundingClientRect();
        if (right && side === (left ? 'right' : 'left')) floor = Math.min(floor, top);
      }
      // What was said was of another deal, or is in the panel: it does not come back.
      if (!numbers || state === 'open') delete words.dataset.line;
      box.className = `${side} ${state}`;
      box.style.cssText = `--y:${y};--floor:${floor}px;--w:${width}px;--f:${firmness ?? 0}`;
      button.ariaLabel = label ?? 'Footing';
      button.dataset.firmness = `${firmness ?? '–'}`;
      button.dataset.gaps = `${gaps || ''}`;
    },
    remove() {
      keep.disconnect();
      host.remove();
    },
  };
}
