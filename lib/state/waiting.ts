/**
 * Putting down what waiting costs, from the first key to the kept numbers. As with answers, what
 * is typed is a draft at each key, and is kept when its field is left or the deal is.
 */
import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { OpId } from '../domain/clock';
import type { DealKey } from '../domain/deal';
import { newestCell } from '../domain/fold';
import { WAITING_KEY } from '../domain/op';
import { freshWaiting, type Waiting, waitingOf } from '../domain/waiting';
import { readDeal, saveWaiting } from '../storage/deals';
import { whoseIs } from '../storage/whose';
import { discardDraft, holdDraft, takeOverDrafts } from './draft-rows';
import { pageAgrees, saveAnyway, setMark } from './saving';

/** What was said of the inputs. */
export type WaitingPatch = Partial<Waiting>;

/** A change that is not yet seen in what is kept. */
interface Pending {
  patch: WaitingPatch;
  /** `held`: the page was not at the deal when it was typed; the person says whether it is meant for it. */
  state: 'asking' | 'agreed' | 'held';
  /** The op that holds it, once there is one. */
  op?: OpId;
}

const pending = createStore<Record<DealKey, Pending>>()(() => ({}));

interface Kept {
  waiting: Waiting | null;
  op: OpId;
}

async function readKept(deal: DealKey): Promise<Kept> {
  const doc = await readDeal(deal);
  if (!doc) return { waiting: null, op: '' };
  const whose = (await whoseIs(doc)).authors;
  return { waiting: waitingOf(doc, whose), op: newestCell(doc, WAITING_KEY, whose)?.op ?? '' };
}

/** The inputs on the screen. */
export interface ShownWaiting {
  /** With everything that is being typed; nothing is `null` but what nobody said yet. */
  waiting: Waiting;
  /** Whether anything was put down at all. */
  begun: boolean;
  /** Set while a change waits for the person to say that it is meant for this deal. */
  held: boolean;
}

/** What waiting costs in this deal, as the person should see it; `undefined` while it is read. */
export function useWaiting(deal: DealKey, currency: string | null): ShownWaiting | undefined {
  const kept = useLiveQuery(async () => readKept(deal).catch(() => ({ waiting: null, op: '' })), [deal]);
  const mine = useStore(pending, (all) => all[deal]);
  return useMemo(() => {
    if (!kept) return undefined;
    const fresh = mine && (mine.op === undefined || mine.op > kept.op) ? mine.patch : {};
    const waiting = { ...(kept.waiting ?? freshWaiting(currency)), ...fresh };
    return { waiting, begun: kept.waiting !== null || mine !== undefined, held: mine?.state === 'held' };
  }, [kept, mine, currency]);
}

/** A key: kept as a draft at once. */
export async function typeWaiting(deal: DealKey, patch: WaitingPatch): Promise<void> {
  const began = pending.getState()[deal];
  const fresh = !began || began.op !== undefined;
  await hold(deal, put(deal, patch, fresh ? 'asking' : began.state));
  if (!fresh) return;
  const agreed = await pageAgrees(deal);
  const now = pending.getState()[deal];
  if (now?.state !== 'asking') return;
  await hold(deal, put(deal, {}, agreed ? 'agreed' : 'held'));
  if (!agreed) setMark(deal, WAITING_KEY, { state: 'waiting', again: () => keepWaiting(deal, null) });
}

/** A click, or a field that was left: what was said is kept, unless it waits for the person's word. */
export async function leaveWaiting(deal: DealKey, currency: string | null): Promise<void> {
  const mine = pending.getState()[deal];
  if (mine && mine.op === undefined && mine.state !== 'held') await settle(deal, currency);
}

/** Everything said and not yet kept is kept; the panel is hidden, or the page moved on. */
export async function leaveAllWaiting(): Promise<void> {
  await Promise.all((Object.keys(pending.getState()) as DealKey[]).map((deal) => leaveWaiting(deal, null)));
}

/** The person says: this is meant for this deal. */
export async function keepWaiting(deal: DealKey, currency: string | null): Promise<void> {
  put(deal, {}, 'asking');
  await settle(deal, currency);
}

/** The person says: this was not meant. */
export async function dropWaiting(deal: DealKey): Promise<void> {
  forget(deal);
  setMark(deal, WAITING_KEY, { state: 'undone' });
  await discardDraft(deal, WAITING_KEY);
}

/** A deal is shown: what a crash left behind of it is kept; what was held is asked again. */
export async function recoverWaiting(deal: DealKey): Promise<void> {
  for (const left of await takeOverDrafts(deal)) {
    if (left.key !== WAITING_KEY || pending.getState()[deal]) continue;
    put(deal, left.patch as WaitingPatch, left.held ? 'held' : 'agreed');
    if (!left.held) await settle(deal, null);
  }
}

function put(deal: DealKey, patch: WaitingPatch, state: Pending['state']): Pending {
  const last = pending.getState()[deal];
  const before = last && last.op === undefined ? last.patch : {};
  const now: Pending = { patch: { ...before, ...patch }, state };
  pending.setState({ [deal]: now });
  return now;
}

function forget(deal: DealKey): void {
  const { [deal]: _, ...others } = pending.getState();
  pending.setState(others, true);
}

async function hold(deal: DealKey, { patch, state }: Pending): Promise<void> {
  await holdDraft(deal, WAITING_KEY, { patch, held: state !== 'agreed' });
}

/** Keeps what was said, on what is kept at this moment. */
async function settle(deal: DealKey, currency: string | null): Promise<void> {
  const again = () => keepWaiting(deal, currency);
  const mine = pending.getState()[deal];
  if (!mine) return;
  if (mine.state === 'asking' && !(await pageAgrees(deal))) {
    setMark(deal, WAITING_KEY, { state: 'waiting', again });
    return hold(deal, put(deal, {}, 'held'));
  }
  const { patch } = pending.getState()[deal] ?? mine;
  const write = async () => {
    const { waiting } = await readKept(deal);
    return saveWaiting(deal, { ...(waiting ?? freshWaiting(currency)), ...patch });
  };
  const done = await saveAnyway(deal, WAITING_KEY, write, { again });
  if (!done?.op) return hold(deal, put(deal, {}, 'agreed'));
  const now = pending.getState()[deal];
  const rest = Object.entries(now?.patch ?? {}).filter(([name, value]) => patch[name as keyof Waiting] !== value);
  // What was typed while it was written is still to be kept.
  if (rest.length > 0) return hold(deal, put(deal, {}, 'agreed'));
  pending.setState({ [deal]: { patch, state: 'agreed', op: done.op.id } });
  await discardDraft(deal, WAITING_KEY);
}
