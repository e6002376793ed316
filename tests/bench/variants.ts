/** The extensions that a run compares: the floors, and a copy of the built one with a page that fills its database. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const here = import.meta.dirname;
const root = join(here, '../..');

interface ContentScript {
  matches: string[];
  js: string[];
  run_at?: string;
}

interface Manifest {
  content_scripts: ContentScript[];
}

/** What a floor puts into a page, in order; every other file beside them is only shipped. */
const FLOOR_SCRIPTS = {
  empty: ['empty.js'],
  div: ['probe.js', 'deal-id.js', 'div.js'],
  frame: ['deal-id.js', 'frame.js'],
} as const;
export type Floor = keyof typeof FLOOR_SCRIPTS;
export const FLOORS = Object.keys(FLOOR_SCRIPTS) as Floor[];

function manifestIn(extension: string): Manifest {
  return JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8'));
}

/** Writes the extension of one floor, on the same pages and at the same moment as ours. */
export function writeFloor(floor: Floor, ours: string, to: string): void {
  const [script] = manifestIn(ours).content_scripts;
  cpSync(join(here, 'floors'), to, { recursive: true });
  const manifest = {
    manifest_version: 3,
    name: `Footing bench: ${floor}`,
    version: '1',
    background: { service_worker: 'background.js' },
    content_scripts: [{ ...script, js: FLOOR_SCRIPTS[floor] }],
    web_accessible_resources: [{ resources: ['frame.html'], matches: script?.matches, use_dynamic_url: true }],
  };
  writeFileSync(join(to, 'manifest.json'), JSON.stringify(manifest, null, 2));
}

/** Copies the built extension, puts the probe into its panel, and adds the seed page. */
export async function writeOurs(ours: string, to: string): Promise<void> {
  cpSync(ours, to, { recursive: true });
  cpSync(join(here, 'floors/probe.js'), join(to, 'probe.js'));
  cpSync(join(here, 'panel-probe.js'), join(to, 'panel-probe.js'));
  const panel = join(to, 'panel.html');
  const probes = '<script src="/probe.js"></script><script src="/panel-probe.js"></script>';
  writeFileSync(panel, readFileSync(panel, 'utf8').replace(/<head>/i, `<head>${probes}`));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        // WXT's own name for what it brings, outside of WXT's build.
        name: 'wxt-imports',
        resolveId: (id) => (id === '#imports' ? '\0imports' : null),
        load: (id) =>
          id === '\0imports'
            ? `export { browser } from 'wxt/browser'; export { storage } from 'wxt/utils/storage';`
            : null,
      },
    ],
    build: {
      outDir: to,
      emptyOutDir: false,
      copyPublicDir: false,
      lib: { entry: join(here, 'seed/page.ts'), formats: ['es'], fileName: () => 'seed.js' },
    },
  });
  writeFileSync(
    join(to, 'seed.html'),
    '<!doctype html><title>Seed</title><script type="module" src="/seed.js"></script>',
  );
}

/** Bytes of what an extension puts into a page that it matches, the bench's own probe left out. */
export function pageBytes(extension: string): { raw: number; gzip: number } {
  const names = manifestIn(extension).content_scripts.flatMap(({ js }) => js.filter((name) => name !== 'probe.js'));
  const files = names.map((name) => readFileSync(join(extension, name)));
  return {
    raw: files.reduce((sum, file) => sum + file.length, 0),
    gzip: files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0),
  };
}

/** A new folder inside `parent`. */
export function folder(parent: string, name: string): string {
  const path = join(parent, name);
  mkdirSync(path, { recursive: true });
  return path;
}
