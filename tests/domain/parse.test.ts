import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELDS, type Field, type RawDeal, snapshotSchema } from '../../lib/domain/deal';
import { toSnapshot } from '../../lib/domain/parse';
import { DEAL } from './ops';

const NOW = Date.UTC(2026, 10, 22);

function raw(texts: { [F in Field]?: string }, language: string | null = 'en-US'): RawDeal {
  const read = (field: Field) => {
    const text = texts[field];
    return text === undefined ? null : { text, from: 'detail' };
  };
  return {
    key: DEAL,
    url: 'https://acme.lightning.force.com/lightning/r/Opportunity/0067Q00000ARuZXQA1/view',
    language,
    fields: {
      name: read('name'),
      account: read('account'),
      stage: read('stage'),
      amount: read('amount'),
      closeDate: read('closeDate'),
      owner: read('owner'),
    },
  };
}

const parse = (given: RawDeal, locale = 'en-US') => toSnapshot(given, { locale, now: NOW });

describe('a page', () => {
  it('keeps every text beside its value', () => {
    const { fields, seenAt } = parse(
      raw({ name: ' Acme -\n 1,200 Widgets ', amount: '$140,000.00', closeDate: 'end of year' }),
    );
    expect(seenAt).toBe(NOW);
    expect(fields.name).toEqual({ text: 'Acme - 1,200 Widgets', from: 'detail', value: 'Acme - 1,200 Widgets' });
    expect(fields.amount).toMatchObject({ text: '$140,000.00', value: { minor: 14_000_000, currency: 'USD' } });
    expect(fields.closeDate).toEqual({ text: 'end of year', from: 'detail', value: null });
  });

  it('shows nothing where a field is missing or empty', () => {
    const { fields } = parse(raw({ owner: ' \u00a0' }));
    expect([fields.owner, fields.account]).toEqual([null, null]);
  });

  it('speaks its own language, and not that of the browser', () => {
    const closes = (language: string | null, locale: string) =>
      parse({ ...raw({ closeDate: '03/04/2027' }, language), key: 'odoo:erp.acme.example:16' }, locale).fields
        .closeDate;
    expect(closes('en-GB', 'en-US')?.value).toBe('2027-04-03');
    expect(closes('en_GB', 'en-US')?.value).toBe('2027-04-03');
    expect(closes(null, 'en-US')).toMatchObject({ value: null, unsure: true });
    expect(closes('not a language', 'en-US')).toMatchObject({ value: null, unsure: true });
  });

  it('is read with the words of the browser where it does not say its own', () => {
    const { fields } = parse(raw({ closeDate: '31. Dezember 2026', amount: '$5' }, null), 'de-AT');
    expect(fields.closeDate?.value).toBe('2026-12-31');
    expect(parse(raw({ amount: '$5' }, null), 'en-AU').fields.amount?.value?.currency).toBe('AUD');
  });

  it('gives a snapshot that can be kept, whatever it shows', () => {
    const texts = fc.record(
      Object.fromEntries(FIELDS.map((field) => [field, fc.string({ unit: 'binary', maxLength: 3000 })])),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(texts, fc.option(fc.string()), fc.string(), (shown, language, locale) => {
        const snapshot = parse(raw(shown, language), locale);
        expect(snapshotSchema.parse(snapshot)).toEqual(snapshot);
      }),
    );
  });

  it('turns the direction of nothing that stands after it', () => {
    const { fields } = parse(raw({ name: '\u202egnol\u2066 Widgets', stage: '\u200fعقد' }));
    expect([fields.name?.text, fields.stage?.text]).toEqual(['gnol Widgets', '\u200fعقد']);
  });

  it('may have a name of a megabyte', () => {
    const { fields } = parse(raw({ name: '\u{1f600}'.repeat(500_000) }));
    expect(fields.name?.text.isWellFormed()).toBe(true);
    expect(snapshotSchema.shape.fields.shape.name.safeParse(fields.name).success).toBe(true);
  });
});
