/** A deal as the panel shows it: read live, scored where it is shown, never stored so. */
import { liveQuery, type Subscription } from 'dexie';
import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { type DealKey, orgOf } from '../domain/deal';
import type { Change, SubjectDoc } from '../domain/fold';
import { type KeptReview, promiseOf, reviewsOf } from '../domain/review';
import { type PlaybookWhy, playbookOf, type TeamPlaybooks } from '../domain/team-playbooks';
import { type DealView, dealView } from '../domain/view';
import type { Ownership } from '../domain/whose';
import { type FaultReason, reasonFor } from '../storage/db';
import { readDeal } from '../storage/deals';
import { authors } from '../storage/identity';
import { readOrg } from '../storage/orgs';
import { readPlaybooks } from '../storage/playbooks';
import { type NamesByAuthor, readEachName, whoseIs } from '../storage/whose';
import { answers } from './answering';
import { meetings } from './meeting';
import { useToday } from './today';

/** A deal on the screen, or why it is not there. */
export type ShownDeal =
  | { state: 'loading' }
  | {
      state: 'shown';
      view: DealView;
      /** Who chose the questions that it is looked at with. */
      why: PlaybookWhy;
      changes: readonly Change[];
      /** Whether anything is kept of the deal yet. */
      isKept: boolean;
      /** What was asked of it at the last spot check, or by when it is looked at again; `null` for neither. */
      asked: KeptReview | null;
      /** Whose it is: what is mine may be changed here. */
      of: Ownership;
      /** The names of everybody else who worked on it; nothing of one that was only ever mine. */
      names: NamesByAuthor;
    }
  | { state: 'failed'; reason: FaultReason };

type Kept =
  | {
      key: DealKey;
      doc: SubjectDoc | null;
      org: SubjectDoc | null;
      of: Ownership;
      names: NamesByAuthor;
      team: TeamPlaybooks;
    }
  | { key: DealKey; reason: FaultReason };

const NOBODY: NamesByAuthor = {};

async function read(key: DealKey): Promise<Kept> {
  try {
    // All at once, because the person waits for it; a seller's own playbooks only where it is theirs.
    const all = [readDeal(key), readOrg(orgOf(key)), authors(), readPlaybooks()] as const;
    const [doc, org, mine, team] = await Promise.all(all);
    const of = await whoseIs(doc, mine);
    const others = [...of.authors, ...of.besides].filter((author) => !mine.includes(author));
    if (others.length === 0) return { key, doc, org, of, names: NOBODY, team };
    return { key, doc, org, of, names: await readEachName(others), team: await readPlaybooks(of.authors) };
  } catch (error) {
    return { key, reason: await reasonFor(error) };
  }
}

/** The language in which the person types dates and amounts. */
const locale = navigator.language;

/** What was read last, of whichever deal that was. */
const reading = createStore<{ kept: Kept | null }>()(() => ({ kept: null }));
let watched: { key: DealKey; stop(): void } | null = null;

/**
 * Reads a deal, and again after each change by anyone, until another is watched. Called when the
 * deal is named, before anything of the last one is written: a read waits for the writes before it.
 */
export function watchDeal(key: DealKey): void {
  if (watched?.key !== key) watchAnew(key);
}

/** Reads the deal once more, after it could not be read. */
export function watchAnew(key: DealKey): void {
  watched?.stop();
  let query: Subscription | null = null;
  let isOver = false;
  const show = (kept: Kept) => {
    // What a live query says first is mostly what was read just before.
    if (JSON.stringify(kept) !== JSON.stringify(reading.getState().kept)) reading.setState({ kept });
  };
  watched = {
    key,
    stop() {
      isOver = true;
      query?.unsubscribe();
    },
  };
  // First by itself, because a live query takes its time to begin.
  void read(key).then((kept) => {
    if (isOver) return;
    show(kept);
    query = liveQuery(async () => read(key)).subscribe(show);
  });
}

/** The deal with this key, now and after each change by anyone; never another's, while it is read. */
export function useDeal(key: DealKey): ShownDeal {
  const { day, offset } = useToday();
  const kept = useStore(reading, (state) => (state.kept?.key === key ? state.kept : null));
  useEffect(() => watchDeal(key), [key]);
  const newest = kept && 'doc' in kept ? kept.doc?.newest : undefined;
  useEffect(() => {
    if (!kept || !newest) return;
    answers.caughtUp(kept.key, newest);
    meetings.caughtUp(kept.key, newest);
  }, [kept, newest]);
  return useMemo(() => {
    if (!kept) return { state: 'loading' };
    if ('reason' in kept) return { state: 'failed', reason: kept.reason };
    const { doc, org, of, names, team } = kept;
    const input = { deal: key, doc, org, authors: of.authors, locale };
    const { playbook, why } = playbookOf(input, team);
    const view = dealView({ ...input, playbook, today: day, offset });
    const asked = doc && promiseOf(reviewsOf(doc));
    return { state: 'shown', view, why, changes: doc?.changes ?? [], isKept: doc !== null, asked, of, names };
  }, [kept, key, day, offset]);
}
