/**
 * The rules of the house, read off the files themselves. A failure says what to do.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const files = (pattern: string) => globSync(pattern, { cwd: root }).sort();
const read = (file: string) => readFileSync(join(root, file), 'utf8');

interface Import {
  file: string;
  /** The room or package imported: `domain`, `components`, `react`, `#imports`. */
  target: string;
  /** The path imported, from the root, or the package's name. */
  path: string;
  typesOnly: boolean;
}

const ROOMS = ['domain', 'playbooks', 'crm', 'storage', 'share', 'browser', 'state', 'locales'] as const;

/** `lib/domain/deal.ts` is in the room `domain`, `components/panel/Panel.tsx` in `components`. */
function roomOf(file: string): string {
  const [first = '', second = ''] = file.split('/');
  return first === 'lib' ? second : first;
}

function importsOf(file: string): Import[] {
  const found: Import[] = [];
  const statement =
    /^\s*(?:import|export)\s+(type\s+)?(?:([\w*{},\s$]+?)\s+from\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm;
  for (const [, type, names = '', from, lazy] of read(file).matchAll(statement)) {
    const specifier = from ?? lazy ?? '';
    const named = names
      .replace(/[{}]/g, '')
      .split(',')
      .map((name) => name.trim());
    const typesOnly = type !== undefined || (names !== '' && named.every((name) => !name || name.startsWith('type ')));
    if (specifier.startsWith('.')) {
      const path = relative(root, resolve(root, dirname(file), specifier));
      found.push({ file, target: roomOf(path), path, typesOnly });
    } else {
      const name = specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/');
      found.push({ file, target: name, path: specifier, typesOnly });
    }
  }
  return found;
}

const source = [
  ...files('lib/**/*.{ts,tsx}'),
  ...files('components/**/*.{ts,tsx}'),
  ...files('entrypoints/**/*.{ts,tsx}'),
];
const code = (file: string) => read(file).replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/[^\n]*/g, '$1');

/** What each room may import, beside itself; `types:` = only its types. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  domain: [],
  playbooks: ['domain'],
  crm: ['types:domain'],
  storage: ['domain', 'playbooks', 'dexie', '#imports'],
  share: ['domain', 'ical.js', 'types:react'],
  browser: ['types:domain', 'crm', '#imports'],
  state: [
    'domain',
    'playbooks',
    'storage',
    'share',
    'browser',
    'react',
    'zustand',
    'dexie',
    'dexie-react-hooks',
    '#imports',
  ],
  components: [
    'state',
    'domain',
    'react',
    'react-dom',
    'react-aria-components',
    '@internationalized/date',
    '#i18n',
    '@tanstack/react-table',
    '@tanstack/react-virtual',
    'recharts',
  ],
};

describe('import directions', () => {
  for (const [room, allowed] of Object.entries(MAY_IMPORT)) {
    it(`${room} imports only ${[room, ...allowed].join(', ')}`, () => {
      const wrong = source
        .filter((file) => roomOf(file) === room)
        .flatMap(importsOf)
        .filter(({ file, target, path, typesOnly }) => {
          if (target === room || path.endsWith('.css')) return false;
          if (target === 'zod') return file !== 'lib/domain/z.ts';
          return !allowed.includes(target) && !(typesOnly && allowed.includes(`types:${target}`));
        })
        .map(({ file, path, typesOnly }) => `${file} imports ${typesOnly ? 'types of ' : ''}${path}`);
      expect(
        wrong,
        `${room} may import only ${allowed.join(', ') || 'itself'}. Move the code to the room it belongs in, or pass the thing in as a parameter (ARCHITECTURE.md)`,
      ).toEqual([]);
    });
  }

  it('what runs in the page carries no React, Dexie or zod', () => {
    const seen = new Set<string>();
    const walk = (file: string) => {
      const path = ['', '.ts', '.tsx']
        .map((end) => file + end)
        .find((name) => existsSync(join(root, name)) && /\.tsx?$/.test(name));
      if (!path || seen.has(path)) return;
      seen.add(path);
      for (const next of importsOf(path)) if (!next.typesOnly) walk(next.path);
    };
    for (const entry of files('entrypoints/page-*.ts')) walk(entry);
    const rooms = [...new Set([...seen].map(roomOf))].sort();
    expect([...seen].length, 'no content script found: entrypoints/page-*.ts').toBeGreaterThan(1);
    expect(rooms, 'A content script is loaded into every page of the CRM: only crm and browser may reach it').toEqual([
      'browser',
      'crm',
      'entrypoints',
    ]);
  });
});

describe('the pure core', () => {
  const impure: [RegExp, string][] = [
    [/\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.now\b/, 'reads the clock: take `now` or `today` as a parameter'],
    [/\bMath\.random\b|\bcrypto\./, 'reads random: take it as a parameter'],
    [
      /\bnavigator\.\w|\bdocument\.\w|\bwindow\.\w|\blocalStorage\b|\bbrowser\.|\bchrome\./,
      'touches the browser: that is lib/browser',
    ],
    [/\btoLocale\w*\(\s*\)|\bIntl\.\w+\(\s*\)|\bIntl\.\w+\(\s*undefined/, 'reads the locale: take it as a parameter'],
    [
      /\bgetTimezoneOffset\b|\.get(?:Hours|Date|Day|Month|FullYear)\(/,
      'reads the time zone: take the offset as a parameter',
    ],
  ];
  it('lib/domain and lib/playbooks read no clock, random, locale or browser', () => {
    const wrong = [...files('lib/domain/**/*.ts'), ...files('lib/playbooks/**/*.ts')].flatMap((file) =>
      impure.filter(([pattern]) => pattern.test(code(file))).map(([, say]) => `${file} ${say}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('names and places', () => {
  it('the top level holds what the readme says and nothing else', () => {
    const ours = [
      ...['entrypoints', 'components', 'lib', 'tests', 'public', 'scripts', '.ci', '.github'],
      ...['package.json', 'package-lock.json', 'tsconfig.json', 'wxt.config.ts', 'biome.json', 'vitest.config.ts'],
      ...['playwright.config.ts', '.gitignore', '.npmrc'],
      ...[
        'README.md',
        'ARCHITECTURE.md',
        'CONTRIBUTING.md',
        'CHANGELOG.md',
        'ADMINISTRATORS.md',
        'PRIVACY.md',
        'LICENSE',
      ],
    ];
    const made = ['.git', 'node_modules', '.output', '.wxt', '.cache', 'test-results', 'pictures'];
    const strangers = globSync(['*', '.*'], { cwd: root }).filter(
      (name) => !ours.includes(name) && !made.includes(name),
    );
    expect(strangers, 'Put it into the room it belongs in').toEqual([]);
  });

  it('no file or folder is named for its form instead of its subject', () => {
    const vague = /^(utils?|helpers?|services?|types?|hooks?|constants?|managers?|common|misc|shared)(\.|$)/i;
    const wrong = source.filter((file) => file.split('/').some((part) => vague.test(part)));
    expect(wrong, 'Name it for what it is about; a type lives with its owner, a hook with the state it reads').toEqual(
      [],
    );
  });

  it('files are kebab-case.ts and PascalCase.tsx', () => {
    const wrong = source
      .filter((file) => !(file.startsWith('entrypoints/') && basename(file) === 'main.tsx'))
      .filter((file) => !/^([a-z0-9]+(-[a-z0-9]+)*\.ts|[A-Z][A-Za-z0-9]*\.tsx)$/.test(basename(file)));
    expect(wrong).toEqual([]);
  });

  it('the only barrel is the registry of CRMs', () => {
    const barrels = files('{lib,components}/**/index.{ts,tsx}').filter((file) => file !== 'lib/crm/index.ts');
    expect(barrels, 'Import from the file that owns the name').toEqual([]);
  });

  it('live queries are async functions: of others, Dexie follows nothing that is read after an await', () => {
    const deaf = files('{lib,components}/**/*.{ts,tsx}').filter((file) =>
      /\b(?:l|useL)iveQuery\(\s*\(/.test(read(file)),
    );
    expect(deaf, 'Write `async () =>` there').toEqual([]);
  });

  it('entry points are wiring: 40 lines or fewer', () => {
    const long = files('entrypoints/**/*.{ts,tsx}').filter((file) => read(file).trimEnd().split('\n').length > 40);
    expect(long, 'Move what decides into lib or components').toEqual([]);
  });

  it('whatever lib exports says what it is', () => {
    const exported = /^export (?:abstract |async )*(?:class|const|function|interface|let|type)\*? (?=\w)/;
    const silent = files('lib/**/*.ts').flatMap((file) => {
      const paragraphs = read(file)
        .split(/\n\s*\n/)
        .map((paragraph) => paragraph.split('\n'));
      const all = paragraphs.flatMap((lines) =>
        lines.flatMap((line, at) => (exported.test(line) ? [{ line, above: lines.slice(0, at) }] : [])),
      );
      // Of a file with one export its own docstring tells; exports that stand together share one.
      if (all.length === 1 && paragraphs[0]?.[0]?.startsWith('/**')) return [];
      const none = all.filter(({ above }) => !above.some((line) => line.trimEnd().endsWith('*/')));
      return none.map(({ line }) => `${file}: ${line}`);
    });
    expect(silent, 'Write a docstring: what it is, units, errors, where the rule comes from').toEqual([]);
  });

  it('every room of lib is in the plan', () => {
    const rooms = globSync('lib/*', { cwd: root }).map((path) => basename(path));
    expect(rooms.filter((room) => !(ROOMS as readonly string[]).includes(room))).toEqual([]);
  });

  it('every CRM adapter has frozen pages', () => {
    const adapters = files('lib/crm/*.ts').filter((file) => /: CrmAdapter =|= siteAdapter\(/.test(read(file)));
    expect(adapters.length).toBeGreaterThan(1);
    for (const adapter of adapters) {
      const crm = basename(adapter, '.ts');
      const pages = files(`tests/fixtures/crm/${crm}/*.html`);
      expect(pages.length, `Add at least two frozen pages to tests/fixtures/crm/${crm}/`).toBeGreaterThan(1);
    }
  });
});

describe('styles', () => {
  const sheets = files('components/**/*.css');
  /** The classes of a style sheet; those of a package's own markup are not ours to write. */
  const styled = (file: string) => {
    const rules = read(file).replace(/\/\*[\s\S]*?\*\/|"[^"]*"/g, '');
    return [...rules.matchAll(/\.([a-z][\w-]*)/g)].flatMap(([, name = '']) =>
      name.startsWith('recharts-') ? [] : name,
    );
  };
  const markup = files('components/**/*.{ts,tsx}').map(code);
  const texts = markup.flatMap((text) => text.match(/'[^'\n]*'|"[^"\n]*"|`[^`]*`/g) ?? []);

  it('are of something that a component draws', () => {
    const words = new Set(texts.flatMap((text) => text.split(/[^\w-]+/)));
    // `mark-${standing}` is the beginning of several.
    const beginnings = texts.flatMap((text) => text.match(/[a-z][\w-]*-(?=\$\{)/g) ?? []);
    const dead = sheets.flatMap((file) =>
      styled(file)
        .filter((name) => !words.has(name) && !beginnings.some((start) => name.startsWith(start)))
        .map((name) => `${file}: .${name}`),
    );
    expect(dead, 'Take the rule out').toEqual([]);
  });

  it('are there for every class that a component gives', () => {
    const known = new Set(sheets.flatMap(styled));
    const given = markup.flatMap((text) => [...text.matchAll(/className="([^"]*)"/g)]);
    const bare = given.flatMap(([, names = '']) => names.split(' ')).filter((name) => !known.has(name));
    expect(bare, 'Take the class out, or style it').toEqual([]);
  });

  it('of one page say in one place what a class looks like: the same name twice is two things in each other', () => {
    /** A sheet, and those that it takes in. */
    const withImports = (file: string): string[] => [
      file,
      ...[...read(file).matchAll(/@import "([^"]+)"/g)].flatMap(([, to = '']) => withImports(join(dirname(file), to))),
    ];
    /** The classes that have a rule by themselves; within a condition it is of the rule outside. */
    const alone = (file: string) => {
      const rules = read(file)
        .replace(/\/\*[\s\S]*?\*\//g, '')
        .replace(/@(?:media|supports|container)[^{]*\{(?:[^{}]*\{[^{}]*\})*\s*\}/g, '');
      const selectors = [...rules.matchAll(/([^{}]+)\{/g)].flatMap(([, list = '']) => list.split(','));
      return new Set(selectors.map((one) => one.trim()).filter((one) => /^\.[\w-]+$/.test(one)));
    };
    for (const page of files('entrypoints/*/main.tsx')) {
      const imports = [...read(page).matchAll(/import '([^']+\.css)'/g)];
      const loaded = imports.flatMap(([, to = '']) => withImports(join(dirname(page), to)));
      const places = loaded.flatMap((file) => [...alone(file)].map((name) => ({ name, file })));
      const twice = [...Map.groupBy(places, ({ name }) => name)].filter(([, of]) => of.length > 1);
      expect(twice.map(([name, of]) => `${name}: ${of.map(({ file }) => file).join(', ')}`)).toEqual([]);
    }
  });
});

describe('the panel, which a page can cover,', () => {
  /** Everything that a file loads, and what that loads. */
  function reached(file: string, all: Set<string> = new Set()): Set<string> {
    if (all.has(file)) return all;
    all.add(file);
    for (const { path } of importsOf(file)) {
      const there = ['', '.ts', '.tsx'].map((ending) => path + ending).find((one) => source.includes(one));
      if (there) reached(there, all);
    }
    return all;
  }

  it('reaches nothing that erases, brings in, or gives all that is kept away', () => {
    const risky = ['backup', 'backups', 'backup-erase', 'erase', 'loss', 'packs', 'handover', 'pack-file'];
    const found = [...reached('entrypoints/panel/main.tsx')].filter(
      (file) => /^lib\/(state|storage)\//.test(file) && risky.includes(basename(file, '.ts')),
    );
    expect(found, 'let the panel link to a tab page of the extension instead').toEqual([]);
  });
});
