import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMMITMENT_WORDS } from '../../lib/domain/commitment';
import { findLeaks, type LeakCheck, withAlternative } from '../../lib/domain/leak';
import { LEAKS } from '../../lib/domain/words/leaks';
import { MEETING_WORDS } from '../../lib/domain/words/meeting';
import { basics } from '../../lib/playbooks/basics';

const CHECK: LeakCheck = {
  language: 'en',
  competitors: ['Globex', 'Müller & Söhne'],
  privateNotes: ['Ana is afraid of her boss. Budget is 200k at most'],
};
const found = (text: string, check = CHECK) => findLeaks(text, check).map((leak) => [leak.found, leak.kind]);

/** What a person has who takes the offered alternative, first to last, until nothing is marked. */
function mended(text: string, check: LeakCheck): string {
  for (let now = text, clicks = 0; clicks < 200; clicks++) {
    const [leak] = findLeaks(now, check);
    if (!leak) return now;
    now = withAlternative(now, leak);
  }
  throw new Error('its alternatives leak for ever');
}

describe('the leak check', () => {
  it.each([
    ['You are our champion there.', 'our champion', 'jargon'],
    ['What is the main pain point?', 'pain point', 'jargon'],
    ['We want to qualify this first.', 'qualify', 'jargon'],
    ['So that we can close the deal in March', 'close the deal', 'jargon'],
    ['Closing by Friday would be great', 'Closing', 'jargon'],
    ['Firmness 36, and rising', 'Firmness', 'score'],
    ['Your score is 36 of 100', 'score', 'score'],
    ['Filling in our MEDDPICC', 'MEDDPICC', 'method'],
    ['Let us do BANT first', 'BANT', 'method'],
    ['Better than GLOBEX in every way', 'GLOBEX', 'competitor'],
    ['unlike Müller  &\nSöhne', 'Müller  &\nSöhne', 'competitor'],
    ['I heard that Ana is afraid of her boss, so', 'Ana is afraid of her boss', 'private'],
    ['Wo ist Ihr Schmerzpunkt?', 'Schmerzpunkt', 'jargon'],
    ['Wir wollen den Deal abschließen', 'den Deal abschließen', 'jargon'],
    ['pain', 'pain', 'jargon'],
  ])('finds in “%s” what should not leave', (text, word, kind) => {
    expect(found(text)).toEqual([[word, kind]]);
  });

  it.each([
    'The painting of the enclosed hall takes two weeks; please disclose the colours.',
    'We are close to your office, until close of business.',
    'Can we close the gap in your reports, and close that ticket?',
    'Champagne for the Champions League final.',
    'A pact over a spiced tea, said the Scotsman; the champ agreed.',
    'Your credit score and your qualified accountants stay out of it.',
    'Schulabschluss, Jahresabschluss, zum Abschluss',
    'Globexport and Bantam are other firms.',
    'They painted, foreclosed and underscored.',
    'Her boss and the budget',
    '',
  ])('lets “%s” go', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('says where each stands in the text as it is, wide characters and both umlauts included', () => {
    const text = '👋🏽 Hello — no pain, no Mu\u0308ller & Söhne';
    const leaks = findLeaks(text, CHECK);
    expect(leaks.map(({ start, end }) => text.slice(start, end))).toEqual(leaks.map((leak) => leak.found));
    expect(leaks.map(({ kind }) => kind)).toEqual(['jargon', 'competitor']);
  });

  it('offers something plain, as it would be written there', () => {
    const text = 'Pain first. Then the pain.';
    const [first, second] = findLeaks(text, CHECK);
    expect([first?.instead, second?.instead]).toEqual(['What gets in your way', 'what gets in your way']);
    expect(first && withAlternative(text, first)).toBe('What gets in your way first. Then the pain.');
  });

  it('calls a competitor a supplier in the language of the letter, or leaves it out where that is its name', () => {
    const check = { ...CHECK, competitors: ['Supplier'] };
    expect(findLeaks('than Supplier', check)[0]?.instead).toBe('…');
    expect(findLeaks('als Globex', { ...CHECK, language: 'de' })[0]?.instead).toBe('ein anderer Anbieter');
  });

  it('ignores names and notes that say nothing', () => {
    expect(
      found('A - b. Budget!', { ...CHECK, competitors: ['', ' ', '-', 'b'], privateNotes: ['', 'Budget', '...'] }),
    ).toEqual([]);
  });

  it('knows no alternative that leaks itself, and finds every word of its own lists', () => {
    for (const rule of Object.values(LEAKS).flat()) {
      expect(found(rule.instead), rule.instead).toEqual([]);
      for (const phrase of rule.find) {
        const said = phrase.replace(' WORD ', ' the ');
        expect(found(rule.capitals ? said.toUpperCase() : said).length, phrase).toBeGreaterThan(0);
      }
      for (const phrase of rule.unless ?? []) expect(found(phrase.replace(' WORD ', ' the ')), phrase).toEqual([]);
    }
  });

  it('leaves nothing to find after its alternatives', () => {
    const words = fc.constantFrom(
      ...Object.values(LEAKS)
        .flat()
        .flatMap(({ find, capitals }) => (capitals ? find.map((phrase) => phrase.toUpperCase()) : find)),
      ...[
        'close',
        'the',
        'deal',
        'Globex',
        'Müller & Söhne',
        'Budget is 200k at most',
        '.',
        '\n',
        'to',
        'Then',
        '…',
        '-',
      ],
    );
    const text = fc.array(fc.oneof(words, fc.string({ unit: 'grapheme', maxLength: 6 })), { maxLength: 14 });
    const names = fc.array(fc.oneof(fc.constantFrom('Decide', 'supplier', 'contact us', 'fits'), fc.string()), {
      maxLength: 3,
    });
    fc.assert(
      fc.property(
        text,
        names,
        fc.array(fc.string({ maxLength: 30 }), { maxLength: 2 }),
        (parts, competitors, privateNotes) => {
          const check: LeakCheck = { language: 'en', competitors, privateNotes };
          expect(() => mended(parts.join(' '), check)).not.toThrow();
        },
      ),
    );
  });

  it('touches nothing where nothing leaks', () => {
    expect(findLeaks('Bring  your numbers,\r\nplease.', CHECK)).toEqual([]);
  });

  it('finds nothing in what Footing itself offers to the customer', () => {
    const words = MEETING_WORDS;
    const offered = [
      ...basics.questions.flatMap(({ ask, gives }) => [ask, gives]),
      ...Object.values(COMMITMENT_WORDS),
      ...Object.values(words.purpose),
      ...Object.values(words.ours),
      ...Object.values(words.theirs),
      ...Object.values(words.mail),
      ...[words.weOwe('x'), words.weOweGives, words.theyOwe('x'), words.theyOweGives, words.bring('x')],
    ];
    for (const text of offered) expect(found(text), text).toEqual([]);
  });
});
