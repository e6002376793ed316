/** Compressed text: written as it comes, and read with an eye on how large it gets. */

/** How much is unpacked at once: a file that unpacks to a thousand times its size is seen before it fills the memory. */
const SLICE = 8192;

/** The first bytes of every compressed file. */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/** Writes a text that comes in parts into a file, compressed. What fails leaves the file as it was. */
export async function writeGzipped(parts: AsyncIterable<string>, file: WritableStream<Uint8Array>): Promise<void> {
  const zip = new CompressionStream('gzip');
  const written = zip.readable.pipeTo(file);
  // Where the file refuses, the next write tells.
  written.catch(() => undefined);
  const writer = zip.writable.getWriter();
  const encoder = new TextEncoder();
  try {
    for await (const part of parts) await writer.write(encoder.encode(part));
    await writer.close();
  } catch (error) {
    await writer.abort(error).catch(() => undefined); // The error itself is what is told.
    throw error;
  }
  await written;
}

/**
 * A file's bytes, unpacked; `taken` is told how many of the file's own bytes each step took.
 * @throws TypeError where the file is damaged
 */
export async function* unzipped(file: Blob, taken: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  const unzip = new DecompressionStream('gzip');
  const writer = unzip.writable.getWriter();
  const feed = async () => {
    for await (const piece of file.stream()) {
      for (let at = 0; at < piece.length; at += SLICE) {
        const slice = piece.slice(at, at + SLICE);
        // Done only when what the slice before became was read.
        await writer.write(slice);
        taken(slice.length);
      }
    }
    await writer.close();
  };
  const fed = feed();
  // A damaged file rejects both sides; the reading side tells.
  fed.catch(() => undefined);
  yield* unzip.readable;
  await fed;
}
