import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFiller, findHedges, heldAnswers, heldBy, rungCounted, rungHeld, stands } from '../../lib/domain/honesty';
import { HEDGES } from '../../lib/domain/words/hedges';
import { kept } from './kept';

const cut = (quote: string) => findHedges(quote).map(({ start, end }) => quote.slice(start, end));

describe('hedge words in a quote', () => {
  it.each([
    ['I think they will sign', ['I think']],
    ['They probably have money. Perhaps.', ['probably', 'Perhaps']],
    ['It should be fine, AS I UNDERSTAND it', ['should be', 'AS I UNDERSTAND']],
    ['They always sign in December', ['They always']],
    ['I’m sensing a yes', ['I’m sensing']],
    ['I`m  sensing\na yes', ['I`m  sensing']],
    ['Das müsste vermutlich klappen', ['müsste', 'vermutlich']],
    ['Das mu\u0308sste klappen', ['mu\u0308sste']],
    ['Ich gehe davon aus, dass es passt', ['gehe davon aus']],
    ['pretty sure', ['pretty sure']],
  ])('stand in "%s"', (quote, hedges) => {
    expect(cut(quote)).toEqual(hedges);
  });

  it.each([
    'We lose 40 hours a month, said Ana',
    'The likelihood was put at 80 % in their report',
    'She unbelievably signed',
    'Shoulder pads',
    'Das Wohlergehen der Kunden',
    '',
  ])('do not stand in "%s"', (quote) => {
    expect(findHedges(quote)).toEqual([]);
  });

  it('are found wherever they stand between words, and nothing else is', () => {
    const hedge = fc.constantFrom(...HEDGES.en, ...HEDGES.de);
    const words = fc
      .array(fc.constantFrom('Ana', 'signed', '42', 'Übung', '…'), { maxLength: 4 })
      .map((list) => list.join(' '));
    fc.assert(
      fc.property(words, hedge, words, (before, phrase, after) => {
        const quote = `${before}, ${phrase.toUpperCase()}. ${after}`;
        expect(cut(quote)).toEqual([phrase.toUpperCase()]);
      }),
    );
  });
});

describe('the rung that counts', () => {
  const hedged = kept('yes', 'said', '2026-11-20', { quote: 'I think we have money' });

  it('is a guess while the quote hedges, until the seller stands by it', () => {
    expect(rungHeld(hedged)).toBe('guess');
    expect(heldBy(hedged)).toEqual({ claimed: 'said', hedges: [{ start: 0, end: 7, phrase: 'i think' }] });
    expect(rungHeld({ ...hedged, confirmed: true })).toBe('said');
  });

  it('is a guess too where the event that is claimed is ours, unless the seller says it is theirs', () => {
    const ours = kept('yes', 'said', '2026-11-20', { quote: 'Before our quarter end' });
    expect(rungCounted('urgency.event', ours)).toBe('guess');
    expect(rungCounted('urgency.event', { ...ours, confirmed: true })).toBe('said');
    expect(rungCounted('urgency.event', { ...ours, rung: null })).toBeNull();
    expect(rungCounted('urgency.cost', ours)).toBe('said');
    expect(heldAnswers({ 'urgency.event': ours })['urgency.event']?.rung).toBe('guess');
  });

  it('leaves what needs no holding, and what was claimed, alone', () => {
    expect(rungHeld({ ...hedged, rung: 'guess' })).toBe('guess');
    expect(heldBy({ ...hedged, rung: 'guess' })).toBeNull();
    expect(rungHeld({ ...hedged, rung: null })).toBeNull();
    expect(rungHeld({ ...hedged, quote: 'We have money' })).toBe('said');
    const held = heldAnswers({ 'fit.owner': hedged });
    expect(held['fit.owner']).toEqual({ ...hedged, rung: 'guess' });
    expect(hedged.rung).toBe('said');
  });

  it('decides whether a fact stands', () => {
    expect(stands(hedged)).toBe(false);
    expect(stands({ ...hedged, confirmed: true })).toBe(true);
    expect(stands(kept('partly', 'shown', '2026-11-20'))).toBe(true);
    expect(stands(kept('no', 'shown', '2026-11-20'))).toBe(false);
    expect(stands(kept('yes', 'sign', '2026-11-20'))).toBe(false);
    expect(stands(undefined)).toBe(false);
  });
});

describe('filler', () => {
  const at = (ms: number) => 1_795_000_000_000 + ms;
  const saying = (quote: string, ms = 0) => kept('yes', 'said', '2026-11-20', { quote, at: at(ms) });

  it('is the same text on three answers, however it is spaced, cased and ended', () => {
    const answers = {
      a: saying('Confirmed by Ana'),
      b: saying('confirmed  by ana.'),
      c: saying('CONFIRMED BY ANA'),
      d: saying('Said so on 3 May'),
    };
    expect(findFiller(answers, [])).toEqual([
      { code: 'sameText', questions: ['a', 'b', 'c'], text: 'Confirmed by Ana' },
    ]);
    expect(findFiller({ a: answers.a, b: answers.b }, [])).toEqual([]);
  });

  it.each(['tbd', 'TBD.', 'n/a', 'N/A', 'x', 'siehe oben', 'folgt', '-'])('is "%s"', (quote) => {
    expect(findFiller({ a: saying(quote) }, [])).toEqual([{ code: 'placeholder', questions: ['a'], text: quote }]);
  });

  it('is one or two characters, of which an emoji is one', () => {
    expect(findFiller({ a: saying('qz') }, [])).toMatchObject([{ code: 'tooShort' }]);
    expect(findFiller({ a: saying('👍👍') }, [])).toMatchObject([{ code: 'tooShort' }]);
    expect(findFiller({ a: saying('yup') }, [])).toEqual([]);
    expect(findFiller({ a: saying('   ') }, [])).toEqual([]);
  });

  it('is a list answered whole within 20 seconds', () => {
    const due = ['a', 'b', 'c'].map((id) => ({ id }));
    const answers = { a: saying('one thing', 0), b: saying('another', 9_000), c: saying('a third', 20_000) };
    expect(findFiller(answers, due)).toEqual([{ code: 'tooFast', questions: ['a', 'b', 'c'], took: 20_000 }]);
    expect(findFiller({ ...answers, c: saying('a third', 20_001) }, due)).toEqual([]);
    expect(findFiller(answers, [...due, { id: 'd' }])).toEqual([]);
    expect(findFiller(answers, due.slice(0, 2))).toEqual([]);
  });

  it('looks into the reason for "does not apply" too', () => {
    const waived = kept('notApplicable', null, '2026-11-20', { reason: 'n/a' });
    expect(findFiller({ a: waived }, [])).toEqual([{ code: 'placeholder', questions: ['a'], text: 'n/a' }]);
  });
});
