import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveKey, looksSealed, newSalt, openText, ROUNDS, sealText } from '../../lib/storage/passphrase';

const salted = newSalt();
const key = deriveKey('four words are plenty', salted);

describe('a passphrase', () => {
  it('opens what it sealed, and nothing else does', async () => {
    const other = await deriveKey('four words are plenty', newSalt());
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.string(), async (text, about) => {
        const sealed = await sealText(await key, text, about);
        expect(looksSealed(sealed)).toBe(true);
        expect(await openText(await key, sealed, about)).toBe(text);
        expect(await openText(await key, sealed, `${about}!`)).toBeNull();
        expect(await openText(other, sealed, about)).toBeNull();
      }),
      { numRuns: 50 },
    );
  });

  it('finds out when a single letter was altered', async () => {
    const sealed = await sealText(await key, 'Sam: the audit is in March', 'here');
    await fc.assert(
      fc.asyncProperty(fc.nat(sealed.length - 4), fc.constantFrom(...'AZaz09+/'), async (at, letter) => {
        const altered = sealed.slice(0, at) + letter + sealed.slice(at + 1);
        expect(await openText(await key, altered, 'here')).toBe(
          altered === sealed ? 'Sam: the audit is in March' : null,
        );
      }),
      { numRuns: 100 },
    );
  });

  it('is the same from every keyboard', async () => {
    const composed = await deriveKey('Zürich im März', salted);
    const decomposed = await deriveKey('Zürich im März'.normalize('NFD'), salted);
    expect(await openText(decomposed, await sealText(composed, 'text'))).toBe('text');
  });

  it('is never hashed fewer times than we do, nor for an hour', async () => {
    await expect(deriveKey('x', { ...salted, rounds: ROUNDS - 1 })).rejects.toThrow(RangeError);
    await expect(deriveKey('x', { ...salted, rounds: 1e9 })).rejects.toThrow(RangeError);
    await expect(deriveKey('x', { ...salted, rounds: Number.NaN })).rejects.toThrow(RangeError);
  });

  it('seals what is long', async () => {
    const long = 'ä'.repeat(1_000_000);
    expect(await openText(await key, await sealText(await key, long))).toBe(long);
  });
});
