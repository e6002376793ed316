// @vitest-environment happy-dom
/**
 * A bug report may be read by anyone, so what stands on a page has no part in it: with every word,
 * number and title of a frozen page exchanged for others, its report is the same to the letter.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { adapters } from '../../lib/crm/index';
import { outlineOf } from '../../lib/crm/outline';
import { reportText } from '../../lib/domain/reading';

const folder = join(import.meta.dirname, '../fixtures');
const pages = globSync('crm/*/*.html', { cwd: folder }).sort();

const report = () =>
  adapters
    .map(({ id, map }) =>
      reportText({ app: '0', browser: '', crm: id, health: {}, outline: outlineOf(map, document.body) }, 0),
    )
    .join('\n');

/** Other words of the same length, wherever a person's could stand: in text, and in attributes that show or lead somewhere. */
function exchange(scope: ParentNode): void {
  const other = (text: string) => text.replace(/\p{L}/gu, 'q').replace(/\p{N}/gu, '7');
  for (const element of scope.querySelectorAll('*')) {
    for (const node of element.childNodes) if (node.nodeType === 3) node.textContent = other(node.textContent ?? '');
    for (const name of ['title', 'src', 'alt', 'value', 'aria-label', 'placeholder', 'data-tooltip'])
      if (element.hasAttribute(name)) element.setAttribute(name, other(element.getAttribute(name) ?? ''));
  }
}

describe('a report of a page', () => {
  for (const page of pages) {
    it(`is the same whatever stands there: ${page}`, () => {
      document.body.innerHTML = readFileSync(join(folder, page), 'utf8');
      const { fields } = JSON.parse(document.querySelector('#expected')?.textContent ?? '{}');
      document.querySelector('#expected')?.remove();
      const before = report();
      // No record's id, from an address or anywhere.
      expect(before).not.toMatch(/\d{4}/);
      exchange(document.body);
      expect(report()).toBe(before);
      for (const read of Object.values(fields ?? {}) as ({ text: string } | null)[])
        if (read) expect(before).not.toContain(read.text);
    });
  }

  it('tells where on a page the places are, and of a component’s name no more than its kind', () => {
    document.body.innerHTML = readFileSync(join(folder, 'crm/salesforce/aura.html'), 'utf8');
    expect(report()).toMatch(
      /- stage\n.* - detail: 0 found, 0 with text\n[\s\S]*- path: 1 found, 1 with text \(.*ul>li\)/,
    );
    document.body.innerHTML =
      '<x-panel__view___012000000000000aaa><b data-target-selection-name="sfdc:RecordField.Opportunity.Name">n</b></x-panel__view___012000000000000aaa>';
    expect(report()).toContain('(html>body>x-panel*>b)');
  });
});
