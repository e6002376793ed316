/** Where what ships comes from: the same sources make the same bytes, nothing runs when it is installed, every licence is known. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, globSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const SOURCES = [
  'components',
  'entrypoints',
  'lib',
  'public',
  'scripts',
  'package.json',
  'tsconfig.json',
  'wxt.config.ts',
];

const elsewhere = mkdtempSync(join(tmpdir(), 'footing-somewhere-else-'));
afterAll(() => rmSync(elsewhere, { recursive: true, force: true }));

function hashes(folder: string): Record<string, string> {
  const files = globSync('**/*.*', { cwd: folder }).sort();
  return Object.fromEntries(
    files.map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex'),
    ]),
  );
}

it('is the same, byte for byte, when it is built once more in another place', { timeout: 300_000 }, () => {
  for (const source of SOURCES) cpSync(join(root, source), join(elsewhere, source), { recursive: true });
  symlinkSync(realpathSync(join(root, 'node_modules')), join(elsewhere, 'node_modules'), 'dir');
  // Not as a part of this test run, which says so to every tool that it starts.
  const { NODE_ENV: _, VITEST: __, ...env } = process.env;
  const built = spawnSync('npx', ['wxt', 'build'], { cwd: elsewhere, encoding: 'utf8', shell: true, env });
  expect(built.status, built.stderr).toBe(0);
  expect(hashes(join(elsewhere, '.output/chrome-mv3'))).toEqual(hashes(join(root, '.output/chrome-mv3')));
});

it('runs nothing of a package when that is installed, and locks each by its content', () => {
  expect(readFileSync(join(root, '.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/m);
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { integrity?: string; hasInstallScript?: boolean }>;
  };
  const all = Object.entries(packages).filter(([path]) => path !== '');
  expect(all.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path)).toEqual([]);
  expect(all.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path)).toEqual([]);
});

it('ships with the list of what is in it, each with a licence that allows it', () => {
  const [list = ''] = readFileSync(join(root, '.output/chrome-mv3/licenses.txt'), 'utf8').split('-'.repeat(70));
  const rows = list.split('\n').flatMap((line) => /^(\S+) +\d+\.\S+ +(.+?) +\d+$/.exec(line)?.slice(1, 3) ?? []);
  const licences = new Set(rows.filter((_, index) => index % 2 === 1));
  expect(rows).toContain('react');
  expect(rows).toContain('dexie');
  const known = ['MIT', 'ISC', 'Apache-2.0', 'BSD-3-Clause', 'MPL-2.0', '0BSD'];
  const parts = [...licences].flatMap((licence) => licence.split(' AND '));
  expect(parts.filter((licence) => !known.includes(licence))).toEqual([]);
});
