/** The day that it is for the person in front of the screen; it rolls at midnight while the panel stays open. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { dayOf, type IsoDay } from '../domain/day';

/** A day, and the clock that it is by. */
export interface Today {
  day: IsoDay;
  /** Minutes that the person's clock stands ahead of UTC. */
  offset: number;
}

function now(): Today {
  const at = new Date();
  const offset = -at.getTimezoneOffset();
  return { day: dayOf(at.getTime(), offset), offset };
}

/** Today, for who must know outside the screen; kept true by `keepToday`. */
export const today = createStore<Today>()(now);

/** Looks at the clock again: at midnight, and when the panel is seen again (a laptop may have slept through it). */
function look(): void {
  const next = now();
  const last = today.getState();
  if (next.day !== last.day || next.offset !== last.offset) today.setState(next);
}

/** Keeps `today` true until `signal` is aborted. */
export function keepToday(signal: AbortSignal): void {
  let timer = 0;
  const wait = () => {
    const midnight = new Date();
    midnight.setHours(24, 0, 0, 50);
    timer = window.setTimeout(() => {
      look();
      wait();
    }, midnight.getTime() - Date.now());
  };
  wait();
  document.addEventListener('visibilitychange', look, { signal });
  signal.addEventListener('abort', () => window.clearTimeout(timer));
}

/** Today on the screen. */
export function useToday(): Today {
  return useStore(today);
}
