/**
 * A pack under a passphrase. The file begins with one line of JSON that says how to make the key
 * and how the rest is cut; then come a check of the passphrase and the pack's text in blocks,
 * each sealed by itself, so that a file of any size is opened block by block. The line is sealed
 * with every block: not a letter of it can be changed unnoticed. A block's number is its nonce;
 * the key, made with a salt of its own, is never used for another file.
 */
import { PackRefused } from './pack';
import { z } from './z';

/** Raised when a reader of the old shape could not open a new file. */
export const SEAL_FORMAT = 1;

/** Plain bytes in a block; the last one may be shorter. */
export const BLOCK = 256 * 1024;
/** What sealing adds to each block. */
export const TAG = 16;

const sealSchema = z.object({
  product: z.literal('footing'),
  kind: z.literal('sealed'),
  format: z.literal(SEAL_FORMAT),
  /** How the key is made from the passphrase. */
  key: z.object({
    from: z.literal('PBKDF2'),
    hash: z.literal('SHA-256'),
    rounds: z.number().int().min(600_000).max(10_000_000),
    /** 16 bytes in base64. */
    salt: z.base64().length(24),
  }),
  cipher: z.literal('AES-GCM-256'),
  block: z.literal(BLOCK),
  /** Of the pack inside. */
  bytes: z.number().int().min(0),
});
export type SealHeader = z.infer<typeof sealSchema>;

/** The first line of a sealed file. */
export function sealHead(header: SealHeader): string {
  return `${JSON.stringify({ header })}\n`;
}

/** The longest first line that is looked for; a real one has some 300 letters. */
export const MAX_SEAL_HEAD = 4096;

/**
 * The header of a sealed file and how many bytes its line takes; `null` where it is none. `head`
 * is the file's beginning.
 * @throws PackRefused for one of a newer version, or one that was altered
 */
export function readSealHead(head: Uint8Array): { header: SealHeader; length: number } | null {
  const length = head.indexOf(10) + 1;
  const line = new TextDecoder().decode(head.subarray(0, length));
  if (!line.startsWith('{"header":{"product":"footing","kind":"sealed"')) return null;
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    throw new PackRefused({ code: 'altered' });
  }
  const claimed = z.object({ header: z.looseObject({ format: z.number() }) }).safeParse(parsed);
  const format = claimed.data?.header.format ?? 0;
  if (format > SEAL_FORMAT) throw new PackRefused({ code: 'newer', format, reads: SEAL_FORMAT });
  const header = sealSchema.safeParse(claimed.data?.header);
  if (!header.success) throw new PackRefused({ code: 'altered' });
  return { header: header.data, length };
}

/** How many bytes a sealed file has after its first line. */
export function sealedBytes(bytes: number): number {
  return TAG + bytes + Math.ceil(bytes / BLOCK) * TAG;
}
