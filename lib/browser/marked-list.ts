/**
 * The marks on one list. None stands in the page's own elements: all are in one closed shadow root over
 * the page, and follow the rows. So no row is changed or moved, a page that uses its rows again for other
 * deals takes no mark along, and its scripts see one empty element. A page that measures what of it is
 * covered (IntersectionObserver's `trackVisibility`) could find where marks stand, not what they say: as
 * in the launcher there is no text, which `window.find` would read; styles draw it.
 */
import { isShown, pick, textOf, treesOf } from '../crm/reader';
import { rowsIn } from '../crm/rows';
import type { LauncherNumbers, ListKit, Marks } from './messages';

/** A mark's width and height, and how far it stands from the name, in CSS pixels. */
const SIZE = 20;
const GAP = 6;
/** How often the page is searched for new shadow roots, which tell nobody that they came. */
const WALK = 500;
/** How many deals are asked for at once; the rest is next. */
const MOST = 200;
/** What is part of a name's element and not of the name. */
const NOISE = 'script,style,svg,button';
const LONGEST_NAME = 200;

/** The marks in a page. */
export interface MarkedList {
  /** Asks again how firm the deals are. */
  renew(): void;
  remove(): void;
}

/** Who answers for the extension; asked again while it does not answer. */
export interface MarkSource {
  /** Whether there is anybody to answer; where not, the list is removed. */
  isAlive(): boolean;
  firmness(urls: readonly string[]): Promise<Marks | null>;
}

/** Marks the list that a page shows, and follows it until it is removed. */
export function markList({ rows, css }: ListKit, { isAlive, firmness }: MarkSource): MarkedList {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];

  const life = new AbortController();
  /** By the deal's address, as are the marks that are drawn now. */
  const known = new Map<string, LauncherNumbers>();
  const asked = new Set<string>();
  const marks = new Map<string, HTMLElement>();
  const followed = new WeakSet<ParentNode>();
  let trees: ParentNode[] = [];
  let frame = 0;

  const soon = () => {
    frame ||= requestAnimationFrame(draw);
  };
  const observer = new MutationObserver(soon);
  /** Rows are used again for other deals, and lists that draw only what is in view move them by style. */
  const watched = {
    subtree: true,
    childList: true,
    attributeFilter: [...new Set([...rows.map(([, attribute]) => attribute), 'class', 'style', 'hidden'])],
  };

  const walk = () => {
    if (document.hidden || !isAlive()) return;
    // A page that was drawn anew may have taken it along.
    if (!host.isConnected) document.documentElement.append(host);
    trees = treesOf(document);
    for (const tree of trees) {
      if (followed.has(tree)) continue;
      followed.add(tree);
      observer.observe(tree, watched);
      tree.addEventListener('scroll', soon, { capture: true, passive: true, signal: life.signal });
    }
    soon();
  };

  const ask = async (shown: Iterable<string>) => {
    const urls = [...shown].filter((url) => !asked.has(url)).slice(0, MOST);
    if (urls.length === 0) return;
    for (const url of urls) asked.add(url);
    const answers = await firmness(urls);
    for (const [n, url] of urls.entries()) {
      const numbers = answers?.[n];
      if (numbers) known.set(url, numbers);
      else if (answers) known.delete(url);
      // Not answered: asked again at the next look.
      else asked.delete(url);
    }
    if (answers) soon();
  };

  const draw = () => {
    frame = 0;
    const shown = rowsIn(trees, rows, location.href);
    void ask(shown.keys());
    // All is measured before anything is changed: the page is laid out once.
    const drawn = new Map<string, [Place, LauncherNumbers]>();
    for (const [url, row] of shown) {
      const numbers = known.get(url);
      const place = numbers && placeOf(row);
      if (place) drawn.set(url, [place, numbers]);
    }
    for (const [url, mark] of marks) {
      if (drawn.has(url)) continue;
      mark.remove();
      marks.delete(url);
    }
    for (const [url, [{ x, y, name }, { firmness, label }]] of drawn) {
      const mark = marks.get(url) ?? root.appendChild(document.createElement('div'));
      marks.set(url, mark);
      mark.role = 'img';
      mark.ariaLabel = `${name}. ${label}`;
      mark.dataset.firmness = `${firmness ?? '–'}`;
      mark.style.cssText = `--f:${firmness ?? 0};translate:${x}px ${y}px`;
    }
  };

  const timer = setInterval(walk, WALK);
  addEventListener('resize', soon, { signal: life.signal });
  walk();
  return {
    renew() {
      asked.clear();
      walk();
    },
    remove() {
      life.abort();
      clearInterval(timer);
      cancelAnimationFrame(frame);
      observer.disconnect();
      host.remove();
    },
  };
}

interface Place {
  x: number;
  y: number;
  /** What the deal is called there, for whoever hears the mark read out. */
  name: string;
}

/** Behind the deal's name, within its cell or card; `null` while that is out of sight or something covers it. */
function placeOf(row: Element): Place | null {
  const link = row.matches('a') ? row : pick(treesOf(row), 'a').find(isShown);
  const name = link ?? row;
  const room = around(name, 'td,th') ?? (name === row ? row.parentElement : row) ?? row;
  const line = [...name.getClientRects()].at(-1);
  if (!line) return null;
  // A row that has no link has its name at its start, and room at its end.
  const end = link ? line.right + GAP : line.right;
  const x = Math.round(Math.min(end, room.getBoundingClientRect().right - SIZE));
  const y = Math.round(line.top + (line.height - SIZE) / 2);
  const top = elementAt(x + SIZE / 2, y + SIZE / 2);
  if (!top || !isWithin(top, room)) return null;
  return { x, y, name: textOf(name, NOISE).replace(/\s+/g, ' ').trim().slice(0, LONGEST_NAME) };
}

/** The host of the tree that a node stands in; `null` in the document. */
const hostOf = (node: Element): Element | null => (node.getRootNode() as Partial<ShadowRoot>).host ?? null;

/** The nearest element of a kind around another, through shadow roots. */
function around(element: Element, selector: string): Element | null {
  for (let at: Element | null = element; at; at = hostOf(at)) {
    const found = at.closest(selector);
    if (found) return found;
  }
  return null;
}

function isWithin(element: Element, outer: Element): boolean {
  for (let at: Element | null = element; at; at = hostOf(at)) if (outer.contains(at)) return true;
  return false;
}

/** What is on top at a place of the window, through shadow roots; `null` out of the window. */
function elementAt(x: number, y: number): Element | null {
  let top = document.elementFromPoint(x, y);
  for (let tree = top?.shadowRoot; tree; tree = top?.shadowRoot) {
    const inner = tree.elementFromPoint(x, y);
    if (!inner || inner === top) break;
    top = inner;
  }
  return top;
}
