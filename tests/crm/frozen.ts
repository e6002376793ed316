/** The frozen pages of every CRM, each with what must be made of it written in it. */
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { CrmAdapter } from '../../lib/crm/adapter';
import { adapters } from '../../lib/crm/index';

const FOLDER = join(import.meta.dirname, '../fixtures/crm');

/** The file of an adapter, and its folder of pages, where that is not its id. */
const FILES: Readonly<Record<string, string>> = { 'salesforce-classic': 'classic' };

export interface FrozenPage {
  /** `odoo/opportunity-18`. */
  name: string;
  adapter: CrmAdapter;
  html: string;
  expected: Expected;
}

export interface Expected {
  /** Pages of Lightning that differ in their layout alone have the address of no other. */
  url?: string;
  key?: string;
  place?: 'list' | null;
  /** The deals that a list shows so that they can be told. */
  rows?: string[];
  fields?: Record<string, { text: string; from: string } | null> | null;
  editing?: boolean;
  /** Whether what proves the kind of record is there, where the address leaves that open. */
  witness?: boolean;
  lang?: string;
  /** The classes of the body. */
  body?: string;
}

export const frozenPages: readonly FrozenPage[] = globSync('*/*.html', { cwd: FOLDER })
  .sort()
  .map((file) => {
    const crm = dirname(file);
    const adapter = adapters.find(({ id }) => id === (FILES[crm] ?? crm));
    if (!adapter) throw new Error(`tests/fixtures/crm/${crm} is named for no adapter`);
    const html = readFileSync(join(FOLDER, file), 'utf8');
    const said = /<script type="application\/json" id="expected">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '';
    return { name: `${crm}/${basename(file, '.html')}`, adapter, html, expected: JSON.parse(said) };
  });

/** Puts a frozen page into the document at hand. */
export function load({ html, expected }: FrozenPage): void {
  document.documentElement.lang = expected.lang ?? '';
  document.body.className = expected.body ?? '';
  document.body.innerHTML = html;
  raiseShadows(document.body);
}

/** Of an option, happy-dom does not know whether it is `:checked`. Chromium does: tests/e2e/crms.spec.ts. */
if (typeof HTMLOptionElement !== 'undefined') {
  const { matches } = Element.prototype;
  const value = function (this: HTMLOptionElement, selectors: string) {
    return matches.call(this, selectors.replaceAll(':checked', '[selected]'));
  };
  Object.defineProperty(HTMLOptionElement.prototype, 'matches', { value });
}

/** Declarative shadow roots, which happy-dom's parser leaves as templates. */
function raiseShadows(scope: ParentNode): void {
  for (const template of scope.querySelectorAll('template')) {
    if (!template.parentElement || !template.hasAttribute('shadowrootmode')) continue;
    const root = template.parentElement.attachShadow({ mode: 'open' });
    root.append(template.content);
    template.remove();
    raiseShadows(root);
  }
}
