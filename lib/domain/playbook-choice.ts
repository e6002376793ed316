/**
 * Which playbook a deal gets: the first rule that fits, so that a team can ask little of
 * small deals and more of large ones. What a page does not show fits no rule about it.
 */
import type { Money, OrgKey } from './deal';
import { STEPS, type Step, stageName } from './phase';
import { z } from './z';

/** What is known of a deal when a playbook is chosen for it. */
export interface DealFacts {
  amount: Money | null;
  step: Step | null;
  /** As shown on the page. */
  stage: string | null;
  org: OrgKey;
}

/** A rule as the log keeps it: which playbook, for deals of which kind. */
const playbookRuleSchema = z.looseObject({
  /** The playbook's id. */
  playbook: z.string().min(1).max(60),
  /** Each condition that is given has to hold; a list holds when one of it does. */
  orgs: z.array(z.string()).optional(),
  steps: z.array(z.enum(STEPS)).optional(),
  stages: z.array(z.string()).optional(),
  /** From `atLeast` to below `below`, in the smallest unit of `currency`; other currencies do not fit. */
  amount: z
    .looseObject({
      currency: z.string().length(3),
      atLeast: z.number().int().optional(),
      below: z.number().int().optional(),
    })
    .optional(),
});
export type PlaybookRule = z.infer<typeof playbookRuleSchema>;

/** A team's rules as the log keeps them. */
export const playbookRulesSchema = z.looseObject({
  /** Looked at in this order. */
  rules: z.array(playbookRuleSchema).max(100),
  /** The playbook of deals that no rule fits; `null`: the one that ships first. */
  otherwise: z.string().max(60).nullable(),
});
export type PlaybookRules = z.infer<typeof playbookRulesSchema>;

/** The rules with one of them changed; what is `undefined` in `to` no longer has to hold. */
export function withRule({ rules, ...rest }: PlaybookRules, place: number, to: Partial<PlaybookRule>): PlaybookRules {
  const change = (rule: PlaybookRule): PlaybookRule => {
    const { playbook = rule.playbook, ...conditions } = { ...rule, ...to };
    const set = Object.entries(conditions).filter(([, value]) => value !== undefined);
    return { playbook, ...Object.fromEntries(set) };
  };
  return { ...rest, rules: rules.map((rule, at) => (at === place ? change(rule) : rule)) };
}

/** The rules with one of them a place up or down. */
export function withRuleMoved({ rules, ...rest }: PlaybookRules, place: number, by: -1 | 1): PlaybookRules {
  const moving = rules.slice(place, place + 1);
  return { ...rest, rules: rules.toSpliced(place, 1).toSpliced(place + by, 0, ...moving) };
}

/** The playbook of the first rule that fits, with the rule's place; `null`: the team's default. */
export function choosePlaybook(
  rules: readonly PlaybookRule[],
  facts: DealFacts,
): { playbook: string; rule: number } | null {
  const rule = rules.findIndex((candidate) => fits(candidate, facts));
  const playbook = rules[rule]?.playbook;
  return playbook === undefined ? null : { playbook, rule };
}

function fits(rule: PlaybookRule, { amount, step, stage, org }: DealFacts): boolean {
  const names = rule.stages?.map(stageName);
  return (
    (rule.orgs?.includes(org) ?? true) &&
    (rule.steps === undefined || (step !== null && rule.steps.includes(step))) &&
    (names === undefined || (stage !== null && names.includes(stageName(stage)))) &&
    (rule.amount === undefined || inRange(rule.amount, amount))
  );
}

function inRange(range: NonNullable<PlaybookRule['amount']>, amount: Money | null): boolean {
  if (amount === null || amount.currency !== range.currency) return false;
  return (
    amount.minor >= (range.atLeast ?? Number.NEGATIVE_INFINITY) &&
    amount.minor < (range.below ?? Number.POSITIVE_INFINITY)
  );
}
