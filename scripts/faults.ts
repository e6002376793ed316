/**
 * `npm run test:faults`: the long forms of the fault suite (20 kills, both back ends of the database,
 * a disk that is really full, thousands of steps and files), against a fresh build. Prints what was
 * counted, and ends with the same plain line as `npm test`; what this machine does not allow is skipped
 * and says so.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const results = join(root, 'test-results');
const counts = join(results, 'faults.txt');
const reports = { unit: join(results, 'faults-unit.json'), e2e: join(results, 'faults-e2e.json') };
mkdirSync(results, { recursive: true });
for (const file of [counts, ...Object.values(reports)]) rmSync(file, { force: true });

function run(command: string, ...args: string[]): boolean {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, FAULTS: 'long', PLAYWRIGHT_JSON_OUTPUT_NAME: reports.e2e },
    shell: process.platform === 'win32',
  });
  return status === 0;
}

function numbersIn(file: string): Record<string, number> {
  if (!existsSync(file)) return {};
  const json = JSON.parse(readFileSync(file, 'utf8'));
  return json.stats ?? json;
}

const ok = [
  run('wxt', 'build'),
  run(
    'vitest',
    ...['run', 'tests/storage/interleaving.test.ts', 'tests/storage/fuzz.test.ts'],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${reports.unit}`],
  ),
  run('playwright', 'test', 'tests/e2e/faults', '--workers=1', '--reporter=list,json'),
].every(Boolean);

const unit = numbersIn(reports.unit);
const e2e = numbersIn(reports.e2e);
const passed = (unit.numPassedTests ?? 0) + (e2e.expected ?? 0);
const failed = (unit.numFailedTests ?? 0) + (e2e.unexpected ?? 0) + (e2e.flaky ?? 0);
if (existsSync(counts)) console.log(`\n${readFileSync(counts, 'utf8').trim()}\n`);
const skipped = e2e.skipped ? `, ${e2e.skipped} not possible here` : '';
console.log(`${passed} passed, ${failed || (ok ? 0 : 1)} failed${skipped}`);
process.exit(ok && passed > 0 ? 0 : 1);
