/**
 * What the build does with the packages that ship: it takes out what turns text into markup or into
 * code, and lists them, with how much of what ships is theirs and their licences.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Ways from text to markup or code that packages have and nothing here goes: React's
 * `dangerouslySetInnerHTML`, a way to find the global object, a question whether there could be code
 * from text. The policy of our pages stops them all; without them, nobody has to trust that.
 */
const SINKS: readonly [sink: RegExp, instead: string][] = [
  [/\.innerHTML\s*=(?!=)/g, '.textContent ='],
  [/\bFunction\((['"])return this\1\)\(\)/g, 'globalThis'],
  [/\bnew F\(""\)/g, '(() => { throw new Error("no code from text"); })()'],
];

export const withoutSinks: Plugin = {
  name: 'without-sinks',
  transform(code, id) {
    if (!id.includes('node_modules')) return null;
    const safe = SINKS.reduce((text, [sink, instead]) => text.replace(sink, instead), code);
    return safe === code ? null : { code: safe, map: null };
  },
};

const PACKAGE = /^.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/;
const OURS = 'footing';

/** Bytes of what ships, by the folder of the package that they are from. */
const shipped = new Map<string, number>();

/** Notes whose code each script is made of. A package's share is taken from before the script was shortened. */
export const noteShipped: Plugin = {
  name: 'note-shipped',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const modules = Object.entries(chunk.modules).map(([id, { code }]) => [id, lengthOf(code ?? '')] as const);
        const whole = modules.reduce((sum, [, length]) => sum + length, 0) || 1;
        const bytes = Buffer.byteLength(chunk.code);
        for (const [id, length] of modules) {
          const folder = PACKAGE.exec(id)?.[0].replace(/^\0/, '') ?? OURS;
          shipped.set(folder, (shipped.get(folder) ?? 0) + (bytes * length) / whole);
        }
      }
    },
  },
};

/** Without the bundler's first line, a comment with a path of the machine. */
function lengthOf(code: string): number {
  return code.replace(/^\/\/ .*\n/, '').length;
}

/** The file in which the list goes along with the extension. */
const LIST = 'licenses.txt';

/** Writes the list into the folder of a build that is done. */
export function writeLicences(folder: string): void {
  const packages = [...shipped]
    .filter(([from, bytes]) => from !== OURS && bytes >= 1)
    .map(([from, bytes]) => ({ from, bytes, ...about(from) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const line = (name: string, version: string, licence: string, bytes: number | string) =>
    `${name.padEnd(34)} ${version.padEnd(10)} ${licence.padEnd(14)} ${String(bytes).padStart(8)}`.trimEnd();
  const rows = packages.map(({ name, version, licence, bytes }) => line(name, version, licence, Math.round(bytes)));
  const texts = packages.map(({ name, version, from }) => `${name} ${version}\n\n${licenceText(from)}`);
  const head = [
    'What ships in Footing beside its own code (MIT), and how many bytes of its scripts are each one’s.',
    'Bytes are shares: of the size of each script, by the length of its parts before they were shortened.',
    '',
    line('package', 'version', 'licence', 'bytes'),
    ...rows,
    line('Footing itself', '', 'MIT', Math.round(shipped.get(OURS) ?? 0)),
  ];
  writeFileSync(join(folder, LIST), [...head, '', ...texts.map((text) => `${'-'.repeat(70)}\n${text}`)].join('\n'));
}

function about(folder: string): { name: string; version: string; licence: string } {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (typeof license !== 'string') throw new Error(`${name} does not say its licence: see to it before it ships`);
  return { name, version, licence: license };
}

function licenceText(folder: string): string {
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  if (!file || !existsSync(join(folder, file))) return '(No licence text comes with the package.)\n';
  return `${readFileSync(join(folder, file), 'utf8').trim().replaceAll('\r\n', '\n')}\n`;
}
