/**
 * The database: its tables, its versions, its one connection, and how a write fails.
 * It lives in the extension's own origin, which the panel's iframe, the extension's tabs and
 * the service worker share, and which no page can reach.
 */
import { Dexie, type Table } from 'dexie';
import type { ClockState, OpId } from '../domain/clock';
import type { Instant } from '../domain/day';
import type { DealKey } from '../domain/deal';
import type { Fingerprint } from '../domain/fingerprint';
import type { SubjectDoc } from '../domain/fold';
import type { AuthorId, Op, Subject } from '../domain/op';
import type { Summary } from '../domain/summary';
import type { Salted } from './passphrase';

/** Text that is being typed: kept until it becomes an op or is thrown away. */
export interface Draft {
  /** A deal; or the team, for a playbook that is being edited. */
  deal: Subject;
  /** The key of the op that it will become: `answer:fit.owner`. */
  key: string;
  value: unknown;
  at: Instant;
}

/** Who writes in this browser profile. */
export interface Identity {
  key: 'identity';
  device: string;
  author: AuthorId;
  /** Everyone who is the same person: this profile, and the profiles whose backups came home. */
  authors: AuthorId[];
}

/** Where the log stands; read and moved on inside the transaction that appends. */
export interface LogState extends ClockState {
  key: 'log';
  /** Made with the database: a database that was lost and made anew has another one. */
  generation: string;
  ops: number;
  /** `''` while the log is empty. */
  newest: OpId;
  /** Of the ids of all its ops; missing in a row that an older build wrote. */
  checksum?: Fingerprint;
  /** How often something was erased for good: after it less is no loss. */
  erasings?: number;
  /** Set while what is appended has its texts sealed; changes together with the vault. */
  texts?: 'sealed';
}

/** The lock on what a person writes, while there is one. */
export interface Vault extends Salted {
  key: 'vault';
  /** Which key it holds: the same through every change of the passphrase. */
  id: string;
  /** `sealing` and `opening`: it is being turned on or off, and texts are kept both ways meanwhile. */
  state: 'sealing' | 'sealed' | 'opening';
  /** The key of all texts, sealed under the passphrase's. */
  wrapped: string;
  /** After how many minutes without use it locks; `null`: when the browser closes. */
  idle: number | null;
}

/** What this profile's own person did with a deal without changing anything in it. */
export interface Look {
  key: `look:${DealKey}`;
  /** When it was last looked at; `null`: not yet. */
  at: Instant | null;
  /** Remarks that were set aside. */
  aside: string[];
}

/** Small facts about this profile, one row each. */
export type Meta =
  | Identity
  | LogState
  | Vault
  | Look
  | { key: 'persist'; granted: boolean }
  | { key: 'probe'; at: Instant }
  /** Where the person wants a second copy of each backup. */
  | { key: 'folder'; handle: FileSystemDirectoryHandle };

/** A record of the log that could not be read: taken out of the fold, never thrown away. */
export interface Aside {
  id: string;
  record: unknown;
  /** Which field, and what was wrong with it. */
  why: string;
}

/**
 * The version of the tables. A later one is added below with its own `stores` and literals, and
 * never takes away a table or an index: an older build opens a newer database to read it.
 */
export const VERSION = 1;

/** Dexie multiplies: the browser's own number of our version 1 is 10. */
const NATIVE = 10;

/** The database. Only this room opens it. */
export class FootingDb extends Dexie {
  declare readonly ops: Table<Op, OpId>;
  declare readonly deals: Table<SubjectDoc, Subject>;
  declare readonly orgs: Table<SubjectDoc, Subject>;
  declare readonly summaries: Table<Summary, Subject>;
  declare readonly drafts: Table<Draft, [Subject, string]>;
  declare readonly meta: Table<Meta, Meta['key']>;
  declare readonly aside: Table<Aside, string>;

  constructor(name = 'footing') {
    // Strict: what was acknowledged is on the disk, not in a buffer of the operating system.
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      ops: 'id, subject, [subject+key]',
      deals: 'subject',
      orgs: 'subject',
      summaries: 'subject, touchedAt',
      drafts: '[deal+key], deal',
      meta: 'key',
      aside: 'id',
    });
  }

  /** Whether a newer build of Footing has been at this database; then this one only reads. */
  get newer(): boolean {
    return this.isOpen() && Math.floor(this.backendDB().version / NATIVE) > VERSION;
  }
}

let connection: FootingDb | undefined;

/** The one connection of this document; it opens itself at the first use. */
export function database(): FootingDb {
  connection ??= new FootingDb();
  // What could not be opened once would never be tried again; the disk may have room by now.
  if (connection.hasFailed()) connection.close({ disableAutoOpen: false });
  return connection;
}

/**
 * Why storage refused. `full`: no room; `blocked`: the browser denies storage to the extension;
 * `newer`: a newer build has changed the database; `locked`: it takes the passphrase; `broken`:
 * anything else.
 */
export type FaultReason = 'full' | 'blocked' | 'broken' | 'newer' | 'locked';

/** A write that did not happen. Nothing of it was kept; what was typed is still with the caller. */
export class NotSaved extends Error {
  override readonly name = 'NotSaved';
  readonly reason: FaultReason;

  constructor(reason: FaultReason, cause?: unknown) {
    super(`not saved: ${reason}`, { cause });
    this.reason = reason;
  }
}

const FULL = /quota|no[_ ]space|disk.{0,20}full/i;

/** What an error of the database means to a person, whatever the browser calls it. */
export function reasonOf(error: unknown): FaultReason {
  if (error instanceof NotSaved) return error.reason;
  const names: string[] = [];
  for (let at: unknown = error; at instanceof Error || at instanceof DOMException; at = innerOf(at)) {
    names.push(at.name, at.message);
  }
  const said = names.join(' ');
  // A full disk is an UnknownError in Chromium, and only its message tells.
  if (FULL.test(said)) return 'full';
  if (/VersionError/.test(said)) return 'newer';
  if (/SecurityError|MissingAPI|NotAllowed/.test(said)) return 'blocked';
  return 'broken';
}

/** The error inside an error: Dexie keeps the browser's own as `inner`, others as `cause`. */
function innerOf(error: Error | DOMException): unknown {
  if ('inner' in error) return error.inner;
  return 'cause' in error ? error.cause : undefined;
}

/** Less room than this is none: to open a database writes some, too. In bytes. */
const NO_ROOM = 1 << 20;

/**
 * The same where an error may not say it: of a disk that is full a reopened database says "internal
 * error". A browser that does not say how much room there is leaves it at that.
 */
export async function reasonFor(error: unknown): Promise<FaultReason> {
  const reason = reasonOf(error);
  if (reason !== 'broken') return reason;
  const room = await navigator.storage?.estimate?.().catch(() => undefined);
  return room?.quota !== undefined && room.quota - (room.usage ?? 0) < NO_ROOM ? 'full' : reason;
}

let epoch = 0;
let reopening: Promise<unknown> = Promise.resolve();

/**
 * Runs a write. Any rejection is a failed write, whatever its name; a connection that had an
 * I/O error stays dead, so it is closed and opened again, once, and the write is tried again.
 * `work` must therefore be safe to run twice. Where `signal` said stop, that is no failure.
 * @throws NotSaved when the second try fails too; the signal's reason
 */
export async function write<T>(work: (db: FootingDb) => PromiseLike<T>, signal?: AbortSignal): Promise<T> {
  const began = epoch;
  try {
    return await attempt(work);
  } catch (first) {
    if (first instanceof NotSaved) throw first;
    signal?.throwIfAborted();
    // Writes that fail together share one reopening: a second close would break the retries.
    if (epoch === began) {
      epoch += 1;
      reopening = reopen();
    }
    try {
      await reopening;
      return await attempt(work);
    } catch (second) {
      throw new NotSaved(await reasonFor(second), second);
    }
  }
}

async function attempt<T>(work: (db: FootingDb) => PromiseLike<T>): Promise<T> {
  const db = database();
  if (!db.isOpen()) await db.open();
  if (db.newer) throw new NotSaved('newer');
  return await work(db);
}

async function reopen(): Promise<void> {
  const db = database();
  db.close({ disableAutoOpen: false });
  await db.open();
}
