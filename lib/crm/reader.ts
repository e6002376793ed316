/** Reads a CRM's pages by their map. It reads strings as shown: it parses nothing, waits for nothing, keeps nothing. */
import type { Field, RawDeal } from '../domain/deal';
import type { PageMap, Spot } from './adapter';

/** How many shadow roots one walk enters at most, so that no page can keep it busy. */
const LIMIT = 5000;
/** The longest text that is taken from a page. */
const LONGEST = 2000;

/** What a page shows of its record. */
export type Shown = Pick<RawDeal, 'fields' | 'editing'>;

/** The reader of one CRM's pages. */
export interface PageReader {
  /**
   * The record's page in front, no hidden copy; `null` while the CRM has not drawn it, or is in
   * the middle of a change.
   */
  page(): Element | null;
  /** What a page shows, as shown; `null` for what is not there. */
  read(page: Element): Shown;
  /** What to observe for changes of its values. */
  watched(page: Element): Node[];
}

/**
 * An element or document, and every shadow root at or under it, outer before inner. In synthetic
 * shadow, Lightning's way today, there is none: plain queries find everything. In native shadow
 * each component hides its content, and an element's text sits in its (open) root.
 */
export function treesOf(scope: ParentNode): ParentNode[] {
  const trees = [scope];
  for (const tree of trees) {
    for (const { shadowRoot } of [tree as Element, ...tree.querySelectorAll('*')])
      if (shadowRoot && trees.length < LIMIT) trees.push(shadowRoot);
  }
  return trees;
}

/** Every element of these trees that a selector matches. */
export const pick = (trees: ParentNode[], selector: string): Element[] =>
  trees.flatMap((tree) => [...tree.querySelectorAll(selector)]);

/** How far up from a value its label is looked for. */
const UP = 3;

/** The nearest thing before an element that has words: its label, on pages that have no better sign of what a value is. */
export function before(element: Element): Element | null {
  let at: Partial<Element & ShadowRoot> | null | undefined = element;
  for (let left = UP; at && left--; at = (at.parentNode as ShadowRoot | null) ?? at.host)
    if (at.previousElementSibling?.textContent.trim()) return at.previousElementSibling;
  return null;
}

/** Whether an element is drawn and not hidden by style; it may still be covered, or out of the window. */
export const isShown = (element: Element) => element.checkVisibility({ visibilityProperty: true });

/** What a person reads in a node but for what matches `noise`; an input's value is its text. */
export function textOf(node: Node | null, noise: string): string {
  if (node instanceof Text) return node.data;
  if (!(node instanceof Element) || node.matches(noise)) return '';
  if (node.matches('input,textarea')) return (node as HTMLInputElement).value;
  const slotted = (node as HTMLSlotElement).assignedNodes?.();
  const parts = slotted?.length ? slotted : (node.shadowRoot ?? node).childNodes;
  return [...parts].map((part) => textOf(part, noise)).join('');
}

/** A reader by this map. */
export function pageReader(map: PageMap): PageReader {
  const find = (trees: ParentNode[], spots: readonly Spot[]): Shown['fields'][Field] => {
    for (const [from, selector, label, value] of spots) {
      for (const element of pick(trees, selector)) {
        if (map.shown && !isShown(element)) continue;
        const inside = treesOf(element);
        const of = (part: string, attribute: string) => pick(inside, part)[0]?.getAttribute(attribute);
        const signs = () => `${of(map.label, 'title')}|${of('a', 'href')}|${before(element)?.textContent}`;
        if (label && !RegExp(label, 'i').test(signs())) continue;
        const at = pick(inside, value ?? map.value)[0] ?? (value ? null : element);
        const text = textOf(at, map.noise).replace(/\s+/g, ' ').trim();
        if (text) return { text: text.slice(0, LONGEST), from };
      }
    }
    return null;
  };

  return {
    page() {
      const inFront = (page: Element) => isShown(page) && !page.closest(map.behind);
      for (const selector of map.pages) {
        const light = pick([document], selector).filter(inFront);
        const found = light.length ? light : pick(treesOf(document), selector).filter(inFront);
        if (found[0]) return found[1] ? null : found[0];
      }
      return null;
    },
    read(page) {
      const trees = treesOf(page);
      const fields = {} as Shown['fields'];
      for (const field in map.spots) fields[field as Field] = find(trees, map.spots[field as Field]);
      return { fields, editing: !!pick(trees, map.editing)[0] };
    },
    watched(page) {
      // The parent stays when the CRM puts another element into the place.
      return pick(treesOf(page), map.watched).flatMap(({ parentNode }) => (parentNode ? treesOf(parentNode) : []));
    },
  };
}
