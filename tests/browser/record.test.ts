// @vitest-environment happy-dom
/** The record that a page draws into the place of another; the host pages in Chromium have the other cases. */
import { expect, it } from 'vitest';
import { recordReader } from '../../lib/browser/record';
import { salesforce } from '../../lib/crm/salesforce';

const A = 'salesforce:acme:0067Q00000ARuZXQA1';
const B = 'salesforce:acme:0068c00000qgKWWAA2';

const page = (name: string, stage: string) => `
  <one-record-home-flexipage2>
    <lightning-formatted-text slot="primaryField">${name}</lightning-formatted-text>
    <div data-target-selection-name="sfdc:RecordField.Opportunity.StageName">
      <span class="test-id__field-value">${stage}</span>
    </div>
  </one-record-home-flexipage2>`;

function set(selector: string, text: string): void {
  const element = document.querySelector(selector);
  if (element) element.textContent = text;
}

it('is believed once the page shows something else, and the same twice', () => {
  document.body.innerHTML = page('Acme', 'Discovery');
  // Nothing is observed here: happy-dom knows no selector with an underscore.
  const record = recordReader({ ...salesforce.map, stage: [] }, () => undefined);
  const name = (key: typeof A | typeof B) => record.read(key)?.fields.name?.text;
  expect(name(A)).toBe('Acme');

  // The address is B's; the page still shows A, then half of each, then B.
  expect(name(B)).toBeUndefined();
  expect(name(B)).toBeUndefined();
  set('[slot=primaryField]', 'Globex');
  expect(name(B)).toBeUndefined();
  set('.test-id__field-value', 'Proposal');
  expect(name(B)).toBeUndefined();
  expect(name(B)).toBe('Globex');
  expect(record.read(B)?.fields.stage?.text).toBe('Proposal');

  // And back.
  expect(name(A)).toBeUndefined();
  set('[slot=primaryField]', 'Acme');
  expect(name(A)).toBeUndefined();
  expect(name(A)).toBe('Acme');
});

it('is believed at once in an element of its own', () => {
  document.body.innerHTML = page('Acme', 'Discovery');
  const record = recordReader({ ...salesforce.map, stage: [] }, () => undefined);
  expect(record.read(A)?.fields.name?.text).toBe('Acme');
  document.body.innerHTML = page('Acme', 'Discovery');
  expect(record.read(B)).toMatchObject({ key: B, fields: { name: { text: 'Acme', from: 'header' } } });
});

it('waits for a name', () => {
  document.body.innerHTML = page('', 'Discovery');
  const record = recordReader({ ...salesforce.map, stage: [] }, () => undefined);
  expect(record.read(A)).toBeNull();
});
