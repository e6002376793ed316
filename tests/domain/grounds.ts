/** The deal of the worked example, and histories of deals, as tests need them. */

import type { KeptAnswer } from '../../lib/domain/answer';
import { addDays, type IsoDay } from '../../lib/domain/day';
import type { DealLog, Ground } from '../../lib/domain/ground';
import { answerKey, type Op } from '../../lib/domain/op';
import type { Sighting } from '../../lib/domain/score';
import { basics } from '../../lib/playbooks/basics';
import { kept, noon } from './kept';
import { DEAL, ME, op, seenOp } from './ops';

export const TODAY = '2026-11-22';

const ago = (days: number) => addDays(TODAY, -days);

const newContact: Sighting = {
  event: 'contact',
  at: noon(ago(1)),
  day: ago(1),
  what: 'a new head of finance',
  question: 'value.measure',
};

/** Phase discover, nine of The Basics due, firmness 31. */
export const workedExample: Ground = {
  playbook: basics,
  phase: 'discover',
  today: TODAY,
  sightings: [newContact],
  answers: {
    'fit.sweetSpot': kept('yes', 'said', ago(10)),
    'fit.owner': kept('yes', 'shown', ago(60)),
    'urgency.event': kept('partly', 'said', ago(5)),
    'urgency.commitment': kept('yes', 'guess', ago(0)),
    'urgency.cost': kept('unknown', null, ago(0)),
    'buying.path': kept('yes', 'sign', ago(1)),
    'value.measure': kept('yes', 'said', ago(3)),
    'rivals.alternatives': kept('no', 'said', ago(0)),
  },
};

/** An answer that was saved at an hour of a day. */
export function answered(day: IsoDay, hour: number, question: string, answer: Partial<KeptAnswer> | null): Op {
  const value = answer && kept('yes', 'said', day, answer);
  return op(noon(day) + (hour - 12) * 3_600_000, { key: answerKey(question), value });
}

/** What the page showed at noon of a day. */
export function saw(day: IsoDay, stage: string): Op {
  return seenOp(noon(day), { stage: { text: stage, value: stage } });
}

export function logOf(ops: readonly Op[]): DealLog {
  return { deal: DEAL, ops, org: null, authors: [ME], playbook: basics, offset: 0 };
}
