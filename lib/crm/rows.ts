/** Finds the deals that a list or a board shows. It knows none of them: each is an address, for the worker to look up. */
import type { Row } from './adapter';
import { isShown, pick } from './reader';

/** Each deal's address, and the first row or card on screen that shows it. */
export function rowsIn(trees: ParentNode[], rows: readonly Row[], base: string): Map<string, Element> {
  const found = new Map<string, Element>();
  for (const [element, attribute, id = '.+', address = '*'] of rows) {
    const named = RegExp(id);
    for (const row of pick(trees, element)) {
      const [all, part = all] = named.exec(row.getAttribute(attribute) ?? '') ?? [];
      const url =
        part &&
        URL.parse(
          address.replace('*', () => part),
          base,
        )?.href;
      if (url && !found.has(url) && isShown(row)) found.set(url, row);
    }
  }
  return found;
}
