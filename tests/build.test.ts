/**
 * What the built extension promises: the manifest, the size of what goes into a page, and
 * that nothing in it can reach the network. Judged on the production build, because a
 * development build asks for more.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import config from '../wxt.config';

const built = resolve(import.meta.dirname, '../.output/chrome-mv3');
if (!existsSync(built)) throw new Error('There is no build to judge: run `npm run build` first.');
const manifest = JSON.parse(readFileSync(join(built, 'manifest.json'), 'utf8'));
const scripts = globSync('**/*.js', { cwd: built });

describe('the manifest asks for no more than it says', () => {
  it('has five permissions, none of which shows a warning', () => {
    expect([...manifest.permissions].sort()).toEqual([
      'activeTab',
      'alarms',
      'sidePanel',
      'storage',
      'unlimitedStorage',
    ]);
    // The browser asks before it grants one of these, on a click of the person.
    expect([...manifest.optional_permissions].sort()).toEqual(['notifications', 'scripting']);
  });

  it('has no site before the person turns one on: it runs on the pages of Lightning by its content script alone', () => {
    expect(manifest.host_permissions ?? []).toEqual([]);
    expect(manifest.optional_host_permissions).toEqual(['*://*/*']);
    for (const script of manifest.content_scripts) {
      expect(script.all_frames ?? false).toBe(false);
      for (const match of script.matches) expect(match).toMatch(/^https:\/\/\*\.[a-z-]+(\.[a-z-]+)+\/\*$/);
    }
  });

  it('forbids its pages every connection, foreign code and framing of others', () => {
    const policy: string = manifest.content_security_policy.extension_pages;
    const directives = new Map(
      policy
        .split(';')
        .map((directive) => directive.trim().split(/\s+/))
        .map(([name, ...values]) => [name, values.join(' ')]),
    );
    expect(directives.get('default-src')).toBe("'none'");
    expect(directives.get('connect-src')).toBe("'none'");
    expect(directives.get('script-src')).toBe("'self'");
    expect(directives.get('object-src') ?? "'none'").toBe("'none'");
    expect(directives.get('form-action')).toBe("'none'");
    expect(directives.get('require-trusted-types-for')).toBe("'script'");
  });

  it('lets no other extension and no page speak to it, and shows pages only the panel and where one teaches, by an address that changes', () => {
    expect(manifest.externally_connectable).toEqual({ ids: [] });
    expect(manifest.incognito).toBe('not_allowed');
    for (const entry of manifest.web_accessible_resources) {
      expect(entry.use_dynamic_url).toBe(true);
      expect(entry.resources).toEqual(['panel.html', 'teach.html']);
    }
  });
});

describe('the build for Firefox', () => {
  const of = (browser: string) => {
    const { manifest: make } = config;
    if (typeof make !== 'function') throw new Error('the manifest is made for each browser');
    return make({ browser, command: 'build', mode: 'production', manifestVersion: 3 });
  };

  it('asks for the same, and for nothing that Firefox does not know', async () => {
    const [firefox, chrome] = await Promise.all([of('firefox'), of('chrome')]);
    expect(firefox.optional_permissions).toEqual(chrome.optional_permissions);
    expect(firefox.optional_host_permissions).toEqual(chrome.optional_host_permissions);
    expect(chrome.permissions).toEqual([...(firefox.permissions ?? []), 'sidePanel']);
    expect(firefox.content_scripts).toEqual(chrome.content_scripts);
    // There the address of an extension is of one profile alone, and is not known to pages.
    for (const entry of firefox.web_accessible_resources ?? []) expect(entry).not.toHaveProperty('use_dynamic_url');
  });
});

describe('what goes into a page', () => {
  // 3,325 with what one script leaves the next of whose page is in front; 4 kB is what a page may be asked for.
  it('is at most 3,350 bytes, gzipped', () => {
    const content: string[] = manifest.content_scripts.flatMap((script: { js: string[] }) => script.js);
    expect(content).toEqual(['page-salesforce.js']);
    for (const script of content) expect(sizeOf(script), script).toBeLessThanOrEqual(3350);
  });

  it('is at most 4 kB on a site that the person turned on, and knows no CRM', () => {
    expect(sizeOf('page-site.js')).toBeLessThanOrEqual(4 * 1024);
    expect(readFileSync(join(built, 'page-site.js'), 'utf8')).not.toMatch(/salesforce|opportunity/i);
  });

  const sizeOf = (script: string) => gzipSync(readFileSync(join(built, script)), { level: 9 }).length;
});

describe('nothing that is shipped', () => {
  const calls: [string, RegExp][] = [
    [
      'makes a network request',
      /\bfetch\s*\(|\bXMLHttpRequest\b|\bnew WebSocket\b|\bsendBeacon\b|\bEventSource\b|\bimportScripts\s*\(/,
    ],
    ['makes code out of text', /\beval\s*\(|(?<![\w.$])Function\s*\(/],
    [
      'makes markup out of text',
      /\.(inner|outer)HTML\s*=(?!=)|\.(insertAdjacentHTML|createContextualFragment|parseFromString|setHTMLUnsafe|srcdoc)\b|\bdocument\.write/,
    ],
  ];
  for (const [what, pattern] of calls) {
    it(what, () => {
      const found = scripts.flatMap((script) => {
        const hit = pattern.exec(readFileSync(join(built, script), 'utf8'));
        return hit ? [`${script}: ${hit[0]} at ${hit.index}`] : [];
      });
      expect(found).toEqual([]);
    });
  }
});
