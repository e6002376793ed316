/** The playbooks of the team, and the one that is chosen for a deal. */
import { useLiveQuery } from 'dexie-react-hooks';
import type { DealKey } from '../domain/deal';
import { CHOSEN_KEY } from '../domain/op';
import type { PlaybookRules } from '../domain/playbook-choice';
import type { TeamPlaybooks } from '../domain/team-playbooks';
import { type FaultReason, reasonOf } from '../storage/db';
import {
  choosePlaybook,
  type PlaybookVersion,
  readPlaybooks,
  retirePlaybook,
  saveRules,
  versionsOf,
} from '../storage/playbooks';
import { save } from './saving';

/** The playbooks on the screen. */
export type Playbooks =
  | { state: 'loading' }
  | { state: 'shown'; team: TeamPlaybooks }
  | { state: 'failed'; reason: FaultReason };

/** The playbooks that ship and the team's own, now and after each change by anyone. */
export function usePlaybooks(): Playbooks {
  return useLiveQuery(read) ?? { state: 'loading' };
}

async function read(): Promise<Playbooks> {
  try {
    return { state: 'shown', team: await readPlaybooks() };
  } catch (error) {
    return { state: 'failed', reason: reasonOf(error) };
  }
}

/** Every version of one of the team's own, newest first; empty while it is read, or cannot be. */
export function useVersions(id: string): readonly PlaybookVersion[] {
  return useLiveQuery(async () => versionsOf(id).catch(() => []), [id]) ?? [];
}

/** Chooses the playbook of the deal on the page; `null` lets the rules decide. */
export async function choose(deal: DealKey, playbook: string | null): Promise<void> {
  await save(deal, CHOSEN_KEY, () => choosePlaybook(deal, playbook));
}

/** Changes which playbooks are for which deals, on what is kept at this moment. Says why it was not kept. */
export function changeRules(change: (rules: PlaybookRules) => PlaybookRules): Promise<FaultReason | null> {
  // Reading and changing is one step: two quick changes, or two tabs, do not undo each other.
  return tried(() =>
    navigator.locks.request('footing rules', async () => {
      const { rules, otherwise } = await readPlaybooks();
      await saveRules(change({ rules: [...rules], otherwise }));
    }),
  );
}

/** Takes a playbook off the shelf, or puts it back. Says why it was not kept. */
export function shelve(id: string, retired: boolean): Promise<FaultReason | null> {
  return tried(() => retirePlaybook(id, retired));
}

async function tried(work: () => Promise<void>): Promise<FaultReason | null> {
  try {
    await work();
    return null;
  } catch (error) {
    return reasonOf(error);
  }
}
