import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutAtSentence, oneLine, plainText, sizeOf } from '../../lib/share/plain-text';

describe('plain text', () => {
  it('has one kind of line end, whole characters and no control codes', () => {
    expect(plainText('a\r\nb\rc\u2028d\u0000e\tf\ud83d')).toBe('a\nb\nc\nde\tf\ufffd');
    expect(oneLine(' a\r\n\r\nb\tc ')).toBe('a b c');
  });

  it('is cut after its last whole sentence or line', () => {
    const text = 'Costs 3.5 a day. "Too much!" she said. And more';
    expect(cutAtSentence(text, 40)).toBe('Costs 3.5 a day. "Too much!" she said.');
    expect(cutAtSentence(text, 30)).toBe('Costs 3.5 a day. "Too much!"');
    expect(cutAtSentence(text, 20)).toBe('Costs 3.5 a day.');
    expect(cutAtSentence('one line\nanother line', 12)).toBe('one line');
    expect(cutAtSentence(text, 200)).toBe(text);
  });

  it('is cut after its last whole word where no sentence fits, and inside one only where none does', () => {
    expect(cutAtSentence('Costs 3.5 a day.', 12)).toBe('Costs 3.5…');
    expect(cutAtSentence('Donaudampfschiff', 8)).toBe('Donauda…');
    expect(cutAtSentence('👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 15)).toBe('👩‍👩‍👧‍👦…');
    expect(cutAtSentence('abc', 0)).toBe('');
  });

  it('never is longer than allowed, never ends in half a character, and begins as the whole does', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'é', '😀', '👩‍👩‍👧', '. ', '! ', '\n', ' ', '3.5', '。') });
    fc.assert(
      fc.property(text, fc.nat(60), (whole, limit) => {
        const cut = cutAtSentence(whole, limit);
        expect(sizeOf(cut)).toBeLessThanOrEqual(limit);
        expect(cut.isWellFormed()).toBe(true);
        expect(whole.startsWith(cut.replace(/…$/, ''))).toBe(true);
        if (sizeOf(whole) <= limit) expect(cut).toBe(whole);
      }),
    );
  });
});
