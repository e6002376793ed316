/** Backups that are made by themselves, and the folder of the person's own that they may be copied to. */
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { askToUse, hasFolders, mayUse, pickFolder } from '../browser/folder';
import { alone, type BackupFile, backupsIn, chosenFolder, keepFolder, ownFolder } from '../storage/backup-files';
import { keepTrouble, readTrouble } from '../storage/backup-trouble';
import { makeBackup } from '../storage/backups';
import { type FaultReason, reasonOf } from '../storage/db';
import { checkHealth } from '../storage/health';

/** The folder of the person's own. `asks`: the browser wants their word again before it is used. */
export type OwnFolder =
  | { state: 'none' }
  /** This browser has no folders: the download is the way. */
  | { state: 'never' }
  | { state: 'used' | 'asks'; name: string };

/** What there is of them. */
export interface AutoBackups {
  /** Newest first; `null` where the browser has no place for them, or it cannot be read. */
  files: readonly BackupFile[] | null;
  folder: OwnFolder;
  /** Why the last one could not be made. */
  trouble: FaultReason | null;
}

interface Shown {
  backups: AutoBackups | null;
  /** What the last press of a button came to. */
  outcome: 'none' | 'working' | 'made' | 'unchanged' | FaultReason;
}

const shown = createStore<Shown>()(() => ({ backups: null, outcome: 'none' }));

/** `null` while they are looked for. */
export function useAutoBackups(): Shown {
  useEffect(() => void look(), []);
  return useStore(shown);
}

/** The way in for what changes backups elsewhere. */
export async function look(): Promise<void> {
  const files = await ownFolder()
    .then(backupsIn)
    .catch(() => null);
  const [folder, trouble] = await Promise.all([readFolder(), readTrouble().catch(() => null)]);
  shown.setState({ backups: { files, folder, trouble } });
}

/** A folder that cannot be asked for is none; one that does not say whether it may be used is asked for anew. */
async function readFolder(): Promise<OwnFolder> {
  if (!hasFolders()) return { state: 'never' };
  const folder = await chosenFolder().catch(() => null);
  if (!folder) return { state: 'none' };
  const isOpen = await mayUse(folder).catch(() => false);
  return { state: isOpen ? 'used' : 'asks', name: folder.name };
}

/**
 * Makes the backups that are due, here and in the person's folder where that may be used now; says
 * whether anything had to be made. While something is missing nothing is made: it would take the
 * place of what can bring it back.
 * @throws whatever the place refuses with
 */
export async function makeBackups(): Promise<boolean> {
  if ((await checkHealth()).state !== 'ok') return false;
  try {
    const made = await alone(async () => {
      const now = Date.now();
      const own = await makeBackup(await ownFolder(), now);
      const folder = await chosenFolder();
      const copy = folder && (await mayUse(folder)) ? await makeBackup(folder, now) : null;
      return own !== null || copy !== null;
    });
    await keepTrouble(null);
    return made;
  } catch (error) {
    await keepTrouble(error).catch(() => undefined); // Where even that cannot be kept, health says so.
    throw error;
  }
}

/** Makes what is due at once, because the person says so. */
export async function backUpNow(): Promise<void> {
  shown.setState({ outcome: 'working' });
  const outcome = await makeBackups().then((made) => (made ? ('made' as const) : ('unchanged' as const)), reasonOf);
  shown.setState({ outcome });
  await look();
}

/** Lets the person choose a folder, and puts a first backup there. */
export async function chooseFolder(): Promise<void> {
  try {
    const folder = await pickFolder();
    if (!folder) return;
    await keepFolder(folder);
    await backUpNow();
  } catch (error) {
    shown.setState({ outcome: reasonOf(error) });
  }
}

/** Asks the browser to let the folder be used again. */
export async function allowFolder(): Promise<void> {
  try {
    const folder = await chosenFolder();
    if (folder && (await askToUse(folder))) await backUpNow();
    else await look();
  } catch (error) {
    shown.setState({ outcome: reasonOf(error) });
  }
}

/** Uses the folder no more; what is in it stays there. */
export async function leaveFolder(): Promise<void> {
  await keepFolder(null).catch((error: unknown) => shown.setState({ outcome: reasonOf(error) }));
  await look();
}
