import { describe, expect, it } from 'vitest';
import { type Playbook, type Question, questionOf } from '../../lib/domain/playbook';
import { meanSame, offeredAnswer } from '../../lib/domain/same';
import { bant } from '../../lib/playbooks/bant';
import { basics } from '../../lib/playbooks/basics';
import { champ } from '../../lib/playbooks/champ';
import { shelf } from '../../lib/playbooks/shelf';
import { kept } from './kept';

const ask = (playbook: Playbook, id: string) => questionOf(playbook, id) as Question;
const authority = ask(bant, 'bant.authority');

describe('an answer to a question that means the same', () => {
  const answers = { 'buying.decider': kept('yes', 'said', '2026-11-10', { quote: 'I sign this', who: 'Ana Ruiz' }) };

  it('is offered in another playbook, with where it was given', () => {
    expect(offeredAnswer(authority, answers, shelf)).toMatchObject({
      question: { id: 'buying.decider' },
      playbook: { id: 'basics' },
      answer: { who: 'Ana Ruiz' },
    });
  });

  it('is offered back, and between two that both mean a third', () => {
    const given = { 'bant.authority': kept('yes', 'said', '2026-11-10') };
    expect(offeredAnswer(ask(basics, 'buying.decider'), given, shelf)?.question.id).toBe('bant.authority');
    expect(offeredAnswer(ask(champ, 'champ.authority'), given, shelf)?.question.id).toBe('bant.authority');
  });

  it('is the one with the latest evidence, then the one saved last', () => {
    const later = { ...answers, 'champ.authority': kept('no', 'said', '2026-11-12') };
    expect(offeredAnswer(authority, later, shelf)?.question.id).toBe('champ.authority');
    const sameDay = { ...answers, 'champ.authority': kept('no', 'said', '2026-11-10', { at: 9e15 }) };
    expect(offeredAnswer(authority, sameDay, shelf)?.question.id).toBe('champ.authority');
  });

  it('is not offered over an answer of its own, nor where nothing is the same', () => {
    expect(
      offeredAnswer(authority, { ...answers, 'bant.authority': kept('unknown', null, '2026-11-01') }, shelf),
    ).toBeNull();
    expect(offeredAnswer(ask(bant, 'bant.timing'), answers, shelf)).toBeNull();
  });

  it('is not offered when it was "does not apply"', () => {
    const waived = { 'buying.decider': kept('notApplicable', null, '2026-11-10') };
    expect(offeredAnswer(authority, waived, shelf)).toBeNull();
  });

  it('never makes two questions of one playbook the same', () => {
    for (const { questions } of shelf) {
      for (const [index, one] of questions.entries()) {
        for (const other of questions.slice(index + 1))
          expect(meanSame(one, other), `${one.id} ${other.id}`).toBe(false);
      }
    }
  });
});
