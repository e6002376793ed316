/**
 * Looks at a deal: since when what changed is news. While there is none, whatever happens
 * happens under the person's eyes. News stays news until the person says that it was read,
 * hides the panel or goes to another deal; a tab that is closed takes no news with it.
 */
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Instant } from '../domain/day';
import type { DealKey } from '../domain/deal';
import type { Change } from '../domain/fold';
import type { Playbook } from '../domain/playbook';
import { type News, sinceLook } from '../domain/sincelook';
import type { DealView } from '../domain/view';
import { keepLook, readLook, setAside } from '../storage/looks';
import { useToday } from './today';

/** A page takes at most this long to show what it holds; what it shows later changed under the person's eyes. */
const FIRST_READ_MS = 15_000;

interface Looking {
  deal: DealKey | null;
  /** The look before this one; `null` where there was none, `undefined` while it is read. */
  last: Instant | null | undefined;
  began: Instant;
}

const looking = createStore<Looking>()(() => ({ deal: null, last: undefined, began: 0 }));

/** A deal comes into view. */
export async function beginLook(deal: DealKey): Promise<void> {
  const began = Date.now();
  looking.setState({ deal, last: undefined, began });
  const { at } = await readLook(deal);
  if (looking.getState().began === began) looking.setState({ last: at });
}

/** The deal is left, or the panel is hidden. */
export async function endLook(): Promise<void> {
  const { deal } = looking.getState();
  if (!deal) return;
  // A look that could not be kept makes the news come twice; nothing is lost by that.
  await keepLook(deal, Date.now()).catch(() => undefined);
}

/** The person has read the news. */
export async function dismissNews(): Promise<void> {
  looking.setState({ last: Date.now() });
  await endLook();
}

/** What changed between the last look and this one. */
export function useNews(view: DealView, playbook: Playbook, changes: readonly Change[]): News {
  const { deal, last, began } = useStore(looking);
  const { day, offset } = useToday();
  const news = useMemo(() => {
    const until = began + FIRST_READ_MS;
    return sinceLook({
      changes: changes.filter(({ at }) => at <= until),
      ground: {
        playbook,
        phase: view.phase,
        answers: view.answers,
        sightings: view.sightings.filter(({ at }) => at <= until),
        today: day,
      },
      lastLook: (deal === view.deal ? last : null) ?? null,
      now: began,
      offset,
    });
  }, [view, playbook, changes, deal, last, began, day, offset]);
  const isNone = news.fields.length + news.gone.length === 0;
  const isRead = deal === view.deal && last !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change that is seen is a look of its own.
  useEffect(() => {
    if (isNone && isRead) void endLook();
  }, [isNone, isRead, changes.length]);
  return news;
}

/** The remarks on a deal's answers that the seller has set aside; `undefined` while they are read, none where they cannot be. */
export function useAside(deal: DealKey): readonly string[] | undefined {
  return useLiveQuery(
    async () =>
      readLook(deal).then(
        (look) => look.aside,
        () => [],
      ),
    [deal],
  );
}

/** Sets a remark aside for good; one that could not be kept is made again. */
export async function letBe(deal: DealKey, remark: string): Promise<void> {
  await setAside(deal, remark).catch(() => undefined);
}
