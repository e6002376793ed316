import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameJson } from '../../lib/domain/same-json';

/** Small ones, so that two of them are often the same. */
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(null, 0, '', true),
    fc.array(tie('any'), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom('a', 'b', '__proto__', 'constructor'), tie('any'), { maxKeys: 2 }),
  ),
})).any;

/** Written with its members in one order. */
const written = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(written)}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.keys(value).sort();
  return `{${members.map((key) => `${key}:${written(Reflect.get(value, key))}`)}}`;
};

describe('JSON that says the same', () => {
  it('is what is written the same but for the order of members', () => {
    fc.assert(
      fc.property(value, value, (one, other) => {
        expect(sameJson(one, other)).toBe(written(one) === written(other));
        const backwards = Object.fromEntries(Object.entries({ one, other }).reverse());
        expect(sameJson({ one, other }, backwards)).toBe(true);
      }),
    );
  });

  it('takes a member that is undefined for none', () => {
    fc.assert(
      fc.property(value, (one) => {
        expect(sameJson({ one, more: undefined }, { one })).toBe(true);
        expect(sameJson({ one }, { more: undefined, one })).toBe(true);
        expect(sameJson({ one }, { more: undefined })).toBe(false);
      }),
    );
  });
});
