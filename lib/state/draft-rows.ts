/**
 * The rows that drafts are kept in. Each living panel has rows of its own, so that two panels on
 * one deal do not write over each other's half-typed text; a row whose panel is no more was left
 * by a crash or a closed tab, and is taken over.
 */
import type { Instant } from '../domain/day';
import type { DealKey } from '../domain/deal';
import type { Patch } from '../domain/revise';
import { copiesOf, copyDraft, dropCopy } from '../storage/draft-copies';
import { draftsOf, dropDraft, keepDraft } from '../storage/drafts';

/** What a draft's row holds. */
export interface DraftValue<P = Patch> {
  patch: P;
  /** Whether the page had not said, when it was typed, that it is at the deal. */
  held: boolean;
  /** When it was typed; missing in what an older build left. */
  at?: Instant;
}

/** A draft that was found, with the key that it was held under. */
export interface LeftDraft extends DraftValue {
  key: string;
}

/** A panel is alive as long as it holds the lock of this name; the browser lets go of it at its end. */
const PANEL = `footing-panel-${crypto.randomUUID()}`;
const SPLIT = '@';

/** Says to other panels, until this document ends, that its drafts are being typed. */
export function liveAsPanel(): void {
  void navigator.locks.request(PANEL, () => new Promise<never>(() => {}));
}

/** The write under way for each draft, and what it is to become after it: `null` is to be forgotten. */
const writing = new Map<string, { next?: DraftValue<object> | null; done: Promise<void> }>();

/** The drafts that are being typed here. */
const typing = new Set<string>();

/** Keeps a draft's present text; a text that cannot be kept is still on screen, and its save will say so. */
export function holdDraft(deal: DealKey, key: string, value: DraftValue<object>): Promise<void> {
  typing.add(`${deal} ${key}`);
  return become(deal, key, { ...value, at: Date.now() });
}

/** Forgets a draft: it is in a revision now, or was dropped by the person. */
export function discardDraft(deal: DealKey, key: string): Promise<void> {
  typing.delete(`${deal} ${key}`);
  return become(deal, key, null);
}

/** One write at a time for each draft: keys that come faster than the disk skip to the newest text. */
function become(deal: DealKey, key: string, value: DraftValue<object> | null): Promise<void> {
  if (value === null) dropCopy(deal, rowKey(key));
  else copyDraft(deal, rowKey(key), value);
  const id = `${deal} ${key}`;
  const now = writing.get(id);
  if (now) {
    now.next = value;
    return now.done;
  }
  const mine: { next?: DraftValue<object> | null; done: Promise<void> } = { next: value, done: Promise.resolve() };
  writing.set(id, mine);
  mine.done = (async () => {
    while (mine.next !== undefined) {
      const { next } = mine;
      mine.next = undefined;
      const isKept = await quietly(next === null ? dropDraft(deal, rowKey(key)) : keepDraft(deal, rowKey(key), next));
      if (isKept && mine.next === undefined) dropCopy(deal, rowKey(key));
    }
    writing.delete(id);
  })();
  return mine.done;
}

/** Resolves when every draft is on the disk as it stands on screen, or cannot be. */
export async function draftsKept(): Promise<void> {
  await Promise.all([...writing.values()].map(({ done }) => done));
}

let takingOver: Promise<unknown> = Promise.resolve();

/**
 * Takes over the drafts of a deal that nobody types any more, and gives them with this panel's own,
 * the newest last. One at a time: several lines ask at once when a deal is opened, and a second that
 * had read a row before the first moved it would bring it back after it was saved.
 */
export function takeOverDrafts(deal: DealKey): Promise<LeftDraft[]> {
  const mine = takingOver.then(() => takeOver(deal));
  takingOver = mine.catch(() => undefined);
  return mine;
}

async function takeOver(deal: DealKey): Promise<LeftDraft[]> {
  const held = (await navigator.locks.query()).held ?? [];
  const living = new Set(held.map((lock) => lock.name));
  const left: LeftDraft[] = [];
  // A copy is newer than its row, which was never kept; but one that a killed browser brings back is older.
  const all = [...(await draftsOf(deal)), ...copiesOf(deal)].toSorted((a, b) => ageOf(a) - ageOf(b));
  for (const [row, kept] of new Map(all.map(({ key, value }) => [key, value]))) {
    const at = row.lastIndexOf(SPLIT);
    const panel = row.slice(at + 1);
    if (living.has(panel) && panel !== PANEL) continue;
    const value = kept as DraftValue;
    const key = row.slice(0, at);
    left.push({ key, ...value });
    if (panel !== PANEL) {
      // What is typed here since is newer, and has the row.
      if (!typing.has(`${deal} ${key}`)) await become(deal, key, value);
      if (await quietly(dropDraft(deal, row))) dropCopy(deal, row);
    }
  }
  return left;
}

const ageOf = ({ value }: { value: unknown }) => (value as DraftValue | null)?.at ?? 0;

const rowKey = (key: string) => `${key}${SPLIT}${PANEL}`;

/** Whether it was done. Whoever typed it still sees it; the save that follows fails aloud. */
async function quietly(work: Promise<void>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch {
    return false;
  }
}
