/**
 * Phases: the six steps that the stages of any CRM map to. The map from a stage name to a
 * phase is data, with defaults per CRM; a name that no map knows is asked once per org.
 */

import { OTHER_STAGES } from './crm-stages';
import { evened } from './phrase';

/** The six phases in their order; the last is `closed`, won or lost. */
export const PHASES = ['qualify', 'discover', 'validate', 'propose', 'commit', 'closed'] as const;
export type Phase = (typeof PHASES)[number];

/** Where a stage leads: an open phase, or closed as won or as lost. */
export const STEPS = ['qualify', 'discover', 'validate', 'propose', 'commit', 'won', 'lost'] as const;
export type Step = (typeof STEPS)[number];

/** The phase that a step belongs to. */
export function phaseOf(step: Step): Phase {
  return step === 'won' || step === 'lost' ? 'closed' : step;
}

/** Whether what is due in `phase` is due by `present`. */
export function isDue(phase: Phase, present: Phase): boolean {
  return PHASES.indexOf(phase) <= PHASES.indexOf(present);
}

/** A stage name as a map's key: case, spacing and Unicode form do not matter. */
export function stageName(text: string): string {
  return evened(text);
}

/** What one org calls its stages; keys as `stageName` gives them. */
export type StageMap = Readonly<Record<string, Step>>;

/**
 * Salesforce's own default stages, and the ones that its training orgs use.
 * Source: the standard value set `OpportunityStage`; 2026-11.
 */
const SALESFORCE_STAGES: StageMap = {
  prospecting: 'qualify',
  qualification: 'qualify',
  'needs analysis': 'discover',
  discovery: 'discover',
  'value proposition': 'validate',
  'id. decision makers': 'validate',
  'perception analysis': 'validate',
  'proposal/price quote': 'propose',
  'proposal/quote': 'propose',
  proposal: 'propose',
  'negotiation/review': 'commit',
  negotiation: 'commit',
  'closed won': 'won',
  'closed lost': 'lost',
};

const DEFAULTS: Readonly<Record<string, StageMap>> = { salesforce: SALESFORCE_STAGES, ...OTHER_STAGES };

/**
 * The step that a stage stands for: the org's own map first, then the CRM's defaults;
 * `null` where neither knows the name, which is asked once.
 */
export function stepOf(stage: string, crm: string, own: StageMap): Step | null {
  const name = stageName(stage);
  const defaults = DEFAULTS[crm] ?? {};
  if (Object.hasOwn(own, name)) return own[name] ?? null;
  return Object.hasOwn(defaults, name) ? (defaults[name] ?? null) : null;
}
