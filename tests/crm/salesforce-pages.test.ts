// @vitest-environment happy-dom
/**
 * Frozen pages, each with what must be read from it written in it. What needs layout or a real
 * shadow root is tested in Chromium, on the host pages.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pageReader } from '../../lib/crm/reader';
import { salesforce } from '../../lib/crm/salesforce';

const folder = join(import.meta.dirname, '../fixtures/salesforce');
const pages = globSync('*.html', { cwd: folder }).sort();
const reader = pageReader(salesforce.map);

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

function load(page: string): { fields: object | null; editing?: boolean } {
  document.body.innerHTML = readFileSync(join(folder, page), 'utf8');
  raiseShadows(document.body);
  return JSON.parse(document.querySelector('#expected')?.textContent ?? '');
}

describe('a Salesforce page', () => {
  for (const page of pages) {
    it(`is read as it is shown: ${page}`, () => {
      const { fields, editing = false } = load(page);
      const front = reader.page();
      expect(front && reader.read(front)).toEqual(fields && { fields, editing });
    });
  }
});
