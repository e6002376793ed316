/**
 * How anything is saved from the panel: first the page is asked where it is (the record lock),
 * then it is written, and a mark says how it went, where the change was made.
 */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { DealKey } from '../domain/deal';
import type { Op } from '../domain/op';
import { type FaultReason, reasonOf } from '../storage/db';
import { undo } from '../storage/history';
import { askHealth } from './health';
import { whereIsPage } from './page-link';

/** How a change went. */
export type Mark =
  | { state: 'saving' }
  /** `op` is what can be undone; `null` where there is nothing to undo. */
  | { state: 'saved'; op: Op | null }
  | { state: 'undone' }
  /** Nothing was undone: it was changed again since, in another panel. */
  | { state: 'overtaken' }
  /** The page is at another deal than the panel, or on its way: nothing was written. */
  | { state: 'waiting'; again: Again }
  | { state: 'failed'; reason: FaultReason; again: Again };

/** What saves it after all, once the person says so. */
export type Again = () => Promise<unknown>;

/** What a mark stands beside: a deal, and the key of the op (`answer:fit.owner`). */
const at = (deal: DealKey, key: string) => `${deal} ${key}`;

const marks = createStore<Record<string, Mark>>()(() => ({}));

/** The mark beside one thing of a deal. */
export function useMark(deal: DealKey, key: string): Mark | undefined {
  return useStore(marks, (all) => all[at(deal, key)]);
}

/** The mark beside one thing of a deal at this moment. */
export function markOf(deal: DealKey, key: string): Mark | undefined {
  return marks.getState()[at(deal, key)];
}

/** The newest mark of a deal; what listeners are told. */
export function useLastMark(deal: DealKey): Mark | undefined {
  return useStore(marks, (all) => Object.entries(all).findLast(([where]) => where.startsWith(at(deal, '')))?.[1]);
}

/** Sets one mark. A newer change takes the undo of the one before it; what was not saved goes on saying so. */
export function setMark(deal: DealKey, key: string, mark: Mark): void {
  const keep = (one: Mark) => one.state === 'failed' || one.state === 'waiting' || one.state === 'saving';
  const others = Object.entries(marks.getState()).filter(([, one]) => keep(one));
  marks.setState({ ...Object.fromEntries(others), [at(deal, key)]: mark }, true);
}

/** Takes one mark away. */
export function clearMark(deal: DealKey, key: string): void {
  const { [at(deal, key)]: _, ...others } = marks.getState();
  marks.setState(others, true);
}

/** Whether the page's address is, at this moment, at the deal that the panel shows. */
export async function pageAgrees(deal: DealKey): Promise<boolean> {
  return (await whereIsPage()) === deal;
}

/** What a write made: `op` is `null` where nothing had to be written, or nothing can be undone. */
export interface Written {
  op: Op | null;
}

type Write = () => Promise<Op | null>;

interface SaveWays {
  /** What saves it after all; by default the same write once more. */
  again?: Again;
  /** What the mark says when it is written. */
  mark?: (op: Op | null) => Mark;
}

/** Saves something of a deal if the page is still at it, and marks how it went; `null` if it was not written. */
export async function save(deal: DealKey, key: string, write: Write, ways: SaveWays = {}): Promise<Written | null> {
  if (await pageAgrees(deal)) return saveAnyway(deal, key, write, ways);
  setMark(deal, key, { state: 'waiting', again: ways.again ?? (() => save(deal, key, write, ways)) });
  return null;
}

/** Saves without asking the page: for what was typed while the page agreed. */
export async function saveAnyway(
  deal: DealKey,
  key: string,
  write: Write,
  { again = () => saveAnyway(deal, key, write, { mark }), mark = saved }: SaveWays = {},
): Promise<Written | null> {
  const before = markOf(deal, key);
  const mine: Mark = { state: 'saving' };
  setMark(deal, key, mine);
  // Where the thing was changed again meanwhile, the mark is about that: it holds this change too, or takes its place.
  const end = (how: Mark) => markOf(deal, key) === mine && setMark(deal, key, how);
  try {
    const op = await write();
    end(mark(op));
    if (before?.state === 'failed') void askHealth(); // What was said to be wrong may be over.
    return { op };
  } catch (error) {
    end({ state: 'failed', reason: reasonOf(error), again });
    // Whether it is this change alone or all that is kept.
    void askHealth();
    return null;
  }
}

/** Reading what is kept and writing on it is one step among all panels on the deal. Not to be called within itself. */
export function alone<T>(deal: DealKey, work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(`footing ${deal}`, work) as Promise<T>;
}

/** Takes the last change back, if the page is still at its deal. */
export async function undoLast(deal: DealKey, key: string): Promise<void> {
  const mark = markOf(deal, key);
  if (mark?.state !== 'saved' || !mark.op) return;
  const { op } = mark;
  await save(deal, key, () => undo(op), { mark: (back) => ({ state: back ? 'undone' : 'overtaken' }) });
}

const saved = (op: Op | null): Mark => ({ state: 'saved', op });
