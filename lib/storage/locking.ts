/**
 * Turning the lock on and off. Which way texts are kept from now on changes first, in one
 * transaction; then what is there follows, deal by deal, each with its documents in a
 * transaction of its own. A browser that is killed in between leaves some sealed and some not,
 * which is read by what each says of itself; the vault remembers what is under way, and
 * `finish` goes on with what is not done yet.
 */
import type { Table } from 'dexie';
import type { Op, Subject } from '../domain/op';
import { sameJson } from '../domain/same-json';
import { isSealed } from '../domain/texts';
import { dropOwnBackups } from './backup-files';
import { type Aside, type Draft, database, type FootingDb, type Look, NotSaved, type Vault, write } from './db';
import { foldAnew } from './documents';
import { allCopies, dropCopy } from './draft-copies';
import { keepDraft } from './drafts';
import { lock, look, neededKey, newVault, openWith, readVault } from './lock';
import { logOf, tablesOf } from './log';
import { isLook, openLook, sealLook } from './looks';
import { openText, sealText } from './passphrase';
import { openDraft, opened, sealDraft, sealed } from './sealed-texts';

/** How far it is, 0 to 1; given after each transaction. */
export type Steps = AsyncGenerator<number, void>;

/**
 * Turns the lock on, and seals what is there.
 * @throws NotSaved
 */
export async function* turnOn(passphrase: string, idle: number | null): Steps {
  const { vault, raw } = await newVault(passphrase, idle);
  await change(async (db, kept) => {
    // Another tab was quicker; its passphrase is the one.
    if (kept) throw new NotSaved('locked');
    await db.meta.bulkPut([vault, { ...(await logOf(db)), texts: 'sealed' }]);
  });
  await openWith(raw, idle);
  yield* finish();
}

/**
 * Turns the lock off, and opens what is sealed.
 * @throws NotSaved while it is locked
 */
export async function* turnOff(): Steps {
  await neededKey();
  await change(async (db, kept) => {
    if (!kept) return;
    const { texts: _, ...log } = await logOf(db);
    await db.meta.bulkPut([{ ...kept, state: 'opening' }, log]);
  });
  await look();
  yield* finish();
}

/**
 * Goes on with what was being turned on or off, to its end; nothing to do is done at once.
 * @throws NotSaved while it is locked
 */
export async function* finish(): Steps {
  const vault = await readVault();
  if (!vault || vault.state === 'sealed') return;
  const ways = vault.state === 'sealing' ? sealing(await neededKey()) : opening(await neededKey());
  const db = database();
  const subjects = await db.ops.orderBy('subject').uniqueKeys();
  for (const [index, subject] of subjects.entries()) {
    if (await convert(String(subject), ways)) yield (index + 1) / subjects.length;
  }
  if (vault.state === 'sealing') await sealCopies();
  await convertRows(db.drafts, ({ deal, key }): [Subject, string] => [deal, key], ways.draft);
  yield 1;
  await convertRows(db.aside, ({ id }) => id, ways.aside);
  yield 1;
  await convertRows(
    db.meta,
    ({ key }) => key,
    async (row) => (isLook(row) ? ways.look(row) : row),
  );
  yield 1;
  await dropOwnBackups();
  await change(async (db, kept) => {
    if (kept?.state === 'sealing') await db.meta.put({ ...kept, state: 'sealed' });
    if (kept?.state === 'opening') await db.meta.delete('vault');
  });
  if (vault.state === 'opening') await lock();
  else await look();
}

interface Ways {
  op(op: Op): Promise<Op>;
  draft(draft: Draft): Promise<Draft>;
  aside(aside: Aside): Promise<Aside>;
  look(look: Look): Promise<Look>;
}

function sealing(key: CryptoKey): Ways {
  return {
    // A seal that is not of this key is a text like any other: whoever wrote it into a file.
    op: async (op) => ((await opened(key, op)) === op ? sealed(key, op) : op),
    draft: async (draft) => (isSealed(draft.value) ? draft : sealDraft(key, draft)),
    async aside(row) {
      if (isSealed(row.record)) return row;
      const { subject, key: of } = (row.record ?? {}) as { subject?: unknown; key?: unknown };
      const text = await sealText(key, JSON.stringify(row.record), aboutAside(row));
      // What it is about stays, so that it can be erased with that.
      return { ...row, record: { subject, key: of, sealed: text } };
    },
    look: (row) => sealLook(key, row),
  };
}

function opening(key: CryptoKey): Ways {
  return {
    op: (op) => opened(key, op),
    draft: async (draft) => (await openDraft(key, draft)) ?? draft,
    async aside(row) {
      const text = isSealed(row.record) ? await openText(key, row.record.sealed, aboutAside(row)) : null;
      return text === null ? row : { ...row, record: JSON.parse(text) };
    },
    look: (row) => openLook(key, row),
  };
}

const aboutAside = ({ id }: Aside) => `aside ${id}`;

/** One subject: its ops and what is folded from them; says whether there was anything to do. */
async function convert(subject: Subject, ways: Ways): Promise<boolean> {
  const before = await database().ops.where('subject').equals(subject).toArray();
  const after = await Promise.all(before.map((op) => ('kind' in op && 'value' in op ? ways.op(op) : op)));
  const changed = after.filter((op, index) => op !== before[index]);
  if (changed.length === 0) return false;
  await write((db) =>
    db.transaction('rw', tablesOf(db), async () => {
      // What was erased meanwhile stays erased.
      const held = await db.ops.bulkGet(changed.map(({ id }) => id));
      await db.ops.bulkPut(changed.filter((_, index) => held[index] !== undefined));
      await foldAnew(db, [subject]);
    }),
  );
  return true;
}

/** Rows that stand alone. One that changed meanwhile was written as is wanted from now on. */
async function convertRows<T extends object, K>(
  table: Table<T, K>,
  keyOf: (row: T) => K,
  way: (row: T) => Promise<T>,
): Promise<void> {
  for (const row of await table.toArray()) {
    const next = await way(row);
    if (next === row) continue;
    await write((db) =>
      db.transaction('rw', table, async () => {
        if (sameJson(await table.get(keyOf(row)), row)) await table.put(next);
      }),
    );
  }
}

/** Copies of drafts become rows, which are sealed. */
async function sealCopies(): Promise<void> {
  for (const { deal, key, value } of allCopies()) {
    await keepDraft(deal, key, value);
    dropCopy(deal, key);
  }
}

/** Changes the vault and the log's word together. */
async function change(work: (db: FootingDb, kept: Vault | null) => Promise<unknown>): Promise<void> {
  await write((db) =>
    db.transaction('rw', db.meta, db.ops, db.aside, async () => {
      const row = await db.meta.get('vault');
      await work(db, row?.key === 'vault' ? row : null);
    }),
  );
}
