/** The row that says where the log stands, and what it would say if it were written anew. */
import type { OpId } from '../domain/clock';
import { changedBy, NOTHING } from '../domain/fingerprint';
import { database, type FootingDb, type LogState } from './db';

/** How many keys one request gives: fewer objects at a time than all there are. */
const BATCH = 20_000;

/** The row as it stands; `null` while the log is empty. Inside a transaction on `meta`, `ops` and `aside`. */
export async function readLogState(db: FootingDb): Promise<LogState | null> {
  const row = await db.meta.get('log');
  if (row?.key !== 'log') return null;
  // A row from before there were checksums.
  return row.checksum === undefined ? recounted(db, row) : row;
}

/** Another one for every change of the log; `''` while it is empty. Cheap, for who asks again after each change. */
export async function readLogMark(): Promise<string> {
  const row = await database().meta.get('log');
  return row?.key === 'log' ? `${row.newest} ${row.checksum}` : '';
}

/** The row with its count, its newest op and its checksum taken from what is really there. */
export async function recounted(db: FootingDb, log: LogState): Promise<LogState> {
  let [ops, checksum, newest, last]: [number, string, OpId, OpId] = [0, NOTHING, '', ''];
  for (;;) {
    const ids = await db.ops.where('id').above(last).limit(BATCH).primaryKeys();
    checksum = changedBy(checksum, ids);
    ops += ids.length;
    newest = ids.at(-1) ?? newest;
    if (ids.length < BATCH) break;
    last = newest;
  }
  const aside = await db.aside.toCollection().primaryKeys();
  for (const id of aside) if (id > newest) newest = id;
  return { ...log, ops: ops + aside.length, newest, checksum: changedBy(checksum, aside) };
}
