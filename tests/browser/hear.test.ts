import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heardByPanel, heardByWorker } from '../../lib/browser/hear';
import { toSnapshot } from '../../lib/domain/parse';

const PAGE = 'https://acme.lightning.force.com';
const AT = `${PAGE}/lightning/r/Opportunity/0067Q00000ARuZXQA1/view`;
const FIELDS = ['name', 'account', 'stage', 'amount', 'closeDate', 'owner'];
const raw = (fields: object = {}) => ({
  language: 'en',
  editing: false,
  fields: { ...Object.fromEntries(FIELDS.map((field) => [field, null])), ...fields },
});
const name = (text: unknown) => raw({ name: { text, from: 'detail' } });

/** Anything at all, and near misses: right words with wrong things in them. */
const forged = fc.oneof(
  fc.anything(),
  fc.record(
    {
      t: fc.constantFrom(
        'at',
        'seen',
        'advancing',
        'placed',
        'framed',
        'rules',
        'list',
        'marks',
        'where',
        'deal',
        'shown',
        'hidden',
        'placement',
      ),
      n: fc.anything(),
      url: fc.oneof(fc.constantFrom(null, AT, 'javascript:0', ''), fc.anything()),
      urls: fc.oneof(fc.anything(), fc.array(fc.oneof(fc.constant(AT), fc.anything()))),
      raw: fc.oneof(
        fc.anything(),
        fc.dictionary(fc.constantFrom(...FIELDS, '__proto__', 'constructor'), fc.anything()).map(raw),
      ),
      placement: fc.anything(),
      by: fc.anything(),
      of: fc.anything(),
    },
    { requiredKeys: ['t'] },
  ),
);

describe('a message', () => {
  it('of any shape is heard as one of ours or not at all', () => {
    fc.assert(
      fc.property(forged, (message) => {
        const heard = heardByWorker(message) ?? heardByPanel(message, PAGE);
        expect(heard === null || typeof heard.t === 'string').toBe(true);
        // What is let in makes a snapshot, whatever is in it.
        if (heard && 'raw' in heard && heard.raw && heard.url)
          toSnapshot({ ...heard.raw, url: heard.url, key: 'salesforce:acme:1' }, { locale: 'en', now: 0 });
        expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['with a number for a text', name(7)],
    ['with an object that would be text', name({ toString: () => 'x' })],
    ['with a text of a megabyte', name('x'.repeat(1 << 20))],
    ['without fields', { language: 'en' }],
  ])('about a record %s is dropped', (_, raw) => {
    expect(heardByWorker({ t: 'seen', url: AT, raw })).toBeNull();
    expect(heardByPanel({ t: 'deal', url: AT, raw }, PAGE)).toBeNull();
  });

  it('of a page about another origin is dropped by its panel', () => {
    const message = { t: 'deal', url: AT.replace('acme', 'globex'), raw: null };
    expect(heardByPanel(message, PAGE)).toBeNull();
    expect(heardByPanel(message, undefined)).toEqual(message);
    expect(heardByPanel({ ...message, url: AT }, PAGE)).toEqual({ ...message, url: AT });
  });

  it('that asks for marks is heard with addresses alone, and no more than a list shows', () => {
    expect(heardByWorker({ t: 'marks', urls: [AT, AT] })).toEqual({ t: 'marks', urls: [AT, AT] });
    for (const urls of [AT, [AT, 7], { length: 1, 0: AT }, Array(501).fill(AT)])
      expect(heardByWorker({ t: 'marks', urls })).toBeNull();
  });

  it('keeps the words of a page, and no more than was asked for', () => {
    const heard = heardByWorker({ t: 'seen', url: AT, raw: { ...name('<b>'), more: 1 }, more: 1 });
    expect(heard).toEqual({ t: 'seen', url: AT, raw: name('<b>') });
  });
});
