import { describe, expect, it } from 'vitest';
import { PHASES } from '../../lib/domain/phase';
import { basics } from '../../lib/playbooks/basics';

/** Words of the trade: a customer who reads one knows that a method is being worked through. */
const JARGON =
  /\b(champion|pains?|metrics?|qualif\w*|clos(e|ing)|decision[- ]makers?|economic buyers?|stakeholders?|pipeline|compelling|competitors?|deal|BANT|MEDDP?I?C+|SPICED)\b/i;

describe.each([basics])('the playbook "$name"', ({ questions }) => {
  it('gives each question an id of its own', () => {
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
  });

  it('asks at most five questions a phase, in the order of the phases', () => {
    const phases = questions.map(({ phase }) => PHASES.indexOf(phase));
    expect(phases).toEqual(phases.toSorted((a, b) => a - b));
    for (const phase of PHASES) expect(questions.filter((question) => question.phase === phase).length).toBeLessThan(6);
  });

  it.each(questions)('says $id whole, and in words for whom it is for', (question) => {
    for (const text of [question.prompt, question.proof, question.why, question.gives, question.coach]) {
      expect(text.length).toBeGreaterThan(20);
      expect(text.length).toBeLessThan(140);
    }
    expect(question.short.length).toBeLessThan(34);
    expect(question.ask).toMatch(/\?$/);
    expect(`${question.ask} ${question.gives}`).not.toMatch(JARGON);
    expect(question.freshDays).toBeGreaterThan(0);
  });
});
