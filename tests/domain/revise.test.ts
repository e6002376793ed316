import { describe, expect, it } from 'vitest';
import { freshAnswer } from '../../lib/domain/answer';
import { revise } from '../../lib/domain/revise';

const TODAY = '2026-11-22';
const heard = {
  ...freshAnswer('yes', '2026-11-01'),
  rung: 'said',
  who: 'Ana Ruiz',
  quote: 'I think we have money',
} as const;

describe('what a change leaves of an answer', () => {
  it('keeps evidence between yes and partly, and starts again with any other verdict', () => {
    expect(revise(heard, { verdict: 'partly' }, TODAY)).toEqual({ ...heard, verdict: 'partly' });
    expect(revise(heard, { verdict: 'no' }, TODAY)).toEqual(freshAnswer('no', TODAY));
  });

  it('dates what was just heard today, unless the seller says another day', () => {
    const guessed = freshAnswer('yes', '2026-11-01');
    expect(revise(guessed, { rung: 'said' }, TODAY).evidenceOn).toBe(TODAY);
    expect(revise(guessed, { rung: 'said', evidenceOn: '2026-11-10' }, TODAY).evidenceOn).toBe('2026-11-10');
    expect(revise(heard, { rung: 'shown' }, TODAY).evidenceOn).toBe('2026-11-01');
  });

  it('keeps what the seller stood by only as long as the quote', () => {
    const confirmed = revise(heard, { confirmed: true }, TODAY);
    expect(confirmed).toMatchObject({ quote: heard.quote, confirmed: true });
    expect(revise(confirmed, { who: 'Ben Okri' }, TODAY).confirmed).toBe(true);
    expect(revise(confirmed, { quote: heard.quote }, TODAY).confirmed).toBe(true);
    expect(revise(confirmed, { quote: 'Probably in May' }, TODAY).confirmed).toBe(false);
    expect(revise(confirmed, { quote: 'Probably in May', confirmed: true }, TODAY).confirmed).toBe(true);
  });
});
