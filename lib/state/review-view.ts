/** How the review is looked at. The address holds it; nothing else does. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { DealKey } from '../domain/deal';
import { type Check, type Handing, type ReviewView, readView, USUAL_VIEW, writeView } from '../domain/review-view';
import { randomHex } from '../storage/identity';

const store = createStore<ReviewView>()(() => readView(location.hash));

/** Follows the address until `signal` is aborted: the back button, and an address typed by hand. */
export function followAddress(signal: AbortSignal): void {
  const follow = () => store.setState(readView(location.hash), true);
  window.addEventListener('hashchange', follow, { signal });
  window.addEventListener('popstate', follow, { signal });
}

/** The view on the screen. */
export function useReviewView(): ReviewView {
  return useStore(store);
}

/** Looks at it another way; the back button leads past it. */
export function changeView(change: Partial<ReviewView>): void {
  go({ ...store.getState(), ...change }, 'replaceState');
}

/** The address of another way to look at it, for a link. */
export function addressOf(view: ReviewView): string {
  return `#${writeView(view)}`;
}

/** What was filtered is shown again. */
export function clearFilters(): void {
  const { search, phases, owners, flags } = USUAL_VIEW;
  changeView({ search, phases, owners, flags });
}

/** Begins a round of spot checks; the back button leads out of it. */
export function beginCheck(of: DealKey | number): void {
  resumeCheck({ of, seed: Number.parseInt(randomHex(6), 16) });
}

/** Goes on with a round that was left. */
export function resumeCheck(check: Check): void {
  go({ ...store.getState(), check }, 'pushState');
}

/** Ends the round; the back button leads into it again. */
export function endCheck(): void {
  go({ ...store.getState(), check: null }, 'pushState');
}

/** Goes to where deals are handed over, reviews handed back, or a pack is opened; the back button leads out of it. */
export function hand(handing: Handing): void {
  go({ ...store.getState(), check: null, handing }, 'pushState');
}

/** Back to the table. */
export function endHanding(): void {
  go({ ...store.getState(), handing: null }, 'pushState');
}

function go(view: ReviewView, how: 'pushState' | 'replaceState'): void {
  store.setState(view, true);
  const text = writeView(view);
  history[how](null, '', text === '' ? location.pathname : `#${text}`);
}
