/**
 * Who writes here: a device and an author, made once per browser profile from random bits.
 * Neither is a name, and neither leaves but in a backup.
 */
import type { AuthorId } from '../domain/op';
import { database, type FootingDb, type Identity } from './db';

/** `digits` random hexadecimal digits. */
export function randomHex(digits: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(digits / 2));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Everyone whose answers are mine; empty while this profile has written nothing. */
export async function authors(): Promise<AuthorId[]> {
  return (await readIdentity(database()))?.authors ?? [];
}

/** This profile's identity, made at the first write. For use inside a writing transaction on `meta`. */
export async function identityOf(db: FootingDb): Promise<Identity> {
  const kept = await readIdentity(db);
  if (kept) return kept;
  const author = randomHex(16);
  const made: Identity = { key: 'identity', device: randomHex(16), author, authors: [author] };
  await db.meta.add(made);
  return made;
}

/** Makes the authors of a backup of one's own count as oneself. Inside a writing transaction on `meta`. */
export async function adopt(db: FootingDb, others: readonly AuthorId[]): Promise<void> {
  const identity = await identityOf(db);
  const authors = [...new Set([...identity.authors, ...others])];
  if (authors.length > identity.authors.length) await db.meta.put({ ...identity, authors });
}

async function readIdentity(db: FootingDb): Promise<Identity | null> {
  const row = await db.meta.get('identity');
  return row?.key === 'identity' ? row : null;
}
