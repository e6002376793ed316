/** The round of spot checks of this tab: it outlives a look at the table, the back button and a reload. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { dayOf } from '../domain/day';
import type { DealKey } from '../domain/deal';
import type { CheckedAnswer } from '../domain/review';
import type { Check } from '../domain/review-view';
import { dealsLeft, freshRound, isRoundOf, nextDeal, type Round, roundSchema } from '../domain/round';
import { useToday } from './today';

const KEY = 'round';

/** Ids and results alone: no text is ever kept here, so the lock has nothing to seal. */
const store = createStore<Round | null>()(readRound);

function readRound(): Round | null {
  try {
    return roundSchema.parse(JSON.parse(sessionStorage.getItem(KEY) ?? ''));
  } catch {
    return null;
  }
}

function keep(round: Round): void {
  store.setState(round, true);
  try {
    sessionStorage.setItem(KEY, JSON.stringify(round));
  } catch {
    // Then it lives as long as the page does.
  }
}

/** The last round that was begun in this tab, under way or over. */
export function useRound(): Round | null {
  return useStore(store);
}

/** A round of several deals that was left today before its last one; `null` where there is none. */
export function useRoundLeft(): Round | null {
  const { day, offset } = useToday();
  const round = useStore(store);
  if (!round || round.deals.length < 2 || dealsLeft(round) === 0) return null;
  return dayOf(round.began, offset) === day ? round : null;
}

/** Goes on with the round that is asked for, or draws it anew. */
export function enterRound(check: Check, draw: (began: number) => DealKey[]): void {
  const round = store.getState();
  if (round && isRoundOf(round, check)) return;
  const began = Date.now();
  keep(freshRound(check, draw(began), began));
}

/** What was heard so far of the deal under the lens. */
export function setHeard(heard: readonly CheckedAnswer[]): void {
  const round = store.getState();
  if (round) keep({ ...round, heard: [...heard] });
}

/** On to the next deal; `isKept`: this one was checked, and not passed over. */
export function goToNext(isKept: boolean): void {
  const round = store.getState();
  if (round) keep(nextDeal(round, isKept, Date.now()));
}
