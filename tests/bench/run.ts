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
import { parseArgs } from 'node:util';
import { EXTENSION_DIR, type SessionOptions } from '../e2e/session.ts';
import { fillFloor, fillOurs } from './fill.ts';
import { lightning } from './host.ts';
import { machineLine } from './machine.ts';
import { type Measured, measureRounds, minutesSince, missingIn, type Start } from './rounds.ts';
import { markdown, oursWith, table } from './table.ts';
import { FLOORS, folder, pageBytes, writeFloor, writeOurs } from './variants.ts';
import { type Variant, visit } from './visit.ts';

type Prepared = Variant & Start;

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
try {
  const variants = await prepare();
  const measured = await measureRounds({
    variants,
    visit: (session, variant) => visit(session, host, variant),
    rounds,
    seed,
    work,
    args: host.args,
  });
  report(variants, measured);
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

function report(variants: readonly Prepared[], measured: Measured): void {
  const { visits, dropped, failed, browser } = measured;
  const { missing, places } = missingIn(measured);
  const bytes = variants
    .filter(({ name, ours }) => !ours || name === oursWith(sizes[0] ?? 0))
    .map(({ name, ours, extension }) => {
      const { raw, gzip } = pageBytes(extension);
      return [ours ? 'ours' : name, raw.toLocaleString('en-US'), gzip.toLocaleString('en-US')];
    });
  console.log(`
${markdown([['bytes in the page', 'raw', 'gzip'], ...bytes])}

${table(visits, sizes)}

Medians of ${rounds} rounds with the 10th and 90th percentile; floor, difference (within a round) and ratio are held
against the largest database. Script and tasks are CPU time of the page's main thread. ${dropped} visits dropped for
foreign CPU, ${failed} failed, ${missing} of ${places} missing after that; seed ${seed}; ${minutesSince(started)} min.
${machineLine(browser)}`);
}
