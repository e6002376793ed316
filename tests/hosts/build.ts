/**
 * Bundles the host pages from Salesforce's open packages, once per state of their sources, into
 * `.cache/hosts/`. It takes about ten seconds, so the result is kept but not committed. Builders
 * that run at the same time each build aside and rename: the first one wins, none sees half a build.
 */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import lwc from '@lwc/rollup-plugin';
import { type Plugin, rollup } from 'rollup';

const APP = fileURLToPath(new URL('app', import.meta.url));
const CACHE = fileURLToPath(new URL('../../.cache/hosts', import.meta.url));
const PACKAGES = ['lwc', '@lwc/rollup-plugin', 'lightning-base-components', '@salesforce-ux/design-system'];
const DAY_MS = 86_400_000;
const MODES = ['synthetic', 'native'] as const;

export interface HostFile {
  type: string;
  body: Buffer;
}

function sourceHash(): string {
  const hash = createHash('sha256').update(readFileSync(fileURLToPath(import.meta.url)));
  for (const name of PACKAGES) {
    hash.update(readFileSync(join(packageDir(name), 'package.json')));
  }
  const files = readdirSync(APP, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const path of files.map((entry) => join(entry.parentPath, entry.name)).sort()) {
    hash.update(relative(APP, path)).update(readFileSync(path));
  }
  return hash.digest('hex').slice(0, 16);
}

function packageDir(name: string): string {
  return fileURLToPath(new URL(`../../node_modules/${name}`, import.meta.url));
}

/** What a bundler of the platform would set. */
const production: Plugin = {
  name: 'production',
  transform: (code) =>
    code.includes('process.env.NODE_ENV') || code.includes('import.meta.env')
      ? code.replaceAll('process.env.NODE_ENV', '"production"').replaceAll('import.meta.env.SSR', 'false')
      : null,
};

/** Nine tenths of the base components are icons; the host pages show none. */
const withoutIcons: Plugin = {
  name: 'without-icons',
  resolveId: (id) => (id.startsWith('lightning/iconSvgTemplates') ? '\0icons' : null),
  load: (id) => (id === '\0icons' ? 'export default {};' : null),
};

async function bundle(mode: (typeof MODES)[number], out: string): Promise<void> {
  const build = await rollup({
    input: join(APP, `${mode}.js`),
    plugins: [
      withoutIcons,
      lwc({
        rootDir: APP,
        modules: [{ dir: join(APP, 'modules') }, { npm: 'lightning-base-components' }],
      }),
      production,
    ],
    onwarn: () => {},
  });
  await build.write({ file: out, format: 'iife', inlineDynamicImports: true });
  await build.close();
}

async function build(into: string): Promise<void> {
  const aside = `${into}.${process.pid}`;
  mkdirSync(aside, { recursive: true });
  for (const mode of MODES) await bundle(mode, join(aside, `${mode}.js`));
  const styles = 'assets/styles/salesforce-lightning-design-system.min.css';
  cpSync(join(packageDir('@salesforce-ux/design-system'), styles), join(aside, 'slds.css'));
  cpSync(join(APP, 'shell.css'), join(aside, 'shell.css'));
  try {
    renameSync(aside, into);
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    if (!existsSync(into)) throw error;
  }
  forgetOthers(into);
}

/** Takes away what earlier sources were built into, but not what another builder may be at. */
function forgetOthers(than: string): void {
  for (const name of readdirSync(CACHE)) {
    const other = join(CACHE, name);
    if (other !== than && statSync(other).mtimeMs < Date.now() - DAY_MS)
      rmSync(other, { recursive: true, force: true });
  }
}

async function load(): Promise<{ files: Map<string, HostFile> }> {
  const folder = join(CACHE, sourceHash());
  if (!existsSync(folder)) {
    console.log('Building the host pages (about ten seconds, once).');
    await build(folder);
  }
  const type = (name: string) => (name.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8');
  const names = readdirSync(folder);
  return { files: new Map(names.map((name) => [name, { type: type(name), body: readFileSync(join(folder, name)) }])) };
}

let built: Promise<{ files: Map<string, HostFile> }> | undefined;

/** The host pages' files by name, built if their sources have changed. */
export function buildHosts(): Promise<{ files: Map<string, HostFile> }> {
  built ??= load();
  return built;
}
