/**
 * One visit: a browser on a profile of its own opens a deal, moves on to others with the panel
 * closed, opens the panel, moves on with it open, and opens it once more after hovering. The
 * steps, their order and every wait are the same for all variants.
 */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CDPSession, Frame, Page } from '@playwright/test';
import type { DealKey } from '../../lib/domain/deal';
import type { Session } from '../e2e/session.ts';
import { clockOf, frameHeap, meterOn, type Work } from './meter.ts';
import type { SeedPage } from './seed/page.ts';
import { median } from './stats.ts';
import type { Figures } from './table.ts';

/** The pages that a run visits. A deal goes by its record's id. */
export interface Host {
  address(deal: string): string;
  key(deal: string): DealKey;
  /** Goes there as the page itself does, without loading. */
  go(page: Page, deal: string): Promise<void>;
  deals: readonly string[];
}

export interface Variant {
  name: string;
  /** `none`: shows nothing; `page`: in the page itself; `frame`: in an extension's iframe. */
  panel: 'none' | 'page' | 'frame';
  /** Ours: remembers an open panel, and has the seed page. */
  ours: boolean;
}

const PAGE_CLOCK = join(import.meta.dirname, 'page-clock.js');
/** From the load event to the reading of the metrics. */
const SETTLE_MS = 800;
/** From one navigation to the next. */
const STEP_MS = 250;
/** From the pointer's coming near to the click. */
const HOVER_MS = 300;
const PAINT_PATIENCE_MS = 5000;
/** Calls of storage in one visit, each kind. */
const STORAGE_ROUNDS = 40;

export async function visit(session: Session, host: Host, variant: Variant): Promise<Figures> {
  const page = session.context.pages()[0] ?? (await session.context.newPage());
  await session.context.addInitScript({ path: PAGE_CLOCK });
  const meter = await meterOn(page);
  const [first, ...others] = host.deals;
  if (first === undefined) throw new Error('the host page has no deals');
  const figures: Figures = {};
  const note = (name: string, work: Record<string, number>) => {
    for (const [part, value] of Object.entries(work)) figures[`${name}.${part}`] = value;
  };

  await page.goto(host.address(first), { waitUntil: 'load' });
  await sleep(SETTLE_MS);
  note('load', { ...(await meter.work()) });
  figures['heap.closed'] = await meter.heap();

  await meter.work();
  for (const deal of others) await move(page, host, deal);
  note('move', each(await meter.work(), others.length));

  if (variant.panel !== 'none') {
    figures.cold = await clickToPaint(page, meter.cdp, variant, others.at(-1) ?? first);
  }
  await sleep(SETTLE_MS);
  await meter.work();
  const times: number[] = [];
  for (const deal of host.deals) {
    const pushed = await move(page, host, deal);
    if (variant.panel !== 'none') times.push((await paintOf(page, variant, deal, pushed)) - pushed);
  }
  note('next', each(await meter.work(), host.deals.length));
  if (times.length > 0) figures.next = median(times);
  figures['heap.open'] = await meter.heap();
  const frame = panelFrame(page);
  if (frame) figures['heap.panel'] = await frameHeap(frame);

  if (variant.panel === 'none') return figures;
  if (variant.ours) await toggle(session);
  await page.mouse.move(10, 10);
  await page.goto(host.address(first), { waitUntil: 'load' });
  await sleep(SETTLE_MS);
  const at = launcher(page);
  await page.mouse.move(at.x, at.y, { steps: 4 });
  await sleep(HOVER_MS);
  figures.warm = await clickToPaint(page, meter.cdp, variant, first);

  if (variant.ours) Object.assign(figures, await storage(session));
  return figures;
}

function each(work: Work, times: number): Record<string, number> {
  return Object.fromEntries(Object.entries(work).map(([name, value]) => [name, value / times]));
}

/** Where every variant's launcher stands: the middle of the right edge. */
function launcher(page: Page): { x: number; y: number } {
  const size = page.viewportSize();
  if (!size) throw new Error('the bench needs a window of a known size');
  return { x: size.width - 20, y: size.height / 2 + 4 };
}

/** Goes to another deal in the page, waits, and tells when `pushState` was called. */
async function move(page: Page, host: Host, deal: string): Promise<number> {
  await host.go(page, deal);
  await sleep(STEP_MS);
  return (await clockOf(page)).pushed;
}

/** A press without a move before it, so that only a variant's own hover is a hover. */
async function clickToPaint(page: Page, cdp: CDPSession, variant: Variant, deal: string): Promise<number> {
  const press = { ...launcher(page), button: 'left', clickCount: 1 } as const;
  await cdp.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...press });
  await cdp.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...press });
  await sleep(STEP_MS);
  const { clicked } = await clockOf(page);
  return (await paintOf(page, variant, deal, clicked)) - clicked;
}

/** The extension's frame in the page; it stands in a closed shadow root, where only the browser sees it. */
function panelFrame(page: Page): Frame | undefined {
  return page.frames().find((frame) => frame.url().startsWith('chrome-extension://'));
}

/** When a deal was first painted after `since`, on the wall clock. */
async function paintOf(page: Page, { name, panel }: Variant, deal: string, since: number): Promise<number> {
  const until = performance.now() + PAINT_PATIENCE_MS;
  while (performance.now() < until) {
    const frame = panel === 'page' ? page.mainFrame() : panelFrame(page);
    // A frame that is just being made cannot be asked yet.
    const noted = await frame?.evaluate(() => document.documentElement.dataset.paints).catch(() => undefined);
    const paints: [string, number][] = JSON.parse(noted ?? '[]');
    const paint = paints.find(([shown, at]) => shown === deal && at >= since);
    if (paint) return paint[1];
    await sleep(50);
  }
  const place = panel === 'page' || panelFrame(page) ? 'what it shows it in is there' : 'it made no frame';
  throw new Error(`${name} did not paint ${deal} within ${PAINT_PATIENCE_MS} ms; ${place}`);
}

/** What the toolbar icon does: here it closes the panel, which a site would remember as open. */
async function toggle(session: Session): Promise<void> {
  const worker = await session.worker();
  await worker.evaluate(
    "chrome.tabs.query({ active: true, currentWindow: true }).then(([tab]) => chrome.tabs.sendMessage(tab.id, { t: 'toggle' }))",
  );
  await sleep(STEP_MS);
}

/** Saves and reads on a page of the extension, beside raw IndexedDB. */
async function storage(session: Session): Promise<Figures> {
  const page = await session.context.newPage();
  await page.goto(session.url('seed.html'));
  const times = await page.evaluate(
    (rounds) => (globalThis as unknown as { seedPage: SeedPage }).seedPage.time(rounds),
    STORAGE_ROUNDS,
  );
  return {
    read: median(times.read),
    'read.floor': median(times.rawRead),
    save: median(times.save),
    'save.floor': median(times.rawSave),
  };
}
