/**
 * The sentinel: how much the log held when it was last written, kept in `storage.local`, which
 * is another store on the disk. A database that was corrupted or evicted opens without an
 * error and empty; only something outside it can tell that it was not always so.
 *
 * It is written after the transaction and outside it. That is safe because it may only ever
 * know too little: where the browser dies in between, the database holds more than the
 * sentinel says, and only less is a loss.
 */
import { browser } from '#imports';
import type { LogState } from './db';

const KEY = 'sentinel';

/** What is kept of the log outside its database. */
export type Sentinel = Pick<LogState, 'generation' | 'ops' | 'newest' | 'checksum' | 'erasings'>;

/** What the sentinel knows; `null` in a profile that has kept nothing yet. */
export async function readSentinel(): Promise<Sentinel | null> {
  const kept: unknown = (await browser.storage.local.get(KEY))[KEY];
  return isSentinel(kept) ? kept : null;
}

/**
 * Whether a log with this state holds all that the sentinel knows of. Where something was erased
 * since, the sentinel knows of what went on purpose, and cannot tell.
 */
export function covers(log: Sentinel | null, sentinel: Sentinel): boolean {
  if (log?.generation !== sentinel.generation) return false;
  if ((log.erasings ?? 0) > (sentinel.erasings ?? 0) || log.ops > sentinel.ops) return true;
  return log.ops === sentinel.ops && (sentinel.checksum ?? log.checksum) === log.checksum;
}

/** Sets the sentinel to what stands, whatever it knew: after a loss was restored or accepted. */
export async function setSentinel(log: Sentinel | null): Promise<void> {
  if (!log) return browser.storage.local.remove(KEY);
  const { generation, ops, newest, checksum, erasings } = log;
  await browser.storage.local.set({ [KEY]: { generation, ops, newest, checksum, erasings } satisfies Sentinel });
}

let latest: LogState | null = null;
let writing: Promise<void> | null = null;

/**
 * Notes where the log stands after an append. Appends in quick succession share one write, and
 * nobody waits for it. A loss that nobody has dealt with is not papered over.
 */
export function keepSentinel(log: LogState): void {
  latest = log;
  writing ??= drain().finally(() => {
    writing = null;
  });
}

/** Resolves when what `keepSentinel` was told is on the disk: for who looks at the disk next, as tests do. */
export async function sentinelKept(): Promise<void> {
  await writing;
}

async function drain(): Promise<void> {
  while (latest) {
    const log = latest;
    latest = null;
    try {
      const known = await readSentinel();
      if (!known || covers(log, known)) await setSentinel(log);
    } catch {
      // The ops themselves are kept. The next append writes it again, and health reports what ails.
    }
  }
}

function isSentinel(kept: unknown): kept is Sentinel {
  if (typeof kept !== 'object' || kept === null) return false;
  const { generation, ops, newest } = kept as Partial<Sentinel>;
  return typeof generation === 'string' && typeof ops === 'number' && typeof newest === 'string';
}
