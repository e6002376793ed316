/**
 * From a passphrase to a key, and from a key to text that nobody else can read: PBKDF2 with
 * SHA-256 makes the key, AES-GCM seals with it and finds out when what is sealed was altered.
 * Both are the browser's own. What is sealed is text (`v1:nonce:bytes` in base64), so it goes
 * wherever text goes.
 */

/** How often the passphrase is hashed: OWASP's number for PBKDF2 with SHA-256, half a second of work here. */
export const ROUNDS = 600_000;

/** The most that a file or a row may ask for: ten seconds of work, not an hour. */
const MOST_ROUNDS = 10_000_000;

const NONCE_BYTES = 12;
const MARK = 'v1';

/** What a key is made with beside the passphrase; no secret. */
export interface Salted {
  /** 16 random bytes, in base64. */
  salt: string;
  rounds: number;
}

/** What a new key is made with. */
export function newSalt(): Salted {
  return { salt: toBase64(randomBytes(16)), rounds: ROUNDS };
}

/**
 * The key of a passphrase. It cannot be read out of the browser again. The same passphrase typed
 * on another keyboard is the same: letters are brought to one form first.
 * @throws RangeError for a number of rounds that nobody of ours wrote
 */
export async function deriveKey(passphrase: string, { salt, rounds }: Salted): Promise<CryptoKey> {
  if (!(rounds >= ROUNDS && rounds <= MOST_ROUNDS)) throw new RangeError(`${rounds} rounds`);
  const typed = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const base = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey']);
  const from = { name: 'PBKDF2', hash: 'SHA-256', salt: fromBase64(salt), iterations: rounds };
  return crypto.subtle.deriveKey(from, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/** Seals a text under a key. `about` is not hidden, and must be the same to open it again. */
export async function sealText(key: CryptoKey, text: string, about = ''): Promise<string> {
  const iv = randomBytes(NONCE_BYTES);
  const bytes = await crypto.subtle.encrypt(method(iv, about), key, new TextEncoder().encode(text));
  return [MARK, toBase64(iv), toBase64(new Uint8Array(bytes))].join(':');
}

/** The text that was sealed; `null` with another key, for another purpose, or where it was altered. */
export async function openText(key: CryptoKey, sealed: string, about = ''): Promise<string | null> {
  const [mark, iv = '', bytes = ''] = sealed.split(':');
  if (mark !== MARK) return null;
  try {
    const text = await crypto.subtle.decrypt(method(fromBase64(iv), about), key, fromBase64(bytes));
    return new TextDecoder().decode(text);
  } catch {
    return null;
  }
}

/** Whether a text looks like one that `sealText` made. */
export function looksSealed(text: unknown): text is string {
  return typeof text === 'string' && /^v1:[A-Za-z0-9+/]{16}:[A-Za-z0-9+/]{22,}={0,2}$/.test(text);
}

/** Random bytes, fit for keys. */
export function randomBytes(count: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(count));
}

/** Bytes as text. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  // In parts: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 4096) text += String.fromCharCode(...bytes.subarray(at, at + 4096));
  return btoa(text);
}

/** @throws DOMException for what is no base64 */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

function method(iv: Uint8Array<ArrayBuffer>, about: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(about) };
}
