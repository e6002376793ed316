/** A long list in parts, each worked on by itself: what is asked of the database in one request, or copied for it. */
export function* batches<T>(all: readonly T[], size: number): Generator<T[]> {
  for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size);
}
