/** Dates and amounts as the pages of the CRMs write them, in the languages that they are used in. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays } from '../../lib/domain/day';
import type { DealKey, RawDeal } from '../../lib/domain/deal';
import { toSnapshot } from '../../lib/domain/parse';

const LANGUAGES = ['en-US', 'en-GB', 'de', 'fr', 'es', 'pt-BR', 'ja', 'hi', 'ar'];
/** A page's language says how they write. */
const BY_LANGUAGE: DealKey[] = ['odoo:erp.acme.example:16', 'tryton:erp.acme.example/crm:3'];
/** Whoever looks at the page chose how they write. */
const BY_PERSON: DealKey[] = [
  'salesforce:acme:0067Q00000ARuZXQA1',
  'hubspot:1:2',
  'dynamics:acme.crm.dynamics.com:1',
  'espocrm:a:1',
  'suitecrm:a:1',
  'twenty:a:1',
];

/** What is made of a date and an amount on a page in a language. */
function read(key: DealKey, language: string | null, closeDate: string, amount = '') {
  const shown = (text: string) => ({ text, from: 'field' });
  const nothing = { name: null, account: null, stage: null, owner: null };
  const fields = { ...nothing, closeDate: shown(closeDate), amount: shown(amount) };
  const raw: RawDeal = { key, url: 'https://crm.acme.example/', language, fields };
  return toSnapshot(raw, { locale: 'en-US', now: 0 }).fields;
}

const day = fc.integer({ min: 0, max: 36_000 }).map((count) => addDays('2000-01-01', count));
const language = fc.constantFrom(...LANGUAGES);
const style = fc.constantFrom<Intl.DateTimeFormatOptions>(
  { dateStyle: 'long' },
  { dateStyle: 'medium' },
  { year: 'numeric', month: 'numeric', day: 'numeric' },
  { year: 'numeric', month: '2-digit', day: '2-digit' },
);
const written = (value: string, locale: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locale, { calendar: 'gregory', timeZone: 'UTC', ...options }).format(Date.parse(value));

describe('a date', () => {
  it('is read as the page’s language writes it, where that says how its dates are written', () => {
    fc.assert(
      fc.property(fc.constantFrom(...BY_LANGUAGE), day, language, style, (key, value, locale, options) => {
        const text = written(value, locale, options);
        expect([text, read(key, locale, text).closeDate?.value]).toEqual([text, value]);
      }),
    );
  });

  it('is never another day than it was, however the person chose to write it on a page in whatever language', () => {
    fc.assert(
      fc.property(fc.constantFrom(...BY_PERSON), day, language, language, style, (key, value, page, own, options) => {
        const text = written(value, own, options);
        const seen = read(key, page, text).closeDate;
        expect(seen?.text).toBeTruthy();
        if (seen?.value !== null) expect([page, text, seen?.value]).toEqual([page, text, value]);
      }),
    );
  });

  test.each([
    ['03/04/2027', 'en-GB', 'odoo:erp.acme.example:16', '2027-04-03'],
    // Its English is American alone, and so is the page's language for a seller in London.
    ['03/04/2027', 'en-US', 'salesforce:acme:0067Q00000ARuZXQA1', null],
    ['23/04/2027', 'en-US', 'salesforce:acme:0067Q00000ARuZXQA1', '2027-04-23'],
    ['03/04/2027', 'en-GB', 'hubspot:1:2', null],
    ['03/04/2027', null, 'odoo:erp.acme.example:16', null],
    ['31/12/2026', 'en-US', 'suitecrm:a:1', '2026-12-31'],
    // Odoo 18 and EspoCRM leave the year out, while it is this one.
    ['Dec 31', 'en-US', 'odoo:erp.acme.example:16', null],
    ['31 Dec', 'en-US', 'espocrm:a:1', null],
  ] as const)('%s on a page in %s of %s', (text, page, key, value) => {
    const seen = read(key, page, text).closeDate;
    expect(seen).toMatchObject({ text, value });
    expect(seen?.unsure ?? false).toBe(value === null);
  });
});

describe('an amount', () => {
  const minor = fc.integer({ min: 0, max: 99_999_999_999 });
  const currency = fc.constantFrom('EUR', 'USD', 'GBP', 'BRL', 'INR');

  it('is never another than it was, in whichever of the languages it is written on a page in whichever', () => {
    fc.assert(
      fc.property(fc.constantFrom(...BY_PERSON), minor, currency, language, language, (key, value, unit, page, own) => {
        const options = { style: 'currency', currency: unit, currencyDisplay: 'code' } as const;
        const text = new Intl.NumberFormat(own, options).format(value / 100);
        const seen = read(key, page, '', text).amount?.value;
        expect([page, text, seen]).toEqual([page, text, { minor: value, currency: unit }]);
      }),
    );
  });

  // As frozen pages show them: Twenty shortens, Odoo has its sign in an element of its own.
  test.each([
    ['$140k', 'en-US', 14_000_000, 'USD'],
    ['$ 140,000.00', 'en-US', 14_000_000, 'USD'],
    ['€140.000,00', 'de', 14_000_000, 'EUR'],
    ['140 000,00 €', 'fr', 14_000_000, 'EUR'],
    ['R$ 140.000,00', 'pt-BR', 14_000_000, 'BRL'],
    ['¥14,000,000', 'ja', 14_000_000, 'JPY'],
    ['₹1,40,00,000.00', 'hi', 1_400_000_000, 'INR'],
    ['140.000,00', 'es', 14_000_000, null],
  ])('%s in %s', (text, page, value, unit) => {
    expect(read('odoo:erp.acme.example:16', page, '', text).amount?.value).toEqual({ minor: value, currency: unit });
  });
});
