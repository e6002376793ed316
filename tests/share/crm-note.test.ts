import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answer, freshAnswer } from '../../lib/domain/answer';
import { scoreDeal } from '../../lib/domain/score';
import { basics } from '../../lib/playbooks/basics';
import { crmNote, NOTE_LIMITS, type NoteState, type NoteWords } from '../../lib/share/crm-note';
import { sizeOf } from '../../lib/share/plain-text';
import { meeting, promise } from '../domain/meetings';

const TODAY = '2026-11-22';

const WORDS: NoteWords = {
  head: (today, firmness, phase) => `${today}: firmness ${firmness}, ${phase}.`,
  askNext: ({ ask }) => `Ask next: ${ask}`,
  next: (next) => (next ? 'Next meeting: 1 December.' : 'No meeting planned.'),
  gap: ({ short }, reason) => `Open: ${short} (${reason}).`,
  evidence: ({ short }, { who, quote }) => `${short}: ${who}, "${quote}".`,
  promise: ({ what }, standing) => `We promised: ${what} (${standing}).`,
};

function state(quote: string): NoteState {
  const answer: Answer = { ...freshAnswer('yes', TODAY), rung: 'said', who: 'Ana Ruiz', quote };
  const answers = Object.fromEntries(basics.questions.slice(0, 4).map(({ id }) => [id, answer]));
  const scored = Object.fromEntries(Object.entries(answers).map(([id, one]) => [id, { ...one, at: 0 }]));
  const score = scoreDeal({ playbook: basics, phase: 'discover', answers: scored, sightings: [], today: TODAY });
  return { today: TODAY, phase: 'discover', score, answers, promises: [promise()], next: meeting() };
}

describe('the CRM note', () => {
  it('says what matters most first, a sentence a line', () => {
    const lines = crmNote(state('Too slow'), 4000, WORDS).split('\n');
    const { score } = state('');
    expect(lines.slice(0, 4)).toEqual([
      `2026-11-22: firmness ${score.firmness}, discover.`,
      `Ask next: ${score.next?.ask}`,
      'Next meeting: 1 December.',
      'We promised: send the draft (late).',
    ]);
    expect(lines.length).toBe(4 + score.gaps.length + 4);
    expect(lines.at(-1)).toContain('"Too slow"');
  });

  it('has no lines where the field has none, and ends with a whole sentence', () => {
    const note = crmNote(state('Too slow'), 255, WORDS);
    expect(note.length).toBeLessThanOrEqual(255);
    expect(note).not.toContain('\n');
    expect(note).toMatch(/[.?]$/);
  });

  it('fits every limit with any quote, in whole characters', () => {
    const quote = fc.string({ unit: 'binary', maxLength: 400 });
    fc.assert(
      fc.property(quote, fc.constantFrom(...NOTE_LIMITS), (text, limit) => {
        const note = crmNote(state(text), limit, WORDS);
        expect(sizeOf(note)).toBeLessThanOrEqual(limit);
        expect(note.isWellFormed()).toBe(true);
        expect(note.startsWith('2026-11-22')).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('is cut inside its first sentence only where not even that fits', () => {
    const words = { ...WORDS, head: () => `${'😀 ab'.repeat(100)}.` };
    const note = crmNote(state(''), 255, words);
    expect(note.length).toBeLessThanOrEqual(255);
    expect(note).toMatch(/ ab…$|😀…$/);
  });
});
