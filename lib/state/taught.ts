/** What was taught of sites: looked over, forgotten, saved as a file and brought in from one. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { offerFile } from '../browser/offer-file';
import { MAX_TAUGHT_FILE, parseTaught, printTaught, type Taught, type TaughtRead } from '../domain/taught';
import { forgetTaught, readTaught, saveTaught } from '../storage/taught';
import { settle } from './site-access';

/** Everything that was taught, by site; empty while it is read, or cannot be. */
export function useTaught(): readonly Taught[] {
  return useLiveQuery(async () => readTaught().catch(() => []), []) ?? [];
}

/** Forgets what was taught of a site. Whether that was kept. */
export async function forget(origin: string): Promise<boolean> {
  return done(() => forgetTaught(origin));
}

async function done(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    await settle();
    return true;
  } catch {
    return false;
  }
}

/** Hands what was taught to the browser's downloads. */
export function saveTaughtFile(sites: readonly Taught[]): void {
  offerFile(new Blob([printTaught(sites)], { type: 'application/json' }), 'footing-sites.json');
}

/** How far a file is. */
export type Incoming =
  | { state: 'idle' | 'failed' }
  | { state: 'refused'; read: Extract<TaughtRead, { ok: false }> }
  /** `replaced`: the sites of which something else was taught here. */
  | { state: 'looking'; sites: readonly Taught[]; replaced: readonly string[] }
  | { state: 'added'; sites: number };

const incoming = createStore<Incoming>()(() => ({ state: 'idle' }));

/** What the screen shows of it. */
export const useIncomingTaught = () => useStore(incoming);

/** Reads a file and shows what it would change; nothing is changed yet. */
export async function lookAtTaught(file: File): Promise<void> {
  try {
    // Past the limit it is refused by its size; all of it need not be read for that.
    const read = parseTaught(await file.slice(0, MAX_TAUGHT_FILE + 1).text());
    if (!read.ok) return incoming.setState({ state: 'refused', read }, true);
    const here = new Set((await readTaught()).map(({ origin }) => origin));
    const replaced = read.sites.map(({ origin }) => origin).filter((origin) => here.has(origin));
    incoming.setState({ state: 'looking', sites: read.sites, replaced }, true);
  } catch {
    incoming.setState({ state: 'failed' }, true);
  }
}

/** Adds what was looked at. It reads pages only where the person has turned the site on. */
export async function addIncoming(sites: readonly Taught[]): Promise<void> {
  const saved = await done(() => saveTaught(sites));
  incoming.setState(saved ? { state: 'added', sites: sites.length } : { state: 'failed' }, true);
}

/** Lets the file be. */
export function leaveIncoming(): void {
  incoming.setState({ state: 'idle' }, true);
}
