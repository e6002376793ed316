import type { Question } from '../domain/playbook';
import { HOLDS } from '../domain/slip';

/** Asked once their date has moved, and in no playbook: a date that moved is believed again for a reason of theirs. */
export const urgencyHolds: Question = {
  id: HOLDS,
  phase: 'qualify',
  prompt: 'They said why the new date will hold',
  short: 'Why it will hold',
  ask: 'The date moved before. What makes this one hold?',
  proof: 'What is different now, said by somebody there after the last move: a contract, a budget, a decision.',
  coach: 'What has to happen for it to move once more?',
  why: 'A date that moved once moves again, unless something is different now.',
  gives: 'A date that their own people can plan by.',
  weight: 2,
  freshDays: 30,
  recheckOn: [],
};
