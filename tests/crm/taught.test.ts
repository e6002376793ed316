// @vitest-environment happy-dom
/**
 * Pointing at a value and reading the next deal by it. The pages are those of made-up CRMs, each
 * with the signs that real ones have; what needs layout is tested in Chromium.
 */
import { beforeEach, describe, expect, it } from 'vitest';
import { spotsOf } from '../../lib/crm/point';
import { pageReader } from '../../lib/crm/reader';
import { salesforce } from '../../lib/crm/salesforce';
import { taughtMap } from '../../lib/crm/taught';
import { FIELDS, type Field } from '../../lib/domain/deal';
import { type Taught, taughtSchema } from '../../lib/domain/taught';

type Values = Partial<Record<Field, string>>;

const ACME: Values = { name: 'Acme widgets', stage: 'Proposal', amount: '€ 1,200.00', closeDate: '31/12/2026' };
const NORTH: Values = { name: 'Northwind pumps', stage: 'Won', amount: '€ 86,500.00', closeDate: '29/01/2027' };

/** The element that shows a value, innermost. */
const showing = (text: string, scope: ParentNode = document.body): Element | undefined => {
  for (const element of scope.querySelectorAll('*')) {
    const inside = element.shadowRoot && showing(text, element.shadowRoot);
    if (inside) return inside;
    if (element.childElementCount === 0 && element.textContent?.trim() === text) return element;
    if (element instanceof HTMLInputElement && element.value === text) return element;
  }
};

/** What is taught by pointing at each value, as it is kept. */
const teach = (values: Values): Taught => {
  const fields: Taught['fields'] = {};
  for (const field of FIELDS) {
    const element = values[field] && showing(values[field]);
    if (element) fields[field] = spotsOf(element, document.body);
  }
  return taughtSchema.parse({ origin: 'https://crm.acme.example', address: null, fields, on: '/1', proven: false });
};

const read = (taught: Taught): Values => {
  const { fields } = pageReader(taughtMap(taught)).read(document.body);
  const shown = FIELDS.flatMap((field) => (fields[field] ? [[field, fields[field].text]] : []));
  return Object.fromEntries(shown);
};

/** The ways by which each field was taught. */
const ways = ({ fields }: Taught) =>
  Object.fromEntries(FIELDS.flatMap((field) => (fields[field] ? [[field, fields[field].map(({ way }) => way)]] : [])));

const PAGES: Record<string, (values: Values) => void> = {
  'a table of labels and values': ({ name, stage, amount, closeDate }) => {
    document.body.innerHTML = `<nav><b>Deals</b></nav><h1>${name}</h1><table>
      <tr><th>Stage</th><td>${stage}</td><th>Expected</th><td>${amount}</td></tr>
      <tr><th>Closing:</th><td>${closeDate}</td><th>Empty</th><td></td></tr></table>`;
  },
  'a list of definitions, in groups': ({ name, stage, amount, closeDate }) => {
    document.body.innerHTML = `<header><div><h2>Deal</h2><h1>${name}</h1></div></header>
      <dl><dt>Phase</dt><dd>${stage}</dd><dt>Betrag *</dt><dd><span>${amount}</span></dd></dl>
      <div class="row"><div>金額日</div><div><em>${closeDate}</em></div></div>`;
  },
  'a form whose values are typed': ({ name, stage, amount, closeDate }) => {
    document.body.innerHTML = `<form><div data-field="name"><input></div><div data-field="stage"><span>${stage}</span></div>
      <div data-field="amount"><input name="amount"></div><label>Close</label><input id="close_date"></form>`;
    const inputs = [...document.querySelectorAll('input')];
    for (const [index, value] of [name, amount, closeDate].entries())
      if (inputs[index]) inputs[index].value = value ?? '';
  },
  'components that keep their inside to themselves': ({ name, stage, amount, closeDate }) => {
    document.body.innerHTML =
      '<deal-head data-testid="head"></deal-head><deal-fact data-name="stage"></deal-fact><deal-fact data-name="amount"></deal-fact><deal-fact></deal-fact>';
    const [head, ...facts] = [...document.body.children].map((host) => host.attachShadow({ mode: 'open' }));
    if (head) head.innerHTML = `<div><h1>${name}</h1></div>`;
    for (const [index, [label, value]] of [
      ['Stage', stage],
      ['Amount', amount],
      ['Due', closeDate],
    ].entries()) {
      const root = facts[index];
      if (root) root.innerHTML = `<div><span>${label}</span><span>${value}</span></div>`;
    }
  },
  'nothing but places': ({ name, stage, amount, closeDate }) => {
    document.body.innerHTML = `<main><div><h1>${name}</h1></div><section><p>${stage}</p></section>
      <section><p>${amount}</p></section><footer><p>${closeDate}</p></footer></main>`;
  },
};

beforeEach(() => {
  document.body.innerHTML = '';
});

describe('a page that was pointed at', () => {
  for (const [page, draw] of Object.entries(PAGES)) {
    it(`is read at once, and on the next deal: ${page}`, () => {
      draw(ACME);
      const taught = teach(ACME);
      expect(read(taught)).toEqual(ACME);
      document.body.innerHTML = '';
      draw(NORTH);
      expect(read(taught)).toEqual(NORTH);
    });
  }

  it('is known by marks first, then by labels, and by its places where there is neither', () => {
    PAGES['a form whose values are typed']?.(ACME);
    expect(ways(teach(ACME))).toEqual({
      name: ['mark'],
      stage: ['mark'],
      amount: ['mark', 'mark'],
      closeDate: ['mark', 'label'],
    });
    PAGES['a table of labels and values']?.(ACME);
    expect(ways(teach(ACME))).toMatchObject({ name: ['place'], stage: ['label'], amount: ['label'] });
    PAGES['nothing but places']?.(ACME);
    expect(ways(teach(ACME))).toMatchObject({ name: ['place'] });
  });

  it('takes no mark that is the value, has a number of a database, or is of a build', () => {
    document.body.innerHTML = `<p data-stage="Proposal" data-v-8f3a="" id="x4711" title="Proposal"
      class="css-1ab9 is-active proposal-text" aria-label="Proposal: Acme">Proposal</p><p>Other</p>`;
    expect(ways(teach({ stage: 'Proposal' }))).toEqual({ stage: ['place'] });
  });

  it('reads nothing rather than another value once the signs of a field are gone', () => {
    PAGES['a table of labels and values']?.(ACME);
    const taught = teach(ACME);
    for (const cell of document.querySelectorAll('th'))
      if (cell.textContent === 'Expected') cell.textContent = 'Renamed';
    expect(read(taught)).toEqual({ name: ACME.name, stage: ACME.stage, closeDate: ACME.closeDate });
  });

  it('is read before what the adapter knows, and the adapter still reads the rest', () => {
    document.body.innerHTML = `<one-record-home-flexipage2>
      <div data-target-selection-name="sfdc:RecordField.Opportunity.Name"><span class="test-id__field-value">Acme widgets</span></div>
      <div data-target-selection-name="sfdc:RecordField.Opportunity.StageName"><span class="test-id__field-value">Old way</span></div>
      <p><b>Our stage</b> <span>Proposal</span></p></one-record-home-flexipage2>`;
    const { fields } = teach({ stage: 'Proposal' });
    const reader = pageReader(taughtMap({ fields }, salesforce.map));
    const page = reader.page();
    expect(page && reader.read(page).fields).toMatchObject({
      name: { text: 'Acme widgets', from: 'detail' },
      stage: { text: 'Proposal', from: 'taught-label' },
    });
  });
});
