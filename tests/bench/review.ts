/**
 * `node tests/bench/review.ts`: how soon the review stands with 1,000 and 10,000 deals of thirty
 * answers each, beside a bare page that reads the same summaries from IndexedDB in the same run and
 * prints the first 50; how quick it sorts and filters; and what memory it holds, scrolled from end
 * to end. `npm run bench` runs it as well.
 *
 * `--rounds N` (7) rounds; `--quick` 2 rounds; `--seed N` repeats the order of a run; `--busy`
 * measures on a machine that others use too, and says how busy they kept it.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import os, { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from '@playwright/test';
import { EXTENSION_DIR, type Session } from '../e2e/session.ts';
import { fillShown } from './fill.ts';
import { machineLine } from './machine.ts';
import { meterOn } from './meter.ts';
import { type Measured, measureRounds, minutesSince, missingIn, type Start } from './rounds.ts';
import { median } from './stats.ts';
import { type Figures, reviewTable } from './table.ts';
import { folder, writeOurs } from './variants.ts';

/** The product's review, or the bare page beside it, with so many deals. */
interface Variant extends Start {
  page: 'review' | 'floor';
}

const { values: asked } = parseArgs({
  options: {
    rounds: { type: 'string' },
    quick: { type: 'boolean', default: false },
    seed: { type: 'string' },
    busy: { type: 'boolean', default: false },
  },
});
const SIZES = [1000, 10_000] as const;
const CLOCK = join(import.meta.dirname, 'review-clock.js');
/** By these it is sorted, each up and down; all of them tell the first rows from the last. */
const SORTED = ['amount', 'deal', 'owner', 'dates', 'phase', 'amount', 'deal', 'owner'];
/** What is typed into the search, and taken out again. */
const SOUGHT = ['pumps', 'customer 7', 'seller 12', 'plant 99', 'zz', 'valves', 'robots', 'line seller 3'];
/** How often it is scrolled in strides, after every row was on screen once. */
const STRIDES = 5;

const rounds = Number(asked.rounds ?? (asked.quick ? 2 : 7));
const seed = Number(asked.seed ?? Date.now() % 100_000);
if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds wants a whole number from 1 on');

const started = performance.now();
const work = mkdtempSync(join(tmpdir(), 'footing-review-'));
process.once('exit', () => rmSync(work, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
const variants = await prepare();
report(await measureRounds({ variants, visit, rounds, seed, work, busy: asked.busy }));

/** The built extension with the bare page in it, and one profile for each size. */
async function prepare(): Promise<Variant[]> {
  const extension = folder(work, 'extension');
  await writeOurs(EXTENSION_DIR, extension);
  for (const file of ['bare-review.html', 'bare-review.js']) {
    cpSync(join(import.meta.dirname, 'floors', file), join(extension, file));
  }
  console.log(`Filling databases of ${SIZES.join(', ')} deals`);
  const growing = folder(work, 'growing');
  const variants: Variant[] = [];
  let from = 0;
  for (const deals of SIZES) {
    await fillShown({ extension, profile: growing }, from, deals);
    from = deals;
    const profile = join(work, `profile-${deals}`);
    cpSync(growing, profile, { recursive: true });
    for (const page of ['review', 'floor'] as const)
      variants.push({ name: `${page}-${deals}`, page, extension, profile });
  }
  return variants;
}

/** Opens the page twice: as the browser finds it, and with its code and the database read before. */
async function visit(session: Session, { page: which }: Variant): Promise<Figures> {
  await session.context.addInitScript({ path: CLOCK });
  const page = await session.context.newPage();
  const address = session.url(which === 'review' ? 'review.html' : 'bare-review.html');
  const figures: Figures = {};
  for (const time of ['cold', 'warm']) {
    await page.goto('about:blank');
    await page.goto(address);
    const clock = await page.evaluate<Clock>(`noted('${which === 'review' ? 'settled' : 'first'}')`);
    figures[`${time}.first`] = clock.first;
    figures[`${time}.all`] = clock.settled ?? clock.first;
    figures[`${time}.longest`] = clock.longest;
  }
  if (which === 'floor') return figures;
  const meter = await meterOn(page);
  figures['heap.loaded'] = await meter.heap();
  for (const [what, run] of [
    ['sort', sortTimes],
    ['filter', filterTimes],
  ] as const) {
    const before = await meter.taskMs();
    const times = await run(page);
    figures[what] = median(times);
    // What others do to the machine lengthens the time, and hardly this.
    figures[`${what}.cpu`] = ((await meter.taskMs()) - before) / times.length;
  }
  figures['heap.worked'] = await meter.heap();
  figures['heap.every'] = (await page.evaluate(scrollThrough, 1)) && (await meter.heap());
  for (let times = 0; times < STRIDES; times++) await page.evaluate(scrollThrough, 7);
  figures['heap.often'] = await meter.heap();
  return figures;
}

/** From a click on a column's head to other rows painted. */
async function sortTimes(page: Page): Promise<number[]> {
  return page.evaluate(async (columns) => {
    const { tookUntil } = globalThis as unknown as { tookUntil: TookUntil };
    const rows = () => {
      const drawn = [...document.querySelectorAll('.deal-row')].sort(byPlace).slice(0, 5);
      return drawn.map((row) => row.querySelector('.cell-deal')?.textContent).join();
    };
    const byPlace = (a: Element, b: Element) =>
      Number(a.getAttribute('aria-rowindex')) - Number(b.getAttribute('aria-rowindex'));
    const times: number[] = [];
    for (const column of columns.flatMap((column) => [column, column])) {
      const at = document.querySelector(`.deal-row .cell-${column}`)?.getAttribute('aria-colindex');
      const head = document.querySelector<HTMLElement>(`.grid-head [aria-colindex="${at}"]`);
      times.push(await tookUntil(() => head?.click(), rows));
      await new Promise((done) => setTimeout(done, 100));
    }
    return times;
  }, SORTED);
}

/** From a word in the search field to what it found painted. */
async function filterTimes(page: Page): Promise<number[]> {
  return page.evaluate(async (words) => {
    const { tookUntil } = globalThis as unknown as { tookUntil: TookUntil };
    const field = document.querySelector<HTMLInputElement>('.review-search input');
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    const found = () => document.querySelector('.bar-sum')?.textContent ?? '';
    const times: number[] = [];
    for (const word of words.flatMap((word) => [word, ''])) {
      const type = () => {
        set?.call(field, word);
        field?.dispatchEvent(new Event('input', { bubbles: true }));
      };
      times.push(await tookUntil(type, found));
      await new Promise((done) => setTimeout(done, 100));
    }
    return times;
  }, SOUGHT);
}

/** What `review-clock.js` keeps, in ms. */
interface Clock {
  first: number;
  settled: number | null;
  longest: number;
}

type TookUntil = (act: () => void, look: () => string) => Promise<number>;

/** Runs in the page: from the first row to the last, so many screens to a frame, and back to the first. */
async function scrollThrough(screens: number): Promise<number> {
  const grid = document.querySelector('.deal-grid');
  if (!grid) throw new Error('there is no table');
  let frames = 0;
  for (let at = 0; at < grid.scrollHeight; at += screens * grid.clientHeight) {
    grid.scrollTop = at;
    await new Promise(requestAnimationFrame);
    frames += 1;
  }
  grid.scrollTop = 0;
  await new Promise(requestAnimationFrame);
  return frames;
}

function report(measured: Measured): void {
  const { dropped, failed, foreign, browser } = measured;
  const { missing, places } = missingIn(measured);
  const load = os.loadavg().map((load) => load.toFixed(1));
  console.log(`
${reviewTable(measured.visits, SIZES)}

Medians of ${rounds} rounds with the 10th and 90th percentile; cold: the first page of a new browser, warm: the next one.
${dropped} visits dropped for foreign CPU, ${failed} failed, ${missing} of ${places} missing after that; others kept up to
${foreign?.toFixed(1) ?? '?'} cores busy in those that count, load ${load.join(' ')}; seed ${seed}; ${minutesSince(started)} min.
${machineLine(browser)}`);
}
