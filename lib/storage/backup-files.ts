/**
 * The folders that backups are in: one of the extension's own, beside its database and not in it,
 * because where the browser loses one database of an origin it loses them all; and, if the person
 * chose one, a folder of theirs. Both are the same kind of thing to the browser, and to us.
 */
import { type AutoBackup, newestSet, readBackupName } from '../domain/backup-plan';
import { database, reasonOf, write } from './db';
import { writeGzipped } from './gzip';

/** A backup in a folder. */
export interface BackupFile extends AutoBackup {
  /** In bytes. */
  size: number;
}

/**
 * The extension's own folder, which no page and no program of the person's sees.
 * @throws DOMException or TypeError where the browser has none
 */
export async function ownFolder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle('backups', { create: true });
}

/**
 * The same; `null` where the browser has none, and so no backups in it.
 * @throws DOMException where it has one that does not answer
 */
export async function ownFolderIfAny(): Promise<FileSystemDirectoryHandle | null> {
  try {
    return await ownFolder();
  } catch (error) {
    if (error instanceof TypeError || reasonOf(error) === 'blocked') return null;
    throw error;
  }
}

/** The folder that the person chose; `null` while they chose none. */
export async function chosenFolder(): Promise<FileSystemDirectoryHandle | null> {
  const row = await database().meta.get('folder');
  return row && 'handle' in row ? row.handle : null;
}

/**
 * Remembers a folder of the person's, or forgets it; what is in it stays there.
 * @throws NotSaved
 */
export async function keepFolder(handle: FileSystemDirectoryHandle | null): Promise<void> {
  await write(async (db) => {
    if (handle) await db.meta.put({ key: 'folder', handle });
    else await db.meta.delete('folder');
  });
}

/** The backups in a folder, newest first. Other files are not ours, and an empty one was never written to its end. */
export async function backupsIn(folder: FileSystemDirectoryHandle): Promise<BackupFile[]> {
  const found: BackupFile[] = [];
  for await (const [name, entry] of folder.entries()) {
    const backup = readBackupName(name);
    if (!backup || entry.kind !== 'file') continue;
    const { size } = await (entry as FileSystemFileHandle).getFile();
    if (size > 0) found.push({ ...backup, size });
  }
  return found.sort((a, b) => b.made - a.made);
}

/** The files that bring back the most, or, with `last`, all up to that backup; none where there is no backup. */
export async function filesOfNewest(folder: FileSystemDirectoryHandle, last?: AutoBackup): Promise<File[]> {
  const kept = await backupsIn(folder);
  const set = newestSet(last ? kept.filter(({ made }) => made <= last.made) : kept);
  return Promise.all(set.map(({ name }) => fileIn(folder, name)));
}

/** Lets go of the backups in the extension's own folder: what is in them is to be kept otherwise from now on. */
export async function dropOwnBackups(): Promise<void> {
  await alone(async () => {
    const folder = await ownFolderIfAny();
    if (!folder) return;
    for (const { name } of await backupsIn(folder)) await folder.removeEntry(name);
  });
}

/**
 * One file of a folder.
 * @throws DOMException where it is not there
 */
export async function fileIn(folder: FileSystemDirectoryHandle, name: string): Promise<File> {
  return (await folder.getFileHandle(name)).getFile();
}

/** Writes a backup's text, compressed, whole or not at all: the browser puts a file in its place when it is closed. */
export async function writePack(
  folder: FileSystemDirectoryHandle,
  name: string,
  text: AsyncIterable<string>,
): Promise<void> {
  const handle = await folder.getFileHandle(name, { create: true });
  await writeGzipped(text, await handle.createWritable());
}

/** Does something with backups while no other tab and not the service worker does. */
export function alone<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request('footing-backups', work);
}
