// @vitest-environment happy-dom
/** The record that a page draws into the place of another; the host pages in Chromium have the other cases. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { recordReader } from '../../lib/browser/record';
import { salesforce } from '../../lib/crm/salesforce';

const A = '0067Q00000ARuZX';
const B = '0068c00000qgKWW';

// Nothing is observed here: happy-dom knows no selector with an underscore.
const map = { ...salesforce.map, watched: 'none' };

/** Every field is on the page, or it would be looked for to the end. */
const page = (name: string, stage: string) => `
  <one-record-home-flexipage2>
    <lightning-formatted-text slot="primaryField">${name}</lightning-formatted-text>
    ${Object.entries({ StageName: stage, ...REST })
      .map(([api, text]) => `<p data-target-selection-name="sfdc:RecordField.Opportunity.${api}">${text}</p>`)
      .join('')}
  </one-record-home-flexipage2>`;

const REST = { AccountId: 'Acme Ltd', Amount: '$140,000.00', CloseDate: '12/31/2026', OwnerId: 'Jo Berg' };

/** Every field, as it must be told. */
const shown = (name: string, stage: string) => ({
  name,
  account: REST.AccountId,
  stage,
  amount: REST.Amount,
  closeDate: REST.CloseDate,
  owner: REST.OwnerId,
});

/** Until an address that is new is held to be drawn, in ms. */
const FIRST_LOOK = 8;

const STAGE = '[data-target-selection-name$=StageName]';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.clearAllTimers();
  vi.useRealTimers();
});

function set(selector: string, text: string): void {
  const element = document.querySelector(selector);
  if (element) element.textContent = text;
}

/** A reader, and every field of all that it tells; another deal's page is given the time to be looked at first. */
function reader() {
  const told: object[] = [];
  const read = recordReader(map, ({ fields }) =>
    told.push(Object.fromEntries(Object.entries(fields).map(([field, read]) => [field, read?.text]))),
  );
  const follow = (key: string | null) => {
    read(key);
    vi.advanceTimersByTime(FIRST_LOOK);
  };
  return { follow, told };
}

it('is believed once the page shows something else, and the same for a while', () => {
  document.body.innerHTML = page('Acme', 'Discovery');
  const { follow, told } = reader();
  follow(A);
  expect(told).toEqual([shown('Acme', 'Discovery')]);

  // The address is B's; the page still shows A, then half of each, then B.
  follow(B);
  vi.advanceTimersByTime(1000);
  set('[slot=primaryField]', 'Globex');
  // Nor is it by a panel that asks.
  follow(B);
  follow(B);
  expect(told).toHaveLength(1);
  set(STAGE, 'Proposal');
  vi.advanceTimersByTime(1000);
  expect(told.slice(1)).toEqual([shown('Globex', 'Proposal')]);

  // And back, in an instant.
  follow(A);
  set('[slot=primaryField]', 'Acme');
  set(STAGE, 'Discovery');
  follow(A);
  expect(told).toHaveLength(2);
  vi.advanceTimersByTime(1000);
  expect(told.slice(2)).toEqual([shown('Acme', 'Discovery')]);
});

it('is not believed between two looks that come quickly', () => {
  document.body.innerHTML = page('Acme', 'Discovery');
  const { follow, told } = reader();
  follow(A);
  follow(B);
  set('[slot=primaryField]', 'Globex');
  vi.advanceTimersByTime(100);
  expect(told).toHaveLength(1);
  set(STAGE, 'Proposal');
  vi.advanceTimersByTime(2000);
  expect(told.slice(1)).toEqual([shown('Globex', 'Proposal')]);
});

it('is read once more when it seems complete', () => {
  document.body.innerHTML = page('Acme', 'Discovery');
  const { follow, told } = reader();
  follow(A);
  set(STAGE, 'Proposal');
  vi.advanceTimersByTime(2000);
  expect(told).toEqual([shown('Acme', 'Discovery'), shown('Acme', 'Proposal')]);
});

it('is believed in the end when only its name is that of the deal before', () => {
  document.body.innerHTML = page('Renewal', 'Discovery');
  const { follow, told } = reader();
  follow(A);
  follow(B);
  set(STAGE, 'Proposal');
  vi.advanceTimersByTime(1000);
  expect(told).toHaveLength(1);
  vi.advanceTimersByTime(10_000);
  expect(told.slice(1)).toEqual([shown('Renewal', 'Proposal')]);
});

it('is never believed while the page shows the deal before and nothing else', () => {
  document.body.innerHTML = page('Acme', 'Discovery');
  const { follow, told } = reader();
  follow(A);
  follow(B);
  vi.advanceTimersByTime(60_000);
  expect(told).toHaveLength(1);
});

it('is told anew when a deal shows all that the one before did', () => {
  document.body.innerHTML = page('Acme', 'Discovery');
  const { follow, told } = reader();
  follow(A);
  document.body.innerHTML = page('Acme', 'Discovery');
  follow(B);
  expect(told).toHaveLength(2);
});

it('is looked at until nobody edits it any more', () => {
  document.body.innerHTML = page('Acme', 'Discovery');
  const told: unknown[] = [];
  const follow = recordReader(map, ({ editing }) => told.push(editing));
  document.querySelector('one-record-home-flexipage2')?.insertAdjacentHTML('beforeend', '<button name="SaveEdit">');
  follow(A);
  vi.advanceTimersByTime(600_000);
  expect(told).toEqual([true]);
  document.querySelector('[name=SaveEdit]')?.remove();
  vi.advanceTimersByTime(1000);
  expect(told).toEqual([true, false]);
});

it('is believed at once in an element of its own', () => {
  document.body.innerHTML = page('Acme', 'Discovery');
  const { follow, told } = reader();
  follow(A);
  document.body.innerHTML = page('Globex', 'Proposal');
  follow(B);
  expect(told).toEqual([shown('Acme', 'Discovery'), shown('Globex', 'Proposal')]);
});

it('is not believed by the reader that comes after, for the deal that the page is about to draw', () => {
  document.body.innerHTML = page('Acme', 'Discovery');
  const last = reader();
  last.follow(A);
  last.follow(null);
  const { follow, told } = reader();
  follow(B);
  vi.advanceTimersByTime(1000);
  expect(told).toEqual([]);
  document.body.innerHTML = page('Globex', 'Proposal');
  vi.advanceTimersByTime(1000);
  expect(told).toEqual([shown('Globex', 'Proposal')]);
});

it('waits for a name', () => {
  document.body.innerHTML = page('', 'Discovery');
  const { follow, told } = reader();
  follow(A);
  expect(told).toEqual([]);
  set('[slot=primaryField]', 'Acme');
  vi.advanceTimersByTime(1000);
  expect(told).toEqual([shown('Acme', 'Discovery')]);
});
