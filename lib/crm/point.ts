/**
 * From an element that a person pointed at to the places where its like is found on the next deal:
 * by a mark that the page's makers put there, by the words before it, or, where neither is, by
 * where it stands. What changes from deal to deal (the value itself, ids, numbers) is no mark.
 */
import type { TaughtSpot, TaughtStep } from '../domain/taught';
import { before, pick, textOf, treesOf } from './reader';
import { labelText, NOTHING, selectorOf } from './taught';

/** Attributes that say what an element is for, the surest first; of `data-` each that is none of a build's. */
const MARKS = [
  'data-field',
  'data-field-name',
  'data-name',
  'data-testid',
  'data-test-id',
  'itemprop',
  'name',
  'field',
  'aria-label',
  'id',
  'slot',
];
const NO_MARK = /^data-(v-|react|value|id$|key$|row|index|tooltip|title|label-value|.*hash)/;
/** A name as people give it, and not one that a build or a database made: no two digits on end. */
const STABLE = /^(?!.*\d\d)[a-z][\w.:/ -]{1,79}$/i;
/** A class that says what something is; not how it looks or stands just now. */
const CLASS =
  /^(?!.*\d)(?!(?:is|has|js|ng|css|sc|slds|jsx|svelte)-)(?!.*(?:active|select|current|hover|focus|open|hidden|visible|disabled|truncate|clamp))[a-z]+(?:[-_]+[a-z]+)+$/i;

/** How far up a mark may stand from the value. */
const REACH = 6;

/** How many steps lead to a place at most; what is deeper stands on too much that may change. */
const DEEP = 8;

/** The places of an element within `page`, the surest first; none where nothing tells it from others. */
export function spotsOf(element: Element, page: ParentNode): TaughtSpot[] {
  const trees = treesOf(page);
  const value = textOf(element, NOTHING).trim();
  const marked = byMarks(element, value, trees);
  const label = marked.length > 1 ? null : byLabel(element, trees);
  if (label) return [...marked, label];
  // A place alone may hold something else tomorrow: it is taken only where there is no better sign.
  const place = marked.length ? null : byPlace(element, trees);
  return place ? [place] : marked;
}

const tagOf = (element: Element) => element.localName;

/** Whether a selector finds this element and no other. */
function isOnly(trees: ParentNode[], selector: string, element: Element): boolean {
  const found = pick(trees, selector);
  return found.length === 1 && found[0] === element;
}

function marksOf(element: Element, value: string): TaughtStep[] {
  const tag = tagOf(element);
  const own = [...element.attributes].filter(({ name }) => /^data-/.test(name) && !NO_MARK.test(name));
  const names = [...new Set([...MARKS, ...own.map(({ name }) => name)])];
  const isMark = (text: string | null): text is string => text !== null && STABLE.test(text) && !tells(text, value);
  const attributes = names.flatMap((name) => {
    const text = element.getAttribute(name);
    return isMark(text) ? [{ tag, mark: { name, value: text } }] : [];
  });
  const classes = [...element.classList].filter((name) => CLASS.test(name) && !tells(name, value));
  return [...attributes, ...classes.map((name) => ({ tag, mark: { name: 'class', value: name } }))];
}

/** Whether a mark has the value in it, or is part of it: then it is another on the next deal. */
function tells(mark: string, value: string): boolean {
  const [one, other] = [mark, value].map((text) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''));
  return Boolean(one && other && (one.includes(other) || other.includes(one)));
}

/** By a mark on the element or on what holds it, through the roots of components; the nearest two. */
function byMarks(element: Element, value: string, trees: ParentNode[]): TaughtSpot[] {
  const spots: TaughtSpot[] = [];
  let below: TaughtStep[] = [];
  /** The way down within the roots that were left on the way up. */
  let inside: TaughtStep[] | undefined;
  let at = element;
  for (let up = 0; up < REACH && spots.length < 2; up++) {
    const found = marksOf(at, value).find((mark) => {
      if (inside) return isOnly(trees, selectorOf([mark]), at) && isInside(at, inside, element);
      return isOnly(trees, selectorOf([mark, ...below]), element);
    });
    if (found) spots.push({ way: 'mark', steps: [found, ...(inside ? [] : below)], ...(inside && { inside }) });
    below = [stepOf(at), ...below];
    const parent = at.parentElement;
    if (parent) at = parent;
    else if (at.getRootNode() instanceof ShadowRoot) {
      inside ??= below;
      below = [];
      at = (at.getRootNode() as ShadowRoot).host;
    } else break;
  }
  return spots;
}

const isInside = (host: Element, steps: TaughtStep[], element: Element) =>
  pick(treesOf(host), selectorOf(steps))[0] === element;

/** By the words before it, where they are the first such words on the page. */
function byLabel(element: Element, trees: ParentNode[]): TaughtSpot | null {
  const words = before(element);
  const label = wordsOf(words);
  const tag = tagOf(element);
  // What is above a title is another part of the page. A long text is no label, and one with a number in it is another deal's tomorrow.
  if (!words || !label || label.length > 60 || /\d/.test(label) || isValue(words) || element.matches('h1,h2,h3'))
    return null;
  const same = pick(trees, tag).filter((one) => wordsOf(before(one)) === label && textOf(one, NOTHING).trim());
  return same[0] === element ? { way: 'label', steps: [{ tag }], label } : null;
}

const wordsOf = (element: Element | null) => labelText(element?.textContent ?? '');

/** Whether what stands before a value is no label of it: a title or a menu, or built as what follows it and holds the value. */
function isValue(words: Element): boolean {
  if (words.matches('h1,h2,nav,header') || words.querySelector('h1,h2')) return true;
  const shape = (one: Element | null | undefined) => one && [...one.querySelectorAll('*'), one].map(tagOf).join();
  return words.childElementCount > 0 && shape(words) === shape(words.nextElementSibling);
}

/** By where it stands: the shortest way down that leads to it alone. */
function byPlace(element: Element, trees: ParentNode[]): TaughtSpot | null {
  const steps: TaughtStep[] = [];
  for (let at: Element | null = element; at && steps.length < DEEP; at = at.parentElement) {
    for (const step of [{ tag: tagOf(at) }, stepOf(at)]) {
      const way = [step, ...steps];
      if (isOnly(trees, selectorOf(way), element)) return { way: 'place', steps: way };
    }
    steps.unshift(stepOf(at));
  }
  return null;
}

/** An element among its like in the same place. */
function stepOf(element: Element): TaughtStep {
  const tag = tagOf(element);
  const like = [...(element.parentNode?.children ?? [])].filter((one) => one.localName === tag);
  return like.length > 1 ? { tag, nth: like.indexOf(element) + 1 } : { tag };
}
