/** A playbook as a file: the way out, and the way in with a look at what it would change. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { offerFile } from '../browser/offer-file';
import type { Playbook } from '../domain/playbook';
import { following, ownCopy } from '../domain/playbook-change';
import {
  MAX_PLAYBOOK_FILE,
  type PlaybookRead,
  parsePlaybook,
  playbookFileName,
  printPlaybook,
} from '../domain/playbook-file';
import { sameJson } from '../domain/same-json';
import type { TeamPlaybooks } from '../domain/team-playbooks';
import { newEnding, readPlaybooks } from '../storage/playbooks';
import { adopt } from './playbook-draft';

type Faults = Extract<PlaybookRead, { ok: false }>;
type Read = Extract<PlaybookRead, { ok: true }>;

/**
 * What adding the file would mean: `same` - nothing; `new` - one more of the team's own; `shipped` -
 * one that ships was changed, so it is added beside it; `next` - a further version of `kept`.
 */
export type Plan =
  | { kind: 'same' }
  | { kind: 'new' | 'shipped'; next: Playbook }
  | { kind: 'next'; next: Playbook; kept: Playbook };

/** How far the way in is. */
export type Incoming =
  | { state: 'idle' }
  | { state: 'unreadable'; name: string }
  | ({ state: 'refused'; name: string } & Pick<Faults, 'faults' | 'more'>)
  | { state: 'looking'; name: string; plan: Plan; read: Read }
  | { state: 'added'; playbook: Playbook }
  /** `behind`: another tab saved a version meanwhile. */
  | { state: 'failed'; behind: boolean };

const incoming = createStore<Incoming>()(() => ({ state: 'idle' }));

/** What the screen shows of it. */
export const useIncoming = () => useStore(incoming);

/** Hands the playbook's file to the browser's downloads. */
export function savePlaybookFile(playbook: Playbook): void {
  offerFile(new Blob([printPlaybook(playbook)], { type: 'application/json' }), playbookFileName(playbook));
}

/** Reads a file and shows what it would change; nothing is changed yet. `copyWords` names a changed one that ships. */
export async function lookAtPlaybook(
  file: File,
  copyWords: (playbook: Playbook) => { name: string; origin: string },
): Promise<void> {
  const { name } = file;
  try {
    // Past the limit it is refused by its size; all of it need not be read for that.
    const read = parsePlaybook(await file.slice(0, MAX_PLAYBOOK_FILE + 1).text());
    if (!read.ok) incoming.setState({ state: 'refused', name, faults: read.faults, more: read.more }, true);
    else {
      const plan = planFor(read.playbook, await readPlaybooks(), copyWords);
      incoming.setState({ state: 'looking', name, plan, read }, true);
    }
  } catch {
    incoming.setState({ state: 'unreadable', name }, true);
  }
}

function planFor(
  playbook: Playbook,
  { shipped, own }: TeamPlaybooks,
  copyWords: (playbook: Playbook) => { name: string; origin: string },
): Plan {
  const asShipped = shipped.find(({ id }) => id === playbook.id);
  if (asShipped) {
    if (sameJson(asShipped, playbook)) return { kind: 'same' };
    return { kind: 'shipped', next: ownCopy(playbook, newEnding(), copyWords(playbook)) };
  }
  const kept = own.find(({ id }) => id === playbook.id);
  if (!kept) return { kind: 'new', next: playbook };
  const next = following(kept, playbook);
  return sameJson({ ...next, version: 0 }, { ...kept, version: 0 }) ? { kind: 'same' } : { kind: 'next', next, kept };
}

/** Adds what was looked at. */
export async function addIncoming(playbook: Playbook): Promise<void> {
  const done = await adopt(playbook);
  incoming.setState(
    done === 'saved' ? { state: 'added', playbook } : { state: 'failed', behind: done === 'behind' },
    true,
  );
}

/** Lets the file be. */
export function leaveIncoming(): void {
  incoming.setState({ state: 'idle' }, true);
}
