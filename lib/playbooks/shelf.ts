import type { Playbook } from '../domain/playbook';
import { bant } from './bant';
import { basics } from './basics';
import { champ } from './champ';
import { gpctba } from './gpctba';
import { meddpicc } from './meddpicc';
import { pact } from './pact';
import { scotsman } from './scotsman';
import { spiced } from './spiced';
import { urgencyOnly } from './urgency-only';

/** The playbooks that ship, the one in use unless another is chosen first. */
export const shelf: readonly [Playbook, ...Playbook[]] = [
  basics,
  urgencyOnly,
  bant,
  champ,
  pact,
  spiced,
  meddpicc,
  gpctba,
  scotsman,
];
