/** What can be walked through, and looked into at any place; not all of it need be in memory as objects. */
export interface List<T> extends Iterable<T> {
  readonly length: number;
  at(index: number): T | undefined;
}

/** A long list in parts, each worked on by itself: what is asked of the database in one request, or copied for it. */
export function* batches<T>(all: Iterable<T>, size: number): Generator<T[]> {
  let part: T[] = [];
  for (const one of all) {
    part.push(one);
    if (part.length < size) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}
