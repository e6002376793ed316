import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { isDayFirst, parseDay } from '../../lib/domain/date';
import { addDays } from '../../lib/domain/day';

const read = (text: string, locale: string | null = null) => parseDay(text, { locale, settled: locale !== null });

const UNSURE = { value: null, unsure: true };
const NONE = { value: null };

describe('days as CRMs print them', () => {
  test.each([
    ['31/12/2026', null],
    ['31/12/2026', 'en-US'],
    ['12/31/2026', 'en-GB'],
    ['12/31/2026, 10:00 AM', 'en-US'],
    ['31.12.2026 10:00', 'de'],
    ['Do., 31. Dez. 2026, 10:00 Uhr', 'de'],
    ['31. Dezember 2026', 'de'],
    ['31 de diciembre de 2026', 'es'],
    ['31 déc. 2026', 'fr'],
    ['2026年12月31日', 'ja'],
    ['2026/12/31 午前10:00', 'ja'],
    ['31 दिसंबर 2026', 'hi'],
    ['٣١‏/١٢‏/٢٠٢٦', 'ar-EG'],
    ['2026-12-31', null],
    ['2026-12-31T10:00:00.000Z', null],
    ['Dec 31, 2026', 'de'],
    ['Thu, 31 Dec 2026', 'de'],
    ['31.12.26', 'de'],
    ['12/31/26', 'en-US'],
    ['26/12/31', 'ja'],
  ])('%s in %s', (text, locale) => {
    expect(read(text, locale)).toEqual({ value: '2026-12-31' });
  });

  it('leave a date open that is written as its language does not write one', () => {
    expect(read('04.03.2027', 'en-US')).toEqual(UNSURE);
    expect(read('03/04/2027', 'de-DE')).toEqual(UNSURE);
    expect(read('31/12/2026', 'de-DE')).toEqual({ value: '2026-12-31' });
  });

  it('take the order of bare numbers from the language, where that settles it', () => {
    expect(read('03/04/2027', 'en-US')).toEqual({ value: '2027-03-04' });
    expect(read('03/04/2027', 'en-GB')).toEqual({ value: '2027-04-03' });
    expect(read('03/04/2027', 'fr')).toEqual({ value: '2027-04-03' });
    // English without a region may be either; a language that begins with the year says nothing of this.
    for (const locale of ['en', 'ja', null]) expect(read('03/04/2027', locale)).toEqual(UNSURE);
    expect(parseDay('03/04/2027', { locale: 'en-US', settled: false })).toEqual(UNSURE);
    expect(read('04/04/2027')).toEqual({ value: '2027-04-04' });
  });

  it('take the order of bare numbers from what another date of the same person showed', () => {
    const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1990-01-01', days));
    const written = (on: string, dayFirst: boolean, mark: string) => {
      const [year = '', month = '', date = ''] = on.split('-').map((part) => String(Number(part)));
      return (dayFirst ? [date, month, year] : [month, date, year]).join(mark);
    };
    fc.assert(
      fc.property(day, day, fc.boolean(), fc.constantFrom('/', '.', '-'), (on, other, dayFirst, mark) => {
        const shown = isDayFirst(written(other, dayFirst, mark));
        const tells = Number(other.slice(8)) > 12;
        expect(shown).toBe(tells ? dayFirst : null);
        const reading = { locale: 'en-US', settled: false, dayFirst: shown };
        const text = written(on, dayFirst, mark);
        const found = parseDay(text, reading);
        // Never another day; and unsure only where neither of the two told.
        if (found.value === null) expect([found, tells]).toEqual([UNSURE, false]);
        else expect(found.value).toBe(on);
      }),
    );
    for (const text of ['31/13/2026', '30/02/2026', '2026-12-31', '31/12/26', '31 Dec 2026', '31/12.2026', 'soon']) {
      expect(isDayFirst(text)).toBeNull();
    }
    expect(isDayFirst('12/31/2026, 10:00 AM')).toBe(false);
  });

  test.each(['14 Dec', 'Nov 22', '14/12', '14.12.', 'December 2026', '03/04/27', '5 Dec 26', '8/12/31'])(
    '%s can be read in more than one way',
    (text) => {
      expect(read(text)).toEqual(UNSURE);
    },
  );

  test.each([
    ['31/02/2027', 'en-GB'],
    ['02/29/2027', 'en-US'],
    ['2026-02-30', null],
    ['31 June 2026', 'en-US'],
    ['today', 'en-US'],
    ['Q4 2026', 'en-US'],
    ['7 Dec 2026 or 8 Jan 2027', 'en-US'],
    ['1 2 3 4', 'en-US'],
    ['31/12/2569', 'th'],
    ['令和8年12月31日', 'ja'],
    // Half of a day stands beside a time. With none it is an era's: of Ethiopia, where this is August of 2027.
    ['2/12/2019 AM', 'en-GB'],
    ['', 'en-US'],
  ])('%s in %s is none', (text, locale) => {
    expect(read(text, locale)).toEqual(NONE);
  });

  it('know a weekday from a month of the same name', () => {
    expect(read('mar, 31 mar 2026', 'es')).toEqual({ value: '2026-03-31' });
    expect(read('mar, 5 may 2026', 'es')).toEqual({ value: '2026-05-05' });
  });
});

it('take the words of a month together, where months share one of them', () => {
  expect(read('31 พ.ค. 2027', 'th')).toEqual({ value: '2027-05-31' });
  expect(read('15 كانون الثاني 2027', 'ar-LB')).toEqual({ value: '2027-01-15' });
  expect(read('15 تشرين الأول 2027', 'ar-LB')).toEqual({ value: '2027-10-15' });
  // A Tuesday of October as the French write it, on a page where "mar" is a month.
  expect(read('mar. 22 oct. 2030', 'pt-BR')).toEqual(NONE);
});

it('leave a year of one digit open: it may be of an era', () => {
  expect(read('8/12/31', 'ja')).toEqual(UNSURE);
  expect(read('8年12月31日', 'ja')).toEqual(UNSURE);
  expect(read('5 Dec 6', 'en-GB')).toEqual(UNSURE);
});

describe('what Intl writes is read back', () => {
  const day = fc.integer({ min: 0, max: 36_000 }).map((count) => addDays('2000-01-01', count));
  const styles: Intl.DateTimeFormatOptions[] = [
    { dateStyle: 'full' },
    { dateStyle: 'long' },
    { dateStyle: 'medium' },
    { year: 'numeric', month: 'numeric', day: 'numeric' },
    { year: 'numeric', month: '2-digit', day: '2-digit' },
    { dateStyle: 'medium', timeStyle: 'short' },
    { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: '2-digit', second: '2-digit' },
  ];

  test.each([
    'en-US',
    'en-GB',
    'en-IN',
    'de',
    'fr',
    'es',
    'pt-BR',
    'ja',
    'hi',
    'ar',
    'ar-EG',
    'ko',
    'zh',
    'pl',
    'tr',
    'ar-LB',
  ])('%s', (locale) => {
    const formats = styles.map(
      (style) => new Intl.DateTimeFormat(locale, { calendar: 'gregory', timeZone: 'UTC', ...style }),
    );
    fc.assert(
      fc.property(day, fc.constantFrom(...formats), fc.integer({ min: 0, max: 86_399 }), (value, format, second) => {
        const shown = format.format(new Date(`${value}T00:00Z`).getTime() + second * 1000);
        expect([shown, read(shown, locale)]).toEqual([shown, { value }]);
      }),
    );
  });
});

it('does not look for a day in a novel', () => {
  expect(read('1/'.repeat(500_000))).toEqual(NONE);
});

it('never throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('en-US', 'ar', null), (text, locale) => {
      expect(read(`1/${text}/2027`, locale)).toHaveProperty('value');
    }),
  );
});
