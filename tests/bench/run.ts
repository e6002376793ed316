/**
 * `npm run bench`: what Footing costs a page and how quick it is, each figure beside a floor
 * that was measured in the same run. It judges nothing and fails nothing.
 *
 * `--rounds N` (15) rounds; `--quick` 3 rounds and two sizes, to see that it runs; `--seed N`
 * repeats the order of a run; `--extension DIR` measures another build.
 */
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { EXTENSION_DIR, openSession, type SessionOptions } from '../e2e/session.ts';
import { fillFloor, fillOurs } from './fill.ts';
import { lightning } from './host.ts';
import { idle, machineLine, withForeignCpu } from './machine.ts';
import { randomFrom, shuffled } from './stats.ts';
import { type Figures, markdown, oursWith, table, type Visits } from './table.ts';
import { FLOORS, folder, pageBytes, writeFloor, writeOurs } from './variants.ts';
import { type Variant, visit } from './visit.ts';

/** A visit during which others kept more than this share of a core busy is dropped. */
const FOREIGN_CORES = 0.25;
/** How often a dropped visit is tried again: for one place in a round, and in a whole run per round. */
const RETRIES = 2;
const SPARE = 2;

interface Prepared extends Variant {
  extension: string;
  /** A profile to start from, with a full database; `null`: an empty one. */
  profile: string | null;
}

const { values: asked } = parseArgs({
  options: {
    rounds: { type: 'string' },
    quick: { type: 'boolean', default: false },
    seed: { type: 'string' },
    extension: { type: 'string', default: EXTENSION_DIR },
  },
});
const rounds = Number(asked.rounds ?? (asked.quick ? 3 : 15));
const sizes = asked.quick ? [10, 1000] : [10, 1000, 10_000];
const seed = Number(asked.seed ?? Date.now() % 100_000);
if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds wants a whole number from 1 on');
if (!existsSync(join(asked.extension, 'manifest.json'))) {
  throw new Error(`No built extension in ${asked.extension}. Run: npx wxt build`);
}

const started = performance.now();
const work = mkdtempSync(join(tmpdir(), 'footing-bench-'));
process.once('exit', () => rmSync(work, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
const host = await lightning();
let browser = '';
try {
  const variants = await prepare();
  report(variants, await measure(variants));
} finally {
  await host.close();
}

/** The floors and ours, and one profile for each size of the database. */
async function prepare(): Promise<Prepared[]> {
  const options = (extension: string, profile: string): SessionOptions => ({ extension, profile, args: host.args });
  const variants: Prepared[] = [];
  const ours = folder(work, 'ours');
  await writeOurs(asked.extension, ours);
  console.log(`Filling databases of ${sizes.join(', ')} deals`);
  const growing = folder(work, 'growing');
  let docs: unknown[] = [];
  let from = 0;
  for (const deals of sizes) {
    docs = await fillOurs(options(ours, growing), host, from, deals);
    from = deals;
    const profile = join(work, `profile-${deals}`);
    cpSync(growing, profile, { recursive: true });
    variants.push({ name: oursWith(deals), panel: 'frame', ours: true, extension: ours, profile });
  }
  for (const floor of FLOORS) {
    const extension = folder(work, floor);
    writeFloor(floor, asked.extension, extension);
    const panel = floor === 'empty' ? 'none' : floor === 'div' ? 'page' : 'frame';
    let profile: string | null = null;
    if (floor === 'frame') {
      profile = folder(work, 'profile-frame');
      await fillFloor(options(extension, profile), docs);
    }
    variants.push({ name: floor, panel, ours: false, extension, profile });
  }
  return variants;
}

interface Measured {
  visits: ReadonlyMap<string, Visits>;
  /** Visits that were thrown away, and visits that broke off. */
  dropped: number;
  failed: number;
}

/** Every variant once in each round, in an order drawn anew. */
async function measure(variants: readonly Prepared[]): Promise<Measured> {
  const random = randomFrom(seed);
  const visits = new Map(variants.map(({ name }) => [name, [] as (Figures | undefined)[]]));
  const count = { dropped: 0, failed: 0 };
  let spare = SPARE * rounds;
  const once = async (variant: Prepared): Promise<Figures | undefined> => {
    try {
      const { result, foreign } = await fresh(variant);
      if (foreign === null || foreign <= FOREIGN_CORES) return result;
      count.dropped += 1;
    } catch (error) {
      count.failed += 1;
      console.error(error instanceof Error ? error.message : error);
    }
  };
  for (let round = 0; round < rounds; round++) {
    for (const variant of shuffled(variants, random)) {
      let figures = await once(variant);
      for (let again = 0; again < RETRIES && !figures && spare > 0; again++, spare--) figures = await once(variant);
      visits.get(variant.name)?.push(figures);
    }
    console.log(`Round ${round + 1} of ${rounds}, ${minutes()} min`);
  }
  return { visits, ...count };
}

/** A visit in a new browser on a new profile, begun when the machine is idle. */
async function fresh(variant: Prepared): Promise<{ result: Figures; foreign: number | null }> {
  const profile = mkdtempSync(join(work, 'visit-'));
  if (variant.profile) cpSync(variant.profile, profile, { recursive: true });
  const session = await openSession({ extension: variant.extension, profile, args: host.args });
  browser = session.context.browser()?.version() ?? browser;
  try {
    await sleep(500);
    await idle();
    return await withForeignCpu(() => visit(session, host, variant));
  } finally {
    await session.dispose();
  }
}

function report(variants: readonly Prepared[], { visits, dropped, failed }: Measured): void {
  const bytes = variants
    .filter(({ name, ours }) => !ours || name === oursWith(sizes[0] ?? 0))
    .map(({ name, ours, extension }) => {
      const { raw, gzip } = pageBytes(extension);
      return [ours ? 'ours' : name, raw.toLocaleString('en-US'), gzip.toLocaleString('en-US')];
    });
  const places = [...visits.values()].flat();
  const missing = places.filter((visit) => !visit).length;
  console.log(`
${markdown([['bytes in the page', 'raw', 'gzip'], ...bytes])}

${table(visits, sizes)}

Medians of ${rounds} rounds with the 10th and 90th percentile; floor, difference (within a round) and ratio are held
against the largest database. Script and tasks are CPU time of the page's main thread. ${dropped} visits dropped for
foreign CPU, ${failed} failed, ${missing} of ${places.length} missing after that; seed ${seed}; ${minutes()} min.
${machineLine(browser)}`);
}

function minutes(): string {
  return ((performance.now() - started) / 60_000).toFixed(1);
}
