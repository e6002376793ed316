/**
 * What a meeting asks for at its end: one step that the customer commits to, smallest first,
 * and a smaller one to fall back on. The sentences are offered, said to the customer as they
 * stand, and edited freely.
 */
import type { Phase } from './phase';

/** The ladder: each asks more of the customer than the one before it. */
export const COMMITMENTS = [
  'time',
  'explore',
  'change',
  'collaborate',
  'involve',
  'invest',
  'review',
  'resolve',
  'decide',
  'start',
] as const;
export type Commitment = (typeof COMMITMENTS)[number];

/** Each step as a sentence to the customer. */
export const COMMITMENT_WORDS: Readonly<Record<Commitment, string>> = {
  time: 'We set a date for half an hour more, with the questions agreed beforehand.',
  explore: 'You show us where it falls short today, with the people who live with it.',
  change: 'You tell us whether this has to change, and by which date.',
  collaborate: 'We work through one real case of yours together.',
  involve: 'You bring in the person who finds the money, so that they can shape this early.',
  invest: 'You set aside the people and the time that a fair test needs.',
  review: 'The people who have to agree read our proposal, and tell us what they would change.',
  resolve: 'We go through what could still stop this, and each point gets an owner and a date.',
  decide: 'You name the day of the decision, and who takes it.',
  start: 'We agree the first day of work, and who does what in the first week.',
};

/** What to ask for, and what to be content with, by the phase a deal is in. */
export const COMMITMENT_OF: Readonly<Record<Phase, { ask: Commitment; fallback: Commitment }>> = {
  qualify: { ask: 'change', fallback: 'explore' },
  discover: { ask: 'involve', fallback: 'collaborate' },
  validate: { ask: 'invest', fallback: 'involve' },
  propose: { ask: 'review', fallback: 'involve' },
  commit: { ask: 'decide', fallback: 'resolve' },
  closed: { ask: 'start', fallback: 'time' },
};
