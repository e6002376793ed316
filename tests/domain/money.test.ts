import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { minorDigits } from '../../lib/domain/currency';
import type { Money } from '../../lib/domain/deal';
import { parseMoney } from '../../lib/domain/money';

const read = (text: string, locale: string | null = null, hint: string | null = null) =>
  parseMoney(text, { locale, settled: locale !== null }, hint);

const LOCALES = ['en-US', 'en-GB', 'en-IN', 'de', 'de-CH', 'fr', 'es', 'es-MX', 'pt-BR', 'ja', 'hi', 'ar', 'ar-EG'];

describe('amounts as CRMs print them', () => {
  test.each<[string, string | null, Money]>([
    ['$1,234.50', 'en-US', { minor: 123_450, currency: 'USD' }],
    ['1.234,50 €', 'de', { minor: 123_450, currency: 'EUR' }],
    ['USD 140,000', 'en-US', { minor: 14_000_000, currency: 'USD' }],
    ['EUR 1.234', 'de', { minor: 123_400, currency: 'EUR' }],
    ['EUR 1.234', 'en-US', { minor: 123_400, currency: 'EUR' }],
    ['140000', null, { minor: 14_000_000, currency: null }],
    ['12.5', 'de', { minor: 1_250, currency: null }],
    ['-$1,234.50', 'en-US', { minor: -123_450, currency: 'USD' }],
    ['($1,234.50)', 'en-US', { minor: -123_450, currency: 'USD' }],
    ['EUR 140.000,00 (USD 150,000.00)', 'de', { minor: 14_000_000, currency: 'EUR' }],
    ['$140,000 CAD', 'en-US', { minor: 14_000_000, currency: 'CAD' }],
    ['₹12,34,567.89', 'en-IN', { minor: 123_456_789, currency: 'INR' }],
    ['CHF 1’234.50', 'de-CH', { minor: 123_450, currency: 'CHF' }],
    ['5,00 $ US', 'fr-CA', { minor: 500, currency: 'USD' }],
    ['$140K', 'en-US', { minor: 14_000_000, currency: 'USD' }],
    ['1,5 Mio. €', 'de', { minor: 150_000_000, currency: 'EUR' }],
    ['140 mille €', 'fr', { minor: 14_000_000, currency: 'EUR' }],
    ['140K', 'en-US', { minor: 14_000_000, currency: null }],
    ['R 4.1M', 'en-ZA', { minor: 410_000_000, currency: 'ZAR' }],
    ['¥1,234', 'ja', { minor: 1_234, currency: 'JPY' }],
    ['JPY 1,234', 'en-US', { minor: 1_234, currency: 'JPY' }],
    ['KWD 1,234.500', 'en-US', { minor: 1_234_500, currency: 'KWD' }],
    // A dash in place of the cents, and a currency in brackets, are no minus.
    ['CHF 140.-', 'de-CH', { minor: 14_000, currency: 'CHF' }],
    ["CHF 1'400.–", 'de-CH', { minor: 140_000, currency: 'CHF' }],
    ['140,- €', 'de', { minor: 14_000, currency: 'EUR' }],
    ['140,000 (USD)', 'en-US', { minor: 14_000_000, currency: 'USD' }],
    ['(USD) 140,000', 'en-US', { minor: 14_000_000, currency: 'USD' }],
    ['(USD 140,000)', 'en-US', { minor: -14_000_000, currency: 'USD' }],
    ['1.234,50- €', 'de', { minor: -123_450, currency: 'EUR' }],
    ['$-140', 'en-US', { minor: -14_000, currency: 'USD' }],
  ])('%s in %s', (text, locale, value) => {
    expect(read(text, locale)).toEqual({ value });
  });

  test.each([
    ['40 %', 'en-US'],
    ['10,000 - 20,000', 'en-US'],
    ['$10 to $20', 'en-US'],
    ['1,234,56', 'en-US'],
    ['$0.123', 'en-US'],
    ['JPY 1,234.00', 'en-US'],
    ['$99999999999999999', 'en-US'],
    ['3 licences', 'en-US'],
    ['EUR 5 USD', 'en-US'],
    // A sign that may be a minus, or may not; half a pair of brackets.
    ['140 -', 'en-US'],
    ['USD - 140', 'en-US'],
    ['US-$ 140', 'de'],
    ['140+', 'en-US'],
    ['(140', 'en-US'],
    // Small digits are those of a footnote; "T" is a thousand to a German, and to no deal a trillion.
    // Of Nicaragua, or of Canada; of Honduras, or a lakh.
    ['C$140', 'en-US'],
    ['140 L', 'en-US'],
    ['CHF 46.9L', 'en-US'],
    ['$140²', 'en-US'],
    ['1½', 'en-US'],
    ['5 T €', 'de'],
    ['$5T', 'en-US'],
    ['1.5 billion', 'fr'],
    ['TBD', 'en-US'],
    ['', 'en-US'],
  ])('%s is none', (text, locale) => {
    expect(read(text, locale)).toEqual({ value: null });
  });

  it('take three digits for a group, unless the currency has a smallest unit that small', () => {
    expect(read('EUR 1.234').value?.minor).toBe(123_400);
    expect(read('KWD 1.234', 'en-US').value?.minor).toBe(1_234);
    expect(read('KWD 1.234', 'de').value?.minor).toBe(1_234_000);
    expect(read('KWD 1.234')).toEqual({ value: null, unsure: true });
  });

  it('take the dollar for that of the region, else for the US dollar', () => {
    const dollar = (locale: string | null) => read('$5', locale).value?.currency;
    expect(['en-AU', 'en-CA', 'es-MX'].map(dollar)).toEqual(['AUD', 'CAD', 'MXN']);
    expect([null, 'en-US', 'en', 'de', 'fr', 'ja'].map(dollar)).toEqual(Array(6).fill('USD'));
  });

  it('are unsure of a currency where several share the sign', () => {
    expect(read('500 kr', 'en-US')).toEqual({ value: { minor: 50_000, currency: null }, unsure: true });
    expect(read('500 kr', 'sv').value?.currency).toBe('SEK');
    expect(read('500 kr', 'en-US', 'NOK')).toEqual({ value: { minor: 50_000, currency: 'NOK' } });
  });

  it('take a hint only where the text shows no currency', () => {
    expect(read('1,234', 'en-US', 'JPY').value).toEqual({ minor: 1_234, currency: 'JPY' });
    expect(read('€1,234', 'en-US', 'JPY').value?.currency).toBe('EUR');
  });
});

describe('what Intl writes is read back', () => {
  const CURRENCIES = ['USD', 'EUR', 'GBP', 'JPY', 'BRL', 'INR', 'KWD', 'CHF', 'MXN', 'EGP'];
  const minor = fc.integer({ min: -99_999_999_999, max: 99_999_999_999 });

  test.each(LOCALES)('%s', (locale) => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CURRENCIES),
        minor,
        fc.constantFrom('symbol' as const, 'code' as const),
        fc.boolean(),
        (currency, amount, currencyDisplay, accounting) => {
          const shown = new Intl.NumberFormat(locale, {
            style: 'currency',
            currency,
            currencyDisplay,
            currencySign: accounting ? 'accounting' : 'standard',
          }).format(amount / 10 ** minorDigits(currency));
          expect([shown, read(shown, locale)]).toEqual([shown, { value: { minor: amount, currency } }]);
        },
      ),
    );
  });

  test.each(LOCALES)('%s, without a currency', (locale) => {
    fc.assert(
      fc.property(minor, (amount) => {
        const shown = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(amount / 100);
        expect([shown, read(shown, locale)]).toEqual([shown, { value: { minor: amount, currency: null } }]);
      }),
    );
  });
});

test.each(LOCALES)('the short forms of %s are as many as they say, or nothing', (locale) => {
  fc.assert(
    fc.property(
      fc.tuple(fc.integer({ min: 100, max: 999 }), fc.integer({ min: 1, max: 9 })),
      fc.constantFrom('short' as const, 'long' as const),
      fc.constantFrom('EUR', null),
      ([digits, zeros], compactDisplay, currency) => {
        const amount = digits * 10 ** zeros;
        const shown = new Intl.NumberFormat(locale, {
          notation: 'compact',
          compactDisplay,
          maximumSignificantDigits: 3,
          ...(currency && { style: 'currency', currency }),
        }).format(amount);
        const { value } = read(shown, locale);
        expect([shown, value]).toEqual([shown, value && { minor: amount * 100, currency }]);
      },
    ),
  );
});

it('does not look for an amount in a novel', () => {
  expect(read('1,'.repeat(500_000))).toEqual({ value: null });
});

it('never throws, and gives whole numbers only', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(...LOCALES, null), (text, locale) => {
      const { value } = read(`1${text}2`, locale);
      expect(value === null || Number.isSafeInteger(value.minor)).toBe(true);
    }),
  );
});
