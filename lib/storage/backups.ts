/**
 * Backups that are made by themselves: compressed, a whole one a week and what came since in
 * between, each an ordinary backup file.
 */
import { backupName, goesOnFrom, outdated } from '../domain/backup-plan';
import type { Instant } from '../domain/day';
import { changedBy, type Fingerprint, NOTHING } from '../domain/fingerprint';
import { type PackHeader, PackRefused } from '../domain/pack';
import { PackScan } from '../domain/pack-scan';
import { z } from '../domain/z';
import { headerFor } from './backup';
import { type BackupFile, backupsIn, fileIn, writePack } from './backup-files';
import { database, type LogState } from './db';
import { vaultForBackup } from './lock';
import { readLogState } from './log-state';
import { backupText } from './pack-file';
import { packText } from './pack-text';

/** What an automatic backup's header says beside what every backup's says: where the log stood. */
const standSchema = z.looseObject({ newest: z.string(), checksum: z.string(), log: z.number() });

/** Where the log stood when a backup was made. */
export interface Stand {
  newest: string;
  /** Of the ids of all ops of the log, not of this file alone. */
  checksum: Fingerprint;
  /** How many changes the log held: what this backup brings back with the one it goes on from. */
  log: number;
}

/**
 * Makes the backup that is due in a folder, and lets go of those that it stands for. `null` where
 * nothing changed since the last one, or nothing is kept yet. Not to be called while something is
 * missing: a backup of a loss would take the place of a better one.
 * @throws DOMException where the folder refuses; RangeError where the log changed meanwhile
 */
export async function makeBackup(folder: FileSystemDirectoryHandle, now: Instant): Promise<BackupFile | null> {
  const kept = await backupsIn(folder);
  const log = await stands();
  if (!log || log.ops === 0) return null;
  const last = kept[0] && (await standOf(folder, kept[0].name));
  if (last && last.checksum === log.checksum && last.log === log.ops) return null;
  const whole = goesOnFrom(kept, now);
  const stand = whole && (await standOf(folder, whole.name));
  const from = stand && (await onlyGrewSince(stand, log)) ? stand.newest : '';
  // To the second, as names are.
  const made = now - (now % 1000);
  const name = backupName(made, from && whole ? whole.made : null);
  await writePack(folder, name, packText(await headerOf(log, from, made), from, log.newest));
  const { size } = await fileIn(folder, name);
  const file = { name, made, since: from && whole ? whole.made : null, size };
  for (const old of outdated([file, ...kept], now)) await folder.removeEntry(old.name);
  return file;
}

async function stands(): Promise<LogState | null> {
  const db = database();
  return db.transaction('r', [db.ops, db.aside, db.meta], () => readLogState(db));
}

/** Whether the log is what it was then and newer ops: nothing older came by a merge, nothing was erased. */
async function onlyGrewSince(stand: Stand, log: LogState): Promise<boolean> {
  const since = await database().ops.where('id').above(stand.newest).primaryKeys();
  return changedBy(stand.checksum, since) === log.checksum;
}

async function headerOf(log: LogState, from: string, made: Instant): Promise<PackHeader & Stand> {
  const ops = await database().ops.where('id').between(from, log.newest, false, true).count();
  const lock = await vaultForBackup();
  return {
    ...(await headerFor(ops, made)),
    ...lock,
    newest: log.newest,
    checksum: log.checksum ?? NOTHING,
    log: log.ops,
  };
}

/** Where the log stood when a backup was made; `null` where that cannot be read. */
async function standOf(folder: FileSystemDirectoryHandle, name: string): Promise<Stand | null> {
  try {
    const scan = new PackScan(['backup']);
    for await (const text of backupText(await fileIn(folder, name))) {
      scan.feed(text);
      if (scan.header) return standSchema.safeParse(scan.header).data ?? null;
    }
    return null;
  } catch (error) {
    if (error instanceof PackRefused) return null;
    throw error;
  }
}
