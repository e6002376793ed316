/** What a page costs: main-thread work since the last look, and its heap. */
import type { CDPSession, Frame, Page } from '@playwright/test';

/** What `page-clock.js` keeps in the page. */
export interface PageClock {
  /** When `pushState` and a click last happened, on the wall clock. */
  pushed: number;
  clicked: number;
  /** Lengths in ms. */
  longTasks: number[];
}

export interface Work {
  /** CPU time of the page's main thread, in ms. */
  script: number;
  task: number;
  /** Tasks of 50 ms and more, and the sum of their lengths. */
  long: number;
  longMs: number;
}

export interface Meter {
  readonly cdp: CDPSession;
  /** The work since the last call. */
  work(): Promise<Work>;
  /** CPU time of the page's main thread in all its tasks so far, in ms. */
  taskMs(): Promise<number>;
  /** JS heap in use once garbage is collected, in MB. */
  heap(): Promise<number>;
}

export async function meterOn(page: Page): Promise<Meter> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = { script: 0, task: 0, longTasks: 0 };
  const metrics = async () => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return (name: string) => (metrics.find((metric) => metric.name === name)?.value ?? Number.NaN) * 1000;
  };
  return {
    cdp,
    taskMs: async () => (await metrics())('TaskDuration'),
    async work() {
      const ms = await metrics();
      const now = { script: ms('ScriptDuration'), task: ms('TaskDuration') };
      const { longTasks } = await clockOf(page);
      const fresh = longTasks.slice(before.longTasks);
      const work = {
        script: now.script - before.script,
        task: now.task - before.task,
        long: fresh.length,
        longMs: fresh.reduce((sum, length) => sum + length, 0),
      };
      Object.assign(before, now, { longTasks: longTasks.length });
      return work;
    },
    heap: () => heapOf(cdp),
  };
}

export function clockOf(page: Page): Promise<PageClock> {
  return page.evaluate('bench');
}

/** The heap of a frame that has a process of its own, in MB. */
export async function frameHeap(frame: Frame): Promise<number> {
  return heapOf(await frame.page().context().newCDPSession(frame));
}

async function heapOf(cdp: CDPSession): Promise<number> {
  for (let times = 0; times < 3; times++) await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  return usedSize / 2 ** 20;
}
