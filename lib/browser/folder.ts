/** A folder of the person's own: asked for, and asked for again, only with a click of theirs. */

/** What the browsers that have folders say beside what all of them say. */
type Access = 'granted' | 'denied' | 'prompt';
interface AskedFolder extends FileSystemDirectoryHandle {
  queryPermission(wish: { mode: 'readwrite' }): Promise<Access>;
  requestPermission(wish: { mode: 'readwrite' }): Promise<Access>;
}

const WISH = { mode: 'readwrite' } as const;

type Picker = (wish: { id: string; mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle>;

function picker(): Picker | null {
  const found: unknown = Reflect.get(globalThis, 'showDirectoryPicker');
  return typeof found === 'function' ? (found.bind(globalThis) as Picker) : null;
}

/** Whether this browser gives folders at all. */
export const hasFolders = (): boolean => picker() !== null;

/** Lets the person choose; `null` where they chose none. */
export async function pickFolder(): Promise<FileSystemDirectoryHandle | null> {
  try {
    return (await picker()?.({ id: 'footing-backups', ...WISH })) ?? null;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}

/** Whether it may be written to now, without asking anybody. */
export async function mayUse(folder: FileSystemDirectoryHandle): Promise<boolean> {
  return (await (folder as AskedFolder).queryPermission(WISH)) === 'granted';
}

/** Asks the person again; only within a click. */
export async function askToUse(folder: FileSystemDirectoryHandle): Promise<boolean> {
  return (await (folder as AskedFolder).requestPermission(WISH)) === 'granted';
}
