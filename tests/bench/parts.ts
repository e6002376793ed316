/** The parts of a run on one page, one after another: how long each took, how long it held the page, and what memory it wanted. */
import type { CDPSession, Page } from '@playwright/test';

/** What one part of the run took. */
export interface Took {
  ms: number;
  /** The longest task of the page's main thread, in ms; those under 50 count as none. */
  longest: number;
  /** The most that the page's JS heap held at any look, in MB. */
  peak: number;
}

/** Runs in each document before its own scripts: keeps the length of its longest task. */
export function watchTasks(): void {
  const kept = { longest: 0 };
  Object.assign(globalThis, { longTasks: kept });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) kept.longest = Math.max(kept.longest, duration);
  }).observe({ type: 'longtask', buffered: true });
}

/** Does one part on a page that watches its tasks. */
export async function measured(page: Page, cdp: CDPSession, part: () => Promise<void>): Promise<Took> {
  await longest(page, true);
  let peak = 0;
  const look = async () => {
    const { usedSize } = await cdp.send('Runtime.getHeapUsage');
    peak = Math.max(peak, usedSize / 2 ** 20);
  };
  const looking = setInterval(() => void look().catch(() => undefined), 250);
  const start = performance.now();
  await part();
  const ms = performance.now() - start;
  clearInterval(looking);
  await look();
  return { ms, longest: await longest(page), peak };
}

/** The longest task since the last time it began anew. */
function longest(page: Page, anew = false): Promise<number> {
  return page.evaluate((anew) => {
    const { longTasks } = globalThis as unknown as { longTasks: { longest: number } };
    const { longest } = longTasks;
    if (anew) longTasks.longest = 0;
    return longest;
  }, anew);
}
