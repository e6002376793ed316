/**
 * What takes the whole log of deals to work out: numbers over time, courses, habits. Nothing of it
 * is on the way of the table. Logs are read when somebody looks, some deals at a time, in slices
 * between which the page draws and takes keys; a deal is read again only when it has changed.
 */
import { useEffect, useState } from 'react';
import { type DealKey, orgOf } from '../domain/deal';
import { foldOps } from '../domain/fold';
import type { DealLog } from '../domain/ground';
import type { Op } from '../domain/op';
import type { ReviewRow } from '../domain/review-row';
import { playbookOf } from '../domain/team-playbooks';
import { ownershipOf } from '../domain/whose';
import { Breath } from '../storage/breath';
import { type FaultReason, reasonOf } from '../storage/db';
import { logsOf } from '../storage/history';
import { type Kept, markOf, readKept, sellerIn } from './review-ground';
import { type Today, today, useToday } from './today';

/** How many deals' logs are read at a time. */
const PART = 25;
/** What takes longer says how far it is; milliseconds. */
const PATIENCE_MS = 1000;
/** How often it says so. */
const TELL_MS = 200;

/** Which of its revisions a deal is, of all that is looked at. */
type LoggedDeal = Pick<ReviewRow, 'deal' | 'ops'>;

interface Worked<T> {
  ops: number;
  value: T;
}

/** Something that is worked out from the log of each deal, and kept until the deal or the question changes. */
export interface LogWork<About, T> {
  work: (log: DealLog, about: About, now: Today) => T;
  /** What the values that are kept were worked out for. */
  mark: string;
  kept: Map<DealKey, Worked<T>>;
}

/** Something to work out, of which nothing is worked out yet. */
export function logWork<About, T>(work: LogWork<About, T>['work']): LogWork<About, T> {
  return { work, mark: '', kept: new Map() };
}

interface Ways {
  signal: AbortSignal;
  onPart?: (done: number) => void;
}

/** The values of these deals. An aborted reading gives back what it has. */
export async function workOut<About, T>(
  of: LogWork<About, T>,
  deals: readonly LoggedDeal[],
  about: About,
  { signal, onPart }: Ways,
): Promise<Map<DealKey, T>> {
  const now = today.getState();
  const ground = await readKept();
  const mark = JSON.stringify([about, markOf(ground, now)]);
  if (of.mark !== mark) Object.assign(of, { mark, kept: new Map() });
  const { kept } = of;
  const missing = deals.filter(({ deal, ops }) => kept.get(deal)?.ops !== ops);
  const breath = new Breath();
  for (let at = 0; at < missing.length && !signal.aborted; at += PART) {
    const part = missing.slice(at, at + PART);
    const logs = await logsOf(part.map(({ deal }) => deal));
    for (const [index, one] of part.entries()) {
      const log = await dealLog(one.deal, logs[index] ?? [], ground, now);
      if (log) kept.set(one.deal, { ops: one.ops, value: of.work(log, about, now) });
      await breath.take();
      if (signal.aborted) break;
    }
    onPart?.(deals.length - missing.length + Math.min(at + PART, missing.length));
  }
  return new Map(
    deals.flatMap(({ deal }) => {
      const worked = kept.get(deal);
      return worked ? [[deal, worked.value]] : [];
    }),
  );
}

/** `null` of a deal that is gone. One that was handed over is looked at as its seller does. */
async function dealLog(deal: DealKey, ops: readonly Op[], kept: Kept, { offset }: Today): Promise<DealLog | null> {
  const doc = foldOps(ops);
  if (!doc) return null;
  const { authors, since } = ownershipOf(doc, kept.mine);
  const { team } = await sellerIn(kept, authors);
  const org = kept.orgs.find(({ subject }) => subject === orgOf(deal)) ?? null;
  const input = { deal, doc, org, authors, locale: navigator.language };
  const { playbook } = playbookOf(input, team);
  return { deal, ops, org, authors, since, playbook, offset };
}

/** What is worked out of these deals, or how far it is. */
export type FromLogs<T> =
  /** `done`: how many deals are read, once it takes long enough to say so. */
  | { state: 'reading'; done: number | null }
  | { state: 'shown'; values: ReadonlyMap<DealKey, T> }
  | { state: 'failed'; reason: FaultReason };

/** The values of these deals. Those that are shown stay until there are newer ones. */
export function useFromLogs<About, T>(of: LogWork<About, T>, deals: readonly LoggedDeal[], about: About): FromLogs<T> {
  const [read, setRead] = useState<FromLogs<T> & { key: string }>({ state: 'reading', done: null, key: '' });
  const now = useToday();
  // `about` is told by its content: who asks makes it anew with each drawing.
  const key = JSON.stringify([about, now]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for what is asked and for today
  useEffect(() => {
    const life = new AbortController();
    const { signal } = life;
    const began = performance.now();
    let told = began + PATIENCE_MS - TELL_MS;
    const onPart = (done: number) => {
      if (signal.aborted || performance.now() - told < TELL_MS) return;
      told = performance.now();
      setRead((last) => (last.state === 'shown' && last.key === key ? last : { state: 'reading', done, key }));
    };
    workOut(of, deals, about, { signal, onPart })
      .then((values) => signal.aborted || setRead({ state: 'shown', values, key }))
      .catch((error) => signal.aborted || setRead({ state: 'failed', reason: reasonOf(error), key }));
    return () => life.abort();
  }, [of, deals, key]);
  return read.state === 'shown' && read.key !== key ? { state: 'reading', done: null } : read;
}
