/** Erasing for good, as the options page walks through it: what, how much of it, and only then. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { mayUse } from '../browser/folder';
import type { DealKey, OrgKey } from '../domain/deal';
import { orgOf } from '../domain/deal';
import type { EraseScope } from '../domain/erasure';
import { eraseFromBackups } from '../storage/backup-erase';
import { alone, backupsIn, chosenFolder, ownFolderIfAny } from '../storage/backup-files';
import { type FaultReason, reasonOf } from '../storage/db';
import { allDeals, readDeal, summariesOf } from '../storage/deals';
import { countReached, erase, type Reached } from '../storage/erase';
import { look } from './auto-backup';
import { askHealth } from './health';
import { useLogWalk } from './log-walk';

/** What would go, wherever it is kept. */
export interface EraseCount extends Reached {
  /** How many of the backups that are made by themselves are written anew without it. */
  backups: number;
  /** A folder of the person's that holds backups, and cannot be reached before they allow it again. */
  closed: string | null;
}

/** How far the walk is. */
export type Erasing =
  | { state: 'idle' }
  | { state: 'counting' | 'counted' | 'erasing'; scope: EraseScope; count: EraseCount | null }
  | { state: 'done'; count: EraseCount }
  | { state: 'failed'; reason: FaultReason };

const erasing = createStore<{ now: Erasing }>()(() => ({ now: { state: 'idle' } }));
const show = (now: Erasing) => erasing.setState({ now });

/** What the screen shows of it. */
export const useErasing = (): Erasing => useStore(erasing, ({ now }) => now);

/** Counts what would go. */
export async function considerErasing(scope: EraseScope): Promise<void> {
  const mine: Erasing = { state: 'counting', scope, count: null };
  show(mine);
  try {
    const count = await countAll(scope);
    // Another choice may have been made meanwhile.
    if (erasing.getState().now === mine) show({ state: 'counted', scope, count });
  } catch (error) {
    show({ state: 'failed', reason: reasonOf(error) });
  }
}

/** Nothing is erased after all. */
export function letBe(): void {
  show({ state: 'idle' });
}

/** Erases what was counted. */
export async function eraseCounted(): Promise<void> {
  const { now } = erasing.getState();
  if (now.state !== 'counted' || !now.count) return;
  const { scope, count } = now;
  show({ state: 'erasing', scope, count });
  try {
    await eraseEverywhere(scope);
    show({ state: 'done', count });
  } catch (error) {
    show({ state: 'failed', reason: reasonOf(error) });
  }
  await Promise.all([askHealth(), look()]);
}

/**
 * Erases here and in the backups within reach, in those first: what is erased here must not be left there.
 * @throws NotSaved, or whatever a folder refuses with
 */
export async function eraseEverywhere(scope: EraseScope): Promise<void> {
  await alone(async () => {
    for (const folder of (await folders()).open) await eraseFromBackups(folder, scope);
    await erase(scope);
  });
}

async function countAll(scope: EraseScope): Promise<EraseCount> {
  const { open, closed } = await folders();
  const kept = await Promise.all(open.map(backupsIn));
  return { ...(await countReached(scope)), backups: kept.flat().length, closed };
}

/** The folders with backups that can be reached now, and the name of one that cannot. */
async function folders(): Promise<{ open: FileSystemDirectoryHandle[]; closed: string | null }> {
  const own = await ownFolderIfAny();
  const chosen = await chosenFolder();
  const isOpen = chosen !== null && (await mayUse(chosen));
  return {
    open: [...(own ? [own] : []), ...(isOpen ? [chosen] : [])],
    closed: chosen && !isOpen ? chosen.name : null,
  };
}

/** A deal by the names that its page shows. */
export interface NamedDeal {
  deal: DealKey;
  name: string;
  account: string;
}

const NONE: readonly NamedDeal[] = [];

/** Every deal, by name; empty while they are read, or cannot be: health says why. */
export const useNamedDeals = (): readonly NamedDeal[] => useLogWalk(readNamed) ?? NONE;

async function readNamed(): Promise<NamedDeal[]> {
  const deals: NamedDeal[] = [];
  for await (const part of summariesOf(await allDeals())) {
    for (const { subject, seen } of part) {
      deals.push({ deal: subject as DealKey, name: seen.name?.text ?? '', account: seen.account?.text ?? '' });
    }
  }
  return deals.sort((a, b) => a.name.localeCompare(b.name));
}

/** The orgs of these deals. */
export function orgsOf(deals: readonly NamedDeal[]): OrgKey[] {
  return [...new Set(deals.map(({ deal }) => orgOf(deal)))].sort();
}

/** Something that was said or seen of a deal, as it stands now. */
export interface Entry {
  key: string;
  /** What its newest revision says, by anyone. */
  value: unknown;
}

/** Everything that was ever said or seen of a deal; empty while it is read, or cannot be: health says why. */
export function useEntries(deal: DealKey): readonly Entry[] {
  const read = async () => {
    const cells = (await readDeal(deal))?.cells ?? {};
    return Object.entries(cells).map(([key, byAuthor]): Entry => {
      const newest = Object.values(byAuthor).toSorted((a, b) => (a.op < b.op ? 1 : -1))[0];
      return { key, value: newest?.value ?? null };
    });
  };
  return useLiveQuery(async () => read().catch(() => []), [deal]) ?? [];
}
