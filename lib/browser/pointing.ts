/**
 * Pointing at a value on a page, by pointer or keyboard. While it lasts the page gets none of the
 * person's presses and keys: nothing is followed, opened or changed by pointing at it.
 */
import { isShown, pick, textOf, treesOf } from '../crm/reader';
import { NOTHING } from '../crm/taught';

/** How pointing ended: once, by one of the two. */
export interface PointingEvents {
  pointed(element: Element): void;
  left(): void;
}

/** What is kept from the page while a person points. */
const PRESSES = [
  'pointerdown',
  'mousedown',
  'pointerup',
  'mouseup',
  'touchstart',
  'touchend',
  'dblclick',
  'contextmenu',
];

/** The longest text that can be a deal's name or a value. */
const LONGEST = 300;

/**
 * Lets the person point; gives back the way to stop it. Outline and words stand in `box`, out of the
 * page's reach. Arrows or Tab go from value to value, Page up to what is around it, Enter takes, Escape leaves.
 */
export function pointing(box: HTMLElement, words: string, on: PointingEvents): () => void {
  const life = new AbortController();
  const outline = box.appendChild(document.createElement('div'));
  outline.className = 'outline';
  const says = box.appendChild(document.createElement('p'));
  says.role = 'status';
  says.textContent = words;
  // Readers hand keys over to what has this role.
  const keys = box.appendChild(document.createElement('div'));
  keys.tabIndex = 0;
  keys.role = 'application';
  keys.ariaLabel = words;
  keys.focus();

  let at: Element | null = null;
  const show = (element: Element | null) => {
    at = element;
    const place = element?.getBoundingClientRect();
    outline.hidden = !place;
    if (!place) return;
    const { left, top, width, height } = place;
    outline.style.cssText = `left:${left - 3}px;top:${top - 3}px;width:${width + 6}px;height:${height + 6}px`;
  };
  show(null);

  const stop = () => {
    life.abort();
    for (const part of [outline, says, keys]) part.remove();
  };
  const take = (element: Element | null) => {
    if (!element) return;
    stop();
    on.pointed(element);
  };
  const go = (step: number) => {
    const all = values();
    const index = at ? all.indexOf(at) : -1;
    const next = all[(index + step + all.length) % all.length] ?? null;
    next?.scrollIntoView({ block: 'nearest' });
    show(next);
    says.textContent = next ? textOf(next, NOTHING).trim().slice(0, LONGEST) : words;
  };

  const key = (event: KeyboardEvent) => {
    hold(event);
    const back = event.shiftKey ? -1 : 1;
    const steps: Record<string, number> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1, Tab: back };
    const step = steps[event.key];
    if (step) go(step);
    else if (event.key === 'PageUp' && at?.parentElement) show(at.parentElement);
    else if (event.key === 'Enter' || event.key === ' ') take(at);
    else if (event.key === 'Escape') {
      stop();
      on.left();
    }
  };
  /** The innermost element under the pointer, in the page's own open roots too; none of ours, nor the page as a whole. */
  const under = (event: Event) => {
    const [element] = event.composedPath();
    const isOurs = event.composedPath().some((node) => node === (box.getRootNode() as ShadowRoot).host);
    return element instanceof Element && !isOurs && element !== document.body && element !== document.documentElement
      ? element
      : null;
  };

  const { signal } = life;
  const caught = { capture: true, passive: false, signal } as const;
  const listen = (name: string, listener: (event: Event) => void) =>
    // A page can make events of its own; they point at nothing.
    addEventListener(name, (event) => event.isTrusted && listener(event), caught);
  for (const name of PRESSES) listen(name, hold);
  listen('keydown', (event) => key(event as KeyboardEvent));
  listen('keyup', hold);
  listen('pointermove', (event) => show(under(event)));
  listen('click', (event) => {
    hold(event);
    take(under(event));
  });
  listen('scroll', () => show(at));
  return stop;
}

function hold(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** What can be pointed at by keys: every element that shows a text of its own, as one reads, from the top. */
function values(): Element[] {
  const place = new Map<Element, DOMRect>();
  for (const element of pick(treesOf(document.body), '*')) {
    const isValue = element.matches('input,textarea,select') || hasText(element);
    if (isValue && isShown(element)) place.set(element, element.getBoundingClientRect());
  }
  const rows = [...place].filter(([, { width, height }]) => width > 0 && height > 0);
  return rows.sort(([, a], [, b]) => Math.round((a.top - b.top) / 8) || a.left - b.left).map(([element]) => element);
}

const hasText = (element: Element) =>
  !element.matches('script,style,noscript,option') &&
  [...element.childNodes].some((node) => node instanceof Text && node.data.trim() && node.data.length <= LONGEST);
