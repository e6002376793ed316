/**
 * The rows of the review: every deal's summary, scored as of today. They are read and scored in
 * parts between which the page draws and takes keys, and shown while the rest is on its way; after
 * a change only what was touched is read and scored again.
 */
import { liveQuery } from 'dexie';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Instant } from '../domain/day';
import { type DealKey, orgOf } from '../domain/deal';
import { type ReviewRow, reviewRow } from '../domain/review-row';
import type { Summary } from '../domain/summary';
import { playbookOf } from '../domain/team-playbooks';
import { dealView } from '../domain/view';
import { ownershipOf } from '../domain/whose';
import { Breath } from '../storage/breath';
import { type FaultReason, reasonOf } from '../storage/db';
import { summariesInParts } from '../storage/deals';
import { readEventDays, summariesSince } from '../storage/reviews';
import { type Kept, markOf, readKept, sellerIn } from './review-ground';
import { type Today, today } from './today';

/** The rows on the screen. */
export type ReviewRows =
  | { state: 'loading' }
  /** `of`: how many deals there are; while there are fewer rows, the rest is being scored. */
  | { state: 'shown'; rows: readonly ReviewRow[]; of: number }
  | { state: 'failed'; reason: FaultReason };

const store = createStore<ReviewRows>()(() => ({ state: 'loading' }));

/** The rows, as `keepReviewRows` keeps them. */
export function useReviewRows(): ReviewRows {
  return useStore(store);
}

/** Whether every deal is there: what can wait waits for it. */
export function useAllScored(): boolean {
  return useStore(store, (shown) => shown.state === 'shown' && shown.rows.length === shown.of);
}

/** How many are read first, as soon as possible: what most screens hold. */
const FIRST = 30;
/** How many are read at a time after that. */
const PART = 250;
/** The table is sorted anew with each showing, under the reader's eyes: seldom, until all is there. */
const SHOW_MS = 1000;

/** Keeps the rows true until `signal` is aborted. */
export function keepReviewRows(signal: AbortSignal): void {
  let kept: Kept | null = null;
  let run = new AbortController();
  const fail = (error: unknown) => store.setState({ state: 'failed', reason: reasonOf(error) }, true);
  const again = () => {
    run.abort();
    run = new AbortController();
    const stop = AbortSignal.any([run.signal, signal]);
    if (kept) void follow(kept, today.getState(), stop).catch((error) => stop.aborted || fail(error));
  };
  const reading = liveQuery(readKept).subscribe((now) => {
    kept = now;
    again();
  }, fail);
  const days = today.subscribe(again);
  signal.addEventListener('abort', () => {
    reading.unsubscribe();
    days();
  });
}

interface Scored {
  row: ReviewRow;
  /** How many ops it was scored with. */
  ops: number;
}

/** What was scored last, and with what. */
let scored = new Map<string, Scored>();
let last = { mark: '', ops: 0, touchedAt: 0 };

async function follow(kept: Kept, now: Today, signal: AbortSignal): Promise<void> {
  const mark = markOf(kept, now);
  if (mark === last.mark && (await scoreTouched(kept, now, signal))) return;
  if (!signal.aborted) await scoreAll(kept, mark, now, signal);
}

/** Scores what was touched since; says whether that was all there is to do. */
async function scoreTouched(kept: Kept, now: Today, signal: AbortSignal): Promise<boolean> {
  const next = new Map(scored);
  let added = 0;
  let touchedAt = last.touchedAt;
  let isSame = store.getState().state === 'shown';
  for (const doc of await summariesSince(touchedAt)) {
    isSame &&= next.get(doc.subject)?.ops === doc.ops;
    added += doc.ops - (next.get(doc.subject)?.ops ?? 0);
    next.set(doc.subject, { row: await rowOf(doc, kept, now), ops: doc.ops });
    touchedAt = Math.max(touchedAt, doc.touchedAt);
  }
  // What came late, from a file, changes deals without touching them anew: then all is read again.
  if (signal.aborted || added !== kept.ops - last.ops || next.size !== kept.deals) return signal.aborted;
  scored = next;
  last = { ...last, ops: kept.ops, touchedAt };
  // The person's own name is a change too, and the table would be made anew for it.
  if (!isSame) show(next, kept);
  return true;
}

async function scoreAll(kept: Kept, mark: string, now: Today, signal: AbortSignal): Promise<void> {
  const next = new Map<string, Scored>();
  // Numbers that are shown stay until there are better ones.
  const isFirst = store.getState().state !== 'shown';
  let touchedAt: Instant = 0;
  const breath = new Breath();
  let shownAt = Number.NEGATIVE_INFINITY;
  for await (const part of summariesInParts(FIRST, PART)) {
    for (const doc of part) {
      next.set(doc.subject, { row: await rowOf(doc, kept, now), ops: doc.ops });
      touchedAt = Math.max(touchedAt, doc.touchedAt);
      await breath.take();
      if (signal.aborted) return;
    }
    if (isFirst && performance.now() - shownAt > SHOW_MS) {
      show(next, kept);
      shownAt = performance.now();
    }
  }
  scored = next;
  last = { mark, ops: kept.ops, touchedAt };
  show(next, kept);
}

function show(all: ReadonlyMap<string, Scored>, { deals }: Kept): void {
  const rows = [...all.values()].map(({ row }) => row);
  // A deal that came while the rest was read is counted with the next reading.
  store.setState({ state: 'shown', rows, of: Math.max(deals, rows.length) }, true);
}

async function rowOf(doc: Summary, kept: Kept, { day, offset }: Today): Promise<ReviewRow> {
  const { orgs, mine } = kept;
  const deal = doc.subject as DealKey;
  const of = ownershipOf(doc, mine);
  const { authors, owners } = of;
  const { team } = await sellerIn(kept, authors);
  const org = orgs.find(({ subject }) => subject === orgOf(deal)) ?? null;
  const input = { deal, doc, org, authors, locale: navigator.language };
  const view = dealView({ ...input, playbook: playbookOf(input, team).playbook, today: day, offset });
  const history = await readEventDays(doc, authors);
  const { names } = await sellerIn(kept, owners);
  return reviewRow({ doc, view, of, names, history, today: day, offset });
}
