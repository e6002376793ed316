/** What a page is made of where an adapter looks: tags and counts, and nothing that stands there. */
import type { Field } from '../domain/deal';
import type { FieldOutline } from '../domain/reading';
import type { PageMap, Spot } from './adapter';
import { pick, textOf, treesOf } from './reader';

/** How many tags are told on the way down to an element. */
const DEEP = 12;

/** For each field and each place where it may stand, what is there. Places that were taught are told by how, not by what. */
export function outlineOf(map: PageMap, page: ParentNode): FieldOutline[] {
  const trees = treesOf(page);
  const place = ([from, selector]: Spot) => {
    const found = pick(trees, selector);
    const shown = found.filter((element) => textOf(element, map.noise).trim()).length;
    return { from, found: found.length, shown, tags: found[0] ? tagsTo(found[0]) : '' };
  };
  return Object.entries(map.spots).map(([field, spots]) => ({ field: field as Field, places: spots.map(place) }));
}

/** The tags down to an element, the nearest `DEEP`; `#` where one keeps its inside to itself. */
function tagsTo(element: Element): string {
  const tags: string[] = [];
  for (let at: Element | null = element; at && tags.length < DEEP; ) {
    // A component's name may go on with the id of a layout.
    tags.unshift(at.localName.replace(/(?:__|\d\d).*$/, '*'));
    const root = at.getRootNode();
    const host: Element | null = !at.parentElement && root instanceof ShadowRoot ? root.host : null;
    if (host) tags.unshift('#');
    at = at.parentElement ?? host;
  }
  return tags.join('>');
}
