/** Hand-over as the screens walk through it: what would go, the file of it, and a file of somebody else. */
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { offerFile } from '../browser/offer-file';
import type { DealKey } from '../domain/deal';
import type { PackCount } from '../domain/handover';
import { PackRefused, type Refusal } from '../domain/pack';
import { type KeptReview, reviewsOf } from '../domain/review';
import { type FaultReason, reasonOf } from '../storage/db';
import { readDeal } from '../storage/deals';
import {
  countChoice,
  makePack,
  mergePack,
  nameMyself,
  type OpenedPack,
  openPack,
  sellers,
  type Wish,
} from '../storage/handover';
import { authors } from '../storage/identity';
import type { Doing } from '../storage/watch';
import { readNames } from '../storage/whose';
import type { Far } from './far';

export type { OpenedPack, Wish };

/** How far the count is. */
export type Counting =
  | { state: 'counting'; now?: Doing }
  | { state: 'counted'; count: PackCount }
  | { state: 'failed' };

/** What would go, to the last change; counted anew with each choice. */
export function useCount(wish: Wish): Counting {
  const [counting, setCounting] = useState<Counting>({ state: 'counting' });
  useEffect(() => {
    const stop = new AbortController();
    setCounting({ state: 'counting' });
    const show = (next: Counting) => stop.signal.aborted || setCounting(next);
    const progress = (_: number, now?: Doing) => show({ state: 'counting', now });
    countChoice(wish, { signal: stop.signal, progress }).then(
      (count) => show({ state: 'counted', count }),
      () => show({ state: 'failed' }),
    );
    return () => stop.abort();
  }, [wish]);
  return counting;
}

/** What this person called themselves last; empty while they did not, or where it cannot be read: it is asked for. */
export async function myName(): Promise<string> {
  const names = await authors()
    .then(readNames)
    .catch(() => []);
  return names.at(-1) ?? '';
}

/** How far the file is. */
export type Making =
  | { state: 'idle' }
  | ({ state: 'making' } & Far)
  | { state: 'made'; name: string; sealed: boolean }
  | { state: 'failed'; reason: FaultReason };

const making = createStore<Making>()(() => ({ state: 'idle' }));
/** What the screen shows of it. */
export const useMaking = () => useStore(making);

let makes = new AbortController();

/** Makes the file and hands it to the browser's downloads. Who makes it says who they are. */
export async function makeFile(wish: Wish, name: string, passphrase: string): Promise<void> {
  makes.abort();
  makes = new AbortController();
  const { signal } = makes;
  const show = (state: Making) => signal.aborted || making.setState(state, true);
  show({ state: 'making', share: 0 });
  try {
    await nameMyself(name);
    const progress = (share: number, now?: Doing) => show({ state: 'making', share, now });
    const made = await makePack(wish, passphrase, { signal, progress });
    if (signal.aborted) return;
    offerFile(made.file, made.name);
    show({ state: 'made', name: made.name, sealed: passphrase !== '' });
  } catch (error) {
    show({ state: 'failed', reason: reasonOf(error) });
  }
}

/** Lets the file be. */
export function stopMaking(): void {
  makes.abort();
  making.setState({ state: 'idle' }, true);
}

/** Somebody whose deals I checked, and what I found in them, newest first. */
export interface Checked {
  authors: readonly string[];
  names: readonly string[];
  deals: readonly DealKey[];
  reviews: readonly { deal: DealKey; name: string; review: KeptReview }[];
}

/** Everybody to whom there is something to hand back. */
export async function checkedSellers(): Promise<Checked[]> {
  const [all, mine] = await Promise.all([sellers(), authors()]);
  const found = all.map(async ({ authors, deals, checked }): Promise<Checked> => {
    const docs = await Promise.all(checked.map(readDeal));
    const reviews = docs.flatMap((doc) =>
      doc
        ? reviewsOf(doc)
            .filter(({ by }) => mine.includes(by))
            .map((review) => ({ deal: doc.subject as DealKey, name: doc.seen.name?.text ?? '', review }))
        : [],
    );
    return { authors, deals, names: await readNames(authors), reviews };
  });
  return (await Promise.all(found)).filter(({ reviews }) => reviews.length > 0);
}

/** How far a file of somebody else is. */
export type Opening =
  | { state: 'idle' }
  | ({ state: 'reading' } & Far)
  /** `wrong`: the last passphrase was not the one. */
  | { state: 'sealed'; file: File; wrong: boolean }
  | { state: 'looking'; file: string; pack: OpenedPack }
  | ({ state: 'adding' } & Far)
  /** It was told to stop; what was begun is being taken back. */
  | { state: 'stopping' }
  | { state: 'added'; pack: OpenedPack; added: number }
  | { state: 'stopped' }
  | { state: 'refused'; file: string; refusal: Refusal }
  | { state: 'failed'; reason: FaultReason };

const opening = createStore<Opening>()(() => ({ state: 'idle' }));
/** What the screen shows of it. */
export const useOpening = () => useStore(opening);

let opens = new AbortController();

/** The next step of opening; who gave the last one up hears no more of it. */
function step(): { signal: AbortSignal; show: (state: Opening) => void } {
  opens.abort();
  opens = new AbortController();
  const { signal } = opens;
  return { signal, show: (state) => void (signal.aborted || opening.setState(state, true)) };
}

/** Reads a file and shows what is in it; nothing is changed yet. */
export async function lookInto(file: File, passphrase: string | null = null): Promise<void> {
  const { signal, show } = step();
  show({ state: 'reading', share: 0 });
  try {
    const progress = (share: number, now?: Doing) => show({ state: 'reading', share, now });
    show({ state: 'looking', file: file.name, pack: await openPack(file, passphrase, { signal, progress }) });
  } catch (error) {
    if (!(error instanceof PackRefused)) return show({ state: 'failed', reason: reasonOf(error) });
    const { code } = error.refusal;
    if (code === 'sealed' || code === 'wrongPassphrase') show({ state: 'sealed', file, wrong: code !== 'sealed' });
    else show({ state: 'refused', file: file.name, refusal: error.refusal });
  }
}

/** Adds what was looked at as its person's, whole or not at all. */
export async function addPack(pack: OpenedPack): Promise<void> {
  const { signal, show } = step();
  show({ state: 'adding', share: 0 });
  try {
    const progress = (share: number, now?: Doing) => show({ state: 'adding', share, now });
    const { added } = await mergePack(pack, { signal, progress });
    // Who stopped it too late is told so.
    opening.setState({ state: 'added', pack, added }, true);
  } catch (error) {
    if (signal.aborted) opening.setState({ state: 'stopped' }, true);
    else show({ state: 'failed', reason: reasonOf(error) });
  }
}

/** Stops what is under way; of a file that is being added nothing stays. */
export function stopOpening(): void {
  opens.abort();
  const { state } = opening.getState();
  opening.setState({ state: state === 'adding' || state === 'stopping' ? 'stopping' : 'idle' }, true);
}
