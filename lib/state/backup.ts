/** The way out and back of everything, as the options page walks through it. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { offerFile } from '../browser/offer-file';
import { readBackupName } from '../domain/backup-plan';
import type { Instant } from '../domain/day';
import { PackRefused, packName, type Refusal } from '../domain/pack';
import { exportAll, importPack, type PackPreview, readPack } from '../storage/backup';
import { type BackupFile, filesOfNewest, ownFolder } from '../storage/backup-files';
import { type FaultReason, reasonOf } from '../storage/db';
import type { Doing } from '../storage/watch';
import type { Far } from './far';
import { askHealth } from './health';
import { settle } from './site-access';

export type { PackPreview };

/** How far the way out is. */
export type Saving = { state: 'idle' } | ({ state: 'working' } & Far) | { state: 'done'; name: string } | Failed;

/** How far the way in is. */
export type Bringing =
  | { state: 'idle' }
  | ({ state: 'reading' } & Far)
  /** `since`: the file alone holds only what came after that moment. */
  | { state: 'looking'; name: string; preview: PackPreview; since: Instant | null }
  /** What is in counts only when all of it is. */
  | ({ state: 'adding' } & Far)
  /** It was told to stop; what was begun is being taken back. */
  | { state: 'stopping' }
  | { state: 'stopped' }
  | { state: 'done'; added: number }
  | { state: 'refused'; name: string; refusal: Refusal }
  | Failed;

interface Failed {
  state: 'failed';
  reason: FaultReason;
}

const saving = createStore<Saving>()(() => ({ state: 'idle' }));
const bringing = createStore<Bringing>()(() => ({ state: 'idle' }));

/** What the screen shows of either. */
export const useSaving = () => useStore(saving);
export const useBringing = () => useStore(bringing);

let saves = new AbortController();

/** Makes the backup file and hands it to the browser's downloads. */
export async function saveBackup(): Promise<void> {
  saves.abort();
  saves = new AbortController();
  const { signal } = saves;
  const show = (state: Saving) => void (signal.aborted || saving.setState(state, true));
  show({ state: 'working', share: 0 });
  try {
    const file = await exportAll({ signal, progress: (share, now) => show({ state: 'working', share, now }) });
    const name = packName('backup', Date.now());
    if (signal.aborted) return;
    offerFile(file, name);
    show({ state: 'done', name });
  } catch (error) {
    show({ state: 'failed', reason: reasonOf(error) });
  }
}

/** Lets the file be. */
export function stopSaving(): void {
  saves.abort();
  saving.setState({ state: 'idle' }, true);
}

let reading = new AbortController();

/** Reads a file, or the files that make one backup together, and shows what it would change; nothing is changed yet. */
export async function lookAt(files: readonly File[]): Promise<void> {
  const names = files.map(({ name }) => name);
  const since = files.length === 1 ? (readBackupName(names[0] ?? '')?.since ?? null) : null;
  await lookInto(names.join(', '), async () => files, since);
}

/** The same of a backup that was made by itself, with the whole one that it goes on from. */
export async function lookAtBackup(name: string, backup: BackupFile): Promise<void> {
  await lookInto(name, async () => filesOfNewest(await ownFolder(), backup), null);
}

async function lookInto(name: string, find: () => Promise<readonly File[]>, since: Instant | null): Promise<void> {
  reading.abort();
  reading = new AbortController();
  const { signal } = reading;
  const show = (state: Bringing) => {
    // A file that was given up, or replaced by another one, has nothing more to say.
    if (!signal.aborted) bringing.setState(state, true);
  };
  show({ state: 'reading', share: 0 });
  try {
    const progress = (share: number, now?: Doing) => show({ state: 'reading', share, now });
    const preview = await readPack(await find(), progress, signal);
    show({ state: 'looking', name, preview, since });
  } catch (error) {
    if (error instanceof PackRefused) show({ state: 'refused', name, refusal: error.refusal });
    else show({ state: 'failed', reason: reasonOf(error) });
  }
}

/** Adds what was looked at to what is here, whole or not at all. `revive`: with what was erased here since. */
export async function addPreview(preview: PackPreview, revive: boolean): Promise<void> {
  reading = new AbortController();
  const { signal } = reading;
  const progress = (share: number, now?: Doing) =>
    signal.aborted || bringing.setState({ state: 'adding', share, now }, true);
  progress(0);
  try {
    const { added } = await importPack(preview, { revive, progress, signal });
    bringing.setState({ state: 'done', added }, true);
    await askHealth();
    // It may hold what was taught of sites; what cannot be settled now is at the next start.
    await settle().catch(() => undefined);
  } catch (error) {
    bringing.setState(signal.aborted ? { state: 'stopped' } : { state: 'failed', reason: reasonOf(error) }, true);
  }
}

/** Lets the file be; of one that is being added nothing stays. */
export function giveUp(): void {
  reading.abort();
  const { state } = bringing.getState();
  bringing.setState({ state: state === 'adding' || state === 'stopping' ? 'stopping' : 'idle' }, true);
}
