/** Packs under a passphrase, block by block: neither side ever holds a whole file in memory. */

import { PackRefused } from '../domain/pack';
import {
  BLOCK,
  MAX_SEAL_HEAD,
  readSealHead,
  SEAL_FORMAT,
  type SealHeader,
  sealedBytes,
  sealHead,
  TAG,
} from '../domain/pack-seal';
import { deriveKey, newSalt } from './passphrase';
import type { Watch } from './watch';

/** Seals a file. Its own text stays what it is. */
export async function seal(
  plain: Blob,
  passphrase: string,
  { progress = () => {}, signal }: Watch = {},
): Promise<Blob> {
  const { salt, rounds } = newSalt();
  const header: SealHeader = {
    product: 'footing',
    kind: 'sealed',
    format: SEAL_FORMAT,
    key: { from: 'PBKDF2', hash: 'SHA-256', rounds, salt },
    cipher: 'AES-GCM-256',
    block: BLOCK,
    bytes: plain.size,
  };
  const head = new TextEncoder().encode(sealHead(header));
  const key = await deriveKey(passphrase, { salt, rounds });
  const parts: Blob[] = [new Blob([head, await crypto.subtle.encrypt(blockOf(0, head), key, new Uint8Array())])];
  for (let at = 0, block = 1; at < plain.size; at += BLOCK, block++) {
    signal?.throwIfAborted();
    const bytes = await plain.slice(at, at + BLOCK).arrayBuffer();
    // The browser keeps finished blocks outside the page's memory.
    parts.push(new Blob([await crypto.subtle.encrypt(blockOf(block, head), key, bytes)]));
    progress(at / plain.size, { step: 'sealing', done: at, of: plain.size });
  }
  return new Blob(parts, { type: 'application/octet-stream' });
}

/** Whether a file is sealed, by its first line. @throws PackRefused */
export async function isSealed(file: Blob): Promise<boolean> {
  return readSealHead(await headOf(file)) !== null;
}

/**
 * The bytes of a sealed file in the clear. Nothing is given that the seal does not vouch for.
 * @throws PackRefused where the passphrase is not the one, or the file is not as it was made
 */
export async function* unseal(file: Blob, passphrase: string): AsyncGenerator<Uint8Array> {
  const read = readSealHead(await headOf(file));
  if (!read) throw new PackRefused({ code: 'notFooting' });
  const { header, length } = read;
  const of = length + sealedBytes(header.bytes);
  if (file.size !== of) throw new PackRefused({ code: 'otherLength', bytes: file.size, of });
  const head = new Uint8Array(await file.slice(0, length).arrayBuffer());
  const key = await deriveKey(passphrase, header.key);
  const open = async (block: number, from: number, to: number, code: 'wrongPassphrase' | 'altered') => {
    const bytes = await file.slice(from, to).arrayBuffer();
    try {
      return new Uint8Array(await crypto.subtle.decrypt(blockOf(block, head), key, bytes));
    } catch {
      throw new PackRefused({ code });
    }
  };
  await open(0, length, length + TAG, 'wrongPassphrase');
  for (let at = length + TAG, block = 1; at < of; at += BLOCK + TAG, block++) {
    yield await open(block, at, Math.min(of, at + BLOCK + TAG), 'altered');
  }
}

async function headOf(file: Blob): Promise<Uint8Array> {
  return new Uint8Array(await file.slice(0, MAX_SEAL_HEAD).arrayBuffer());
}

/** The number of a block is its nonce; the first line of the file is sealed with each. */
function blockOf(block: number, head: Uint8Array<ArrayBuffer>): AesGcmParams {
  const iv = new Uint8Array(12);
  new DataView(iv.buffer).setUint32(8, block);
  return { name: 'AES-GCM', iv, additionalData: head };
}
