// @vitest-environment happy-dom
/**
 * A page that changed: on each frozen deal page every class and every attribute is renamed, one after
 * the other, wherever it stands. Whichever is lost, at most one field is no longer read, and none is
 * read wrongly. Who the deal is comes from the address, which no page can change.
 */
import { describe, expect, it } from 'vitest';
import { pageReader } from '../../lib/crm/reader';
import { type FrozenPage, frozenPages, load } from './frozen';

/** What a page says, and no hint of where it says it. */
const CONTENT = ['value', 'href', 'selected', 'style', 'type', 'shadowrootmode'];

/** One class, or one attribute with one value. */
type Hint = readonly [attribute: string, value: string];

/** Every element of the document, those in shadow roots too. */
function elements(scope: ParentNode = document.body): Element[] {
  return [...scope.querySelectorAll('*')].flatMap((element) => [
    element,
    ...(element.shadowRoot ? elements(element.shadowRoot) : []),
  ]);
}

const valuesOf = (element: Element, attribute: string) =>
  attribute === 'class' ? [...element.classList] : [element.getAttribute(attribute) ?? ''];

/** What on a page the adapter could go by: the others are named nowhere in its map. */
function hintsOn(page: FrozenPage): Hint[] {
  load(page);
  const map = JSON.stringify(page.adapter.map);
  const isUsed = (name: string, value: string) =>
    name === 'class' ? map.includes(value) : ['id', 'title'].includes(name) || map.includes(`[${name}`);
  const found = elements().flatMap((element) =>
    element
      .getAttributeNames()
      .filter((name) => !CONTENT.includes(name) && !(name === 'name' && element.localName === 'slot'))
      .flatMap((name) => valuesOf(element, name).map((value): Hint => [name, value])),
  );
  return [...new Map(found.filter((hint) => isUsed(...hint)).map((hint) => [hint.join('='), hint])).values()];
}

function rename([attribute, value]: Hint): void {
  for (const element of [document.body, ...elements()]) {
    // A slot's name is the other half of what stands in it.
    if (attribute === 'slot' && element.localName === 'slot' && element.getAttribute('name') === value)
      element.setAttribute('name', 'renamed');
    if (!element.hasAttribute(attribute) || !valuesOf(element, attribute).includes(value)) continue;
    if (attribute === 'class') element.classList.replace(value, 'renamed');
    else element.setAttribute(attribute, 'renamed');
  }
}

/** Whether a hint keeps the copies of other records apart: without it the reader must rather read nothing. */
const isGuard = ({ adapter }: FrozenPage, [attribute, value]: Hint) =>
  adapter.map.behind.includes(attribute === 'class' ? `.${value}` : `[${attribute}=${value}]`);

function read({ adapter }: FrozenPage): Record<string, string | undefined> {
  const reader = pageReader(adapter.map);
  const front = reader.page();
  const { fields } = (front && reader.read(front)) ?? {};
  return Object.fromEntries(Object.entries(fields ?? {}).map(([field, seen]) => [field, seen?.text]));
}

/** What is worse than it may be once a hint is lost; `null` where nothing is. */
function damage(page: FrozenPage, hint: Hint): string | null {
  load(page);
  rename(hint);
  const now = read(page);
  const { fields, editing } = page.expected;
  const lost: string[] = [];
  const wrong: string[] = [];
  for (const [field, seen] of Object.entries(fields ?? {})) {
    // While a record is edited, its heading shows the name that is kept: another than the typed one, and no wrong one.
    if (field === 'name' && editing) continue;
    if (seen && now[field] === undefined) lost.push(field);
    else if (seen?.text !== now[field]) wrong.push(`${field}: ${now[field]}`);
  }
  const isTooMuch = wrong.length > 0 || (lost.length > 1 && !isGuard(page, hint));
  return isTooMuch ? `${hint.join('=')} loses ${lost.join(', ')}; wrong: ${wrong.join(', ')}` : null;
}

describe('no single hint that is lost costs more than one field, or gives a wrong value', () => {
  for (const page of frozenPages.filter(({ expected }) => expected.fields)) {
    it(page.name, () => {
      const hints = hintsOn(page);
      // Zoho's pages of today have none that is read.
      expect(hints.length).toBeGreaterThan(Object.values(page.expected.fields ?? {}).some(Boolean) ? 0 : -1);
      expect(hints.flatMap((hint) => damage(page, hint) ?? [])).toEqual([]);
    });
  }
});
