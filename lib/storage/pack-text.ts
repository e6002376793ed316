/** A backup's text, put together from the log as it is needed. */
import type { OpId } from '../domain/clock';
import { PACK_TAIL, type PackHeader, packBody, packHead } from '../domain/pack';
import { database } from './db';

/** How many ops are read at once: some milliseconds of work, then the page may draw. */
const BATCH = 2000;

/**
 * The text of a backup of the ops after `from` and up to `until`.
 * @throws RangeError where the log changed meanwhile, and the header would not be true
 */
export async function* packText(header: PackHeader, from: OpId, until: OpId): AsyncGenerator<string> {
  const db = database();
  yield packHead(header);
  let left = header.ops;
  for (let last = from; ; ) {
    const batch = await db.ops.where('id').between(last, until, false, true).limit(BATCH).toArray();
    const newest = batch.at(-1);
    if (!newest) break;
    yield packBody(batch, left === header.ops);
    left -= batch.length;
    last = newest.id;
  }
  if (left !== 0) throw new RangeError('the log changed while it was written');
  yield PACK_TAIL;
}
