/**
 * `npm test`: everything that must hold, in the order in which a failure is cheapest to find.
 * Ends with one plain line, `N passed, N failed`, that adds up all runners, and fails when
 * any of them fails. `npm test -- unit` (or lint, types, build, e2e) runs one part.
 */
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

interface Count {
  passed: number;
  failed: number;
  skipped: number;
  /** Of those that passed, how many did so at the second try only: where `CI` is set, a test gets one. */
  again?: number;
}

interface Part {
  name: string;
  run(): Count | Promise<Count>;
}

const root = join(import.meta.dirname, '..');
const reports = join(root, 'test-results');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

function sh(command: string, args: string[], env: Record<string, string> = {}): boolean {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
  if (error) console.error(`${command}: ${error.message}`);
  return status === 0;
}

/** A tool that only says yes or no counts as one check. */
function check(command: string, ...args: string[]): Count {
  return sh(command, args) ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/** A runner's own numbers; a runner that failed without failing a test counts as one failure. */
function counted(ok: boolean, report: string, read: (json: unknown) => Count): Count {
  let count: Count;
  try {
    count = read(JSON.parse(readFileSync(report, 'utf8')));
  } catch (error) {
    console.error(`No report of the run: ${error instanceof Error ? error.message : error}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const ranNothing = count.passed + count.failed === 0;
  if (ranNothing || (!ok && count.failed === 0)) count.failed += 1;
  return count;
}

/**
 * Makes the Tryton that the end-to-end tests use while other parts run; it takes about half a minute.
 * Resolves once it is there, or cannot be: its own words are printed, and its test says what became of it.
 */
function prepareTryton(): Promise<void> {
  const log = join(reports, 'tryton.log');
  const out = openSync(log, 'w');
  const child = spawn(process.execPath, ['tests/hosts/tryton/prepare.ts'], { cwd: root, stdio: ['ignore', out, out] });
  closeSync(out);
  return new Promise((resolve) => {
    const done = () => {
      console.log(readFileSync(log, 'utf8').slice(-2000));
      resolve();
    };
    child.once('error', done);
    child.once('exit', done);
  });
}

const parts: Part[] = [
  { name: 'lint', run: () => check('biome', 'check', '--error-on-warnings', '.') },
  {
    name: 'types',
    run: () => (sh('wxt', ['prepare']) ? check('tsc', '--noEmit') : { passed: 0, failed: 1, skipped: 0 }),
  },
  { name: 'build', run: () => check('wxt', 'build') },
  {
    name: 'unit',
    run() {
      const report = join(reports, 'unit.json');
      const ok = sh('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
      return counted(ok, report, (json) => {
        const { numPassedTests, numFailedTests, numPendingTests } = json as Record<string, number>;
        return { passed: numPassedTests ?? 0, failed: numFailedTests ?? 0, skipped: numPendingTests ?? 0 };
      });
    },
  },
  {
    name: 'e2e',
    async run() {
      await tryton;
      const report = join(reports, 'e2e.json');
      const ok = sh('playwright', ['test', '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_NAME: report });
      return counted(ok, report, (json) => {
        const { stats } = json as { stats: Record<string, number> };
        return {
          passed: (stats.expected ?? 0) + (stats.flaky ?? 0),
          failed: stats.unexpected ?? 0,
          skipped: stats.skipped ?? 0,
          again: stats.flaky ?? 0,
        };
      });
    },
  },
];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !parts.some((part) => part.name === name));
if (unknown.length > 0) {
  console.error(`There is no part "${unknown[0]}"; the parts are ${parts.map((part) => part.name).join(', ')}.`);
  process.exit(2);
}

const run = parts.filter(({ name }) => asked.length === 0 || asked.includes(name));
const tryton = run.some(({ name }) => name === 'e2e') ? prepareTryton() : undefined;

const total: Count = { passed: 0, failed: 0, skipped: 0 };
const lines: string[] = [];
for (const part of run) {
  console.log(`\n== ${part.name}`);
  const started = performance.now();
  const count = await part.run();
  total.passed += count.passed;
  total.failed += count.failed;
  total.skipped += count.skipped;
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  const again = count.again ? `, ${count.again} of them at the second try` : '';
  lines.push(`${part.name.padEnd(6)} ${count.passed} passed${again}, ${count.failed} failed (${seconds} s)`);
}

console.log(`\n${lines.map((line) => `- ${line}`).join('\n')}`);
if (total.skipped > 0) console.log(`${total.skipped} skipped: what it needs is not on this machine (see above).`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
