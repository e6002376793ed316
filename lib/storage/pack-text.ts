/** A backup's text: put together from the log as it is needed, and read as it comes from the disk. */
import type { OpId } from '../domain/clock';
import { MAX_BYTES, PACK_TAIL, type PackHeader, PackRefused, packBody, packHead } from '../domain/pack';
import { database } from './db';
import { isGzip, unzipped } from './gzip';

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

/**
 * A file's text piece by piece, unpacked where it is compressed, and how many bytes of the file
 * each piece took.
 * @throws PackRefused for what is no text, or unpacks to more than a backup can be
 */
export async function* packPieces(file: Blob): AsyncGenerator<{ text: string; bytes: number }> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (bytes?: Uint8Array) => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch {
      throw new PackRefused({ code: 'notJson', look: 'binary' });
    }
  };
  let taken = 0;
  let unpacked = 0;
  for await (const bytes of await bytesOf(file, (more) => (taken += more))) {
    unpacked += bytes.length;
    if (unpacked > MAX_BYTES) throw new PackRefused({ code: 'tooLarge', bytes: unpacked, most: MAX_BYTES });
    yield { text: decode(bytes), bytes: taken };
    taken = 0;
  }
  yield { text: decode(), bytes: taken };
}

async function bytesOf(file: Blob, taken: (bytes: number) => void): Promise<AsyncIterable<Uint8Array>> {
  const head = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return isGzip(head) ? whole(unzipped(file, taken)) : counted(file, taken);
}

async function* counted(file: Blob, taken: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  for await (const bytes of file.stream()) {
    taken(bytes.length);
    yield bytes;
  }
}

/** The same bytes; what cannot be unpacked is said to be damaged. */
async function* whole(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes;
  } catch (error) {
    if (error instanceof TypeError) throw new PackRefused({ code: 'damaged' });
    throw error;
  }
}
