/**
 * The lock on what a person writes: off, open or locked. One random key seals all texts; it is
 * kept in the database sealed under the passphrase's key, so that a new passphrase seals nothing
 * anew, and a wrong one opens nothing.
 *
 * While the lock is open the key is in `storage.session`: in the browser's memory, never on the
 * disk, for the extension's own documents and its worker alone, and gone when the browser closes.
 * So a page that is loaded anew, with a new panel in it, does not ask for the passphrase again.
 * Each document makes a key of it that cannot be read out.
 */
import { browser } from '#imports';
import { type Instant, MINUTE_MS } from '../domain/day';
import { z } from '../domain/z';
import { database, type FootingDb, type LogState, NotSaved, type Vault, write } from './db';
import { deriveKey, fromBase64, newSalt, openText, randomBytes, sealText, toBase64 } from './passphrase';

/** `open`: texts are sealed on the disk, and can be read here. */
export type LockState = 'off' | 'open' | 'locked';

/** How the texts of what is written now are kept. */
export type TextsKept = 'open' | 'sealed';

/** What is in the browser's memory while the lock is open. */
interface Session {
  /** The key of all texts, 32 bytes in base64. */
  raw: string;
  /** When it locks, unless Footing is used before; `null`: when the browser closes. */
  until: Instant | null;
}

interface Known {
  vault: Vault | null;
  key: CryptoKey | null;
  until: Instant | null;
}

/** The alarm that goes off when the lock is to close. */
export const LOCK_ALARM = 'lock';

const SESSION = 'lock';
const HINT = 'footing-lock';
const OFF: Known = { vault: null, key: null, until: null };

/** `null`: nobody looked yet. */
let known: Known | null = null;
/** A key that is being let go: for what was under way when the lock closed. */
let lingering: CryptoKey | null = null;
let looking: Promise<unknown> = Promise.resolve();
const watchers = new Set<(state: LockState) => unknown>();
const leaving = new Set<() => Promise<unknown>>();

/**
 * Whether this profile may have a lock, known at once: without one nothing is ever waited for. A
 * worker cannot know it so, and finds out by what it reads.
 */
export function mayBeLocked(): boolean {
  try {
    return known ? known.vault !== null : localStorage.getItem(HINT) !== null;
  } catch {
    return false;
  }
}

/** The state of the lock as it was last seen. */
export function lockState(): LockState {
  if (!known?.vault) return 'off';
  return known.key ? 'open' : 'locked';
}

/** How the texts of what is written now are to be kept, as it was last seen; the log has the last word. */
export async function textsWanted(): Promise<TextsKept> {
  if (!known && mayBeLocked()) await look();
  return textsUnder(known?.vault ?? null);
}

/** Whether text may stand on the disk as it was typed, as far as is known at once. */
export function mayBePlain(): boolean {
  return known ? textsUnder(known.vault) === 'open' : !mayBeLocked();
}

const textsUnder = (vault: Vault | null): TextsKept => (vault && vault.state !== 'opening' ? 'sealed' : 'open');

/** How the log wants texts to be kept; asked inside the transaction that writes them. */
export const textsOf = (log: Pick<LogState, 'texts'>): TextsKept => log.texts ?? 'open';

/** The same, inside a transaction on `meta`. */
export async function textsOfLog(db: FootingDb): Promise<TextsKept> {
  const row = await db.meta.get('log');
  return row?.key === 'log' ? textsOf(row) : 'open';
}

/** Looks at the lock anew, one look after another. Not for use inside a transaction. */
export function look(): Promise<LockState> {
  const mine = looking.then(lookOnce, lookOnce);
  looking = mine;
  return mine;
}

async function lookOnce(): Promise<LockState> {
  const vault = await readVault();
  const session = vault && (await readSession());
  // Everything was erased, and the lock with it.
  if (!vault && mayBeLocked()) await browser.storage.session.remove(SESSION);
  const next: Known = session ? { vault, key: await importKey(session.raw), until: session.until } : { ...OFF, vault };
  if (known?.key && !next.key) letGo(known.key);
  const before = known && lockState();
  known = next;
  hint(vault !== null);
  const now = lockState();
  if (now !== before) for (const tell of watchers) tell(now);
  return now;
}

/** Whoever has something under way may end it with the key that they began with. */
function letGo(key: CryptoKey): void {
  lingering = key;
  void Promise.allSettled([...leaving].map((leave) => leave())).then(() => {
    lingering = null;
  });
}

/** The vault as it stands; `null` without a lock. */
export async function readVault(): Promise<Vault | null> {
  const row = await database().meta.get('vault');
  return row?.key === 'vault' ? row : null;
}

const vaultSchema = z.object({
  id: z.string(),
  salt: z.string(),
  rounds: z.number(),
  wrapped: z.string(),
  idle: z.number().nullable(),
});

/** What a backup of sealed texts says of its lock: without it nobody could open them on another day. */
export async function vaultForBackup(): Promise<{ vault?: z.output<typeof vaultSchema> }> {
  const vault = await readVault();
  return vault ? { vault: vaultSchema.parse(vault) } : {};
}

/** The vault of a backup's header; `null` where its texts are open. */
export function vaultIn(header: object): Vault | null {
  const read = 'vault' in header ? vaultSchema.safeParse(header.vault) : null;
  // What is here already may be open still: it is sealed when the lock is next opened.
  return read?.success ? { key: 'vault', state: 'sealing', ...read.data } : null;
}

/** The key that opens texts; `null` while they are locked, or where there is no lock. */
export async function heldKey(): Promise<CryptoKey | null> {
  if (!known) await look();
  return known?.key ?? lingering;
}

/**
 * The same, for what cannot be done without it.
 * @throws NotSaved
 */
export async function neededKey(): Promise<CryptoKey> {
  const key = await heldKey();
  if (!key) throw new NotSaved('locked');
  return key;
}

/** Calls `tell` at each change of the lock, by whichever document of this profile, until `signal` is aborted. */
export function watchLock(tell: (state: LockState) => unknown, signal: AbortSignal): void {
  watchers.add(tell);
  signal.addEventListener('abort', () => watchers.delete(tell));
}

/** Asks to be called when the lock closes, and to be waited for before the key is let go. */
export function beforeLocking(leave: () => Promise<unknown>): void {
  leaving.add(leave);
}

/** Follows what other documents do with the lock, until `signal` is aborted. */
export function followLock(signal: AbortSignal): void {
  const hear = (changes: object) => {
    if (SESSION in changes) void look().catch(() => undefined); // It is looked at again before anything is read.
  };
  browser.storage.session.onChanged.addListener(hear);
  signal.addEventListener('abort', () => browser.storage.session.onChanged.removeListener(hear));
}

/** A new vault, open; it is not kept yet. */
export async function newVault(passphrase: string, idle: number | null): Promise<{ vault: Vault; raw: string }> {
  // Before anything is kept: a document that starts meanwhile looks before it believes that there is no lock.
  hint(true);
  const raw = toBase64(randomBytes(32));
  const id = toBase64(randomBytes(12));
  const vault: Vault = { key: 'vault', id, state: 'sealing', idle, ...(await wrap(raw, passphrase)) };
  return { vault, raw };
}

/** Lets every document of this profile read texts with this key. */
export async function openWith(raw: string, idle: number | null): Promise<void> {
  const until = idle === null ? null : Date.now() + idle * MINUTE_MS;
  await browser.storage.session.set({ [SESSION]: { raw, until } satisfies Session });
  // With no document open the worker looks at the lock when its time is over.
  if (until !== null) await browser.alarms.create(LOCK_ALARM, { when: until });
  await look();
}

/** Opens the lock; `false` for a wrong passphrase. */
export async function unlock(passphrase: string): Promise<boolean> {
  const vault = await readVault();
  const raw = vault && (await unwrap(vault, passphrase));
  if (!vault || !raw) return false;
  await openWith(raw, vault.idle);
  return true;
}

/** Locks, in every document of this profile. */
export async function lock(): Promise<void> {
  await browser.storage.session.remove(SESSION);
  await look();
}

/**
 * Another passphrase for the same texts; `false`, and nothing changed, where the present one is wrong.
 * @throws NotSaved
 */
export async function changePassphrase(present: string, next: string): Promise<boolean> {
  const vault = await readVault();
  const raw = vault && (await unwrap(vault, present));
  if (!raw) return false;
  const wrapped = await wrap(raw, next);
  await changeVault((now) => ({ ...now, ...wrapped }));
  return true;
}

/**
 * After how many minutes without use it locks; `null`: when the browser closes.
 * @throws NotSaved
 */
export async function setIdle(idle: number | null): Promise<void> {
  await changeVault((now) => ({ ...now, idle }));
  const session = await readSession();
  if (session) await openWith(session.raw, idle);
}

/** Footing is being used: it locks that much later. */
export async function stayOpen(): Promise<void> {
  const session = known?.key ? await readSession() : null;
  if (session && known?.vault) await openWith(session.raw, known.vault.idle);
}

/** When it locks by itself; `null`: not before the browser closes, or it is not open. */
export function locksAt(): Instant | null {
  return known?.key ? known.until : null;
}

async function changeVault(change: (vault: Vault) => Vault): Promise<void> {
  await write((db) =>
    db.transaction('rw', db.meta, async () => {
      const row = await db.meta.get('vault');
      if (row?.key === 'vault') await db.meta.put(change(row));
    }),
  );
  await look();
}

async function wrap(raw: string, passphrase: string) {
  const salted = newSalt();
  return { ...salted, wrapped: await sealText(await deriveKey(passphrase, salted), raw) };
}

async function unwrap(vault: Vault, passphrase: string): Promise<string | null> {
  return openText(await deriveKey(passphrase, vault), vault.wrapped);
}

/** What is in memory, unless its time is over: then it goes. */
async function readSession(): Promise<Session | null> {
  const kept: unknown = (await browser.storage.session.get(SESSION))[SESSION];
  if (!isSession(kept)) return null;
  if (kept.until === null || Date.now() < kept.until) return kept;
  await browser.storage.session.remove(SESSION);
  return null;
}

function isSession(kept: unknown): kept is Session {
  return typeof kept === 'object' && kept !== null && 'raw' in kept && 'until' in kept;
}

function importKey(raw: string): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', fromBase64(raw), 'AES-GCM', false, ['encrypt', 'decrypt']);
}

function hint(isThere: boolean): void {
  try {
    if (isThere) localStorage.setItem(HINT, '1');
    else localStorage.removeItem(HINT);
  } catch {
    // A worker has no such storage, and needs none: what it reads tells it.
  }
}
