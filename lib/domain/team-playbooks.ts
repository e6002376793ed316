/**
 * The playbooks of a team: those that ship, its own, and which deal is looked at with which.
 * All of it is folded from ops like everything else, so every version stays in the log.
 */
import { orgOf } from './deal';
import { cellsUnder, newestCell, type SubjectDoc } from './fold';
import { type AuthorId, CHOSEN_KEY, playbookKey, RULES_KEY, retiredKey } from './op';
import type { Playbook } from './playbook';
import { choosePlaybook, type PlaybookRule, type PlaybookRules, playbookRulesSchema } from './playbook-choice';
import { playbookSchema } from './playbook-file';
import { type DealInput, standingOf } from './view';

/** The playbooks that a team has, and which deal gets which. */
export interface TeamPlaybooks {
  /** Those that ship, as they ship; the first is the one that a deal gets where nobody chose. */
  shipped: readonly [Playbook, ...Playbook[]];
  /** The newest version of each of the team's own, by name. */
  own: readonly Playbook[];
  /** Ids of own ones that are offered no more; deals that have one keep it. */
  retired: readonly string[];
  rules: readonly PlaybookRule[];
  /** The playbook of deals that no rule fits. */
  otherwise: string | null;
  /** What the organisation set: for every deal where it is `fixed`, else where nobody chose another. */
  organisation?: { playbook: Playbook; fixed: boolean } | null;
}

/** What a team made of its playbooks. What a newer version wrote and this one cannot read is passed over. */
export function teamPlaybooks(
  shipped: TeamPlaybooks['shipped'],
  team: SubjectDoc | null,
  authors: readonly AuthorId[],
): TeamPlaybooks {
  if (!team) return { shipped, own: [], retired: [], rules: [], otherwise: null };
  const own = cellsUnder(team, playbookKey(''), authors)
    .flatMap(([id, { value }]) => {
      const read = playbookSchema.safeParse(value);
      return read.success && read.data.id === id && !isIn(shipped, id) ? [read.data] : [];
    })
    .sort((a, b) => (a.name === b.name ? (a.id < b.id ? -1 : 1) : a.name < b.name ? -1 : 1));
  const retired = cellsUnder(team, retiredKey(''), authors).flatMap(([id, { value }]) => (value === true ? [id] : []));
  return { shipped, own, retired, ...rulesOf(team, authors) };
}

function rulesOf(team: SubjectDoc, authors: readonly AuthorId[]): PlaybookRules {
  const read = playbookRulesSchema.safeParse(newestCell(team, RULES_KEY, authors)?.value);
  return read.success ? read.data : { rules: [], otherwise: null };
}

const isIn = (playbooks: readonly Playbook[], id: string) => playbooks.some((playbook) => playbook.id === id);

/** Every playbook, retired ones too: where an answer may have been given. */
export function allPlaybooks({ shipped, own, organisation }: TeamPlaybooks): Playbook[] {
  const set = organisation ? [organisation.playbook] : [];
  return [...set, ...[...own, ...shipped].filter(({ id }) => !isIn(set, id))];
}

/** The playbooks that can be chosen now. */
export function offeredPlaybooks(team: TeamPlaybooks): Playbook[] {
  return allPlaybooks(team).filter(({ id }) => !team.retired.includes(id));
}

/**
 * Who decided: `deal` - it was chosen for this deal; `rule` - the rule at this place fits;
 * `team` - the team's playbook for all others; `organisation` - it set one for all; `shipped` - nobody chose.
 */
export type PlaybookWhy =
  | { by: 'deal' }
  | { by: 'rule'; rule: number }
  | { by: 'team' }
  | { by: 'organisation' }
  | { by: 'shipped' };

/** The playbook of a deal, and who chose it. */
export interface DealPlaybook {
  playbook: Playbook;
  why: PlaybookWhy;
}

/**
 * The playbook that a deal is looked at with: the one chosen for it, else that of the first rule
 * that fits, else the team's, else the organisation's, else the first that ships; where the
 * organisation fixed one, that. A choice of one that is not here (it came with a backup of another
 * team) is passed over, not forgotten.
 */
export function playbookOf(input: DealInput, team: TeamPlaybooks): DealPlaybook {
  const set = team.organisation;
  if (set?.fixed) return { playbook: set.playbook, why: { by: 'organisation' } };
  const find = (id: unknown) => allPlaybooks(team).find((playbook) => playbook.id === id);
  const chosen = find(input.doc && newestCell(input.doc, CHOSEN_KEY, input.authors)?.value);
  if (chosen) return { playbook: chosen, why: { by: 'deal' } };
  const { facts, stage, step } = standingOf(input);
  const amount = facts.amount?.value ?? null;
  const rules = team.rules.map((rule, place) => ({ rule, place })).filter(({ rule }) => find(rule.playbook));
  const fit = choosePlaybook(
    rules.map(({ rule }) => rule),
    { amount, step, stage, org: orgOf(input.deal) },
  );
  const ruled = fit && find(fit.playbook);
  if (ruled) return { playbook: ruled, why: { by: 'rule', rule: rules[fit.rule]?.place ?? 0 } };
  const usual = find(team.otherwise);
  if (usual) return { playbook: usual, why: { by: 'team' } };
  return set
    ? { playbook: set.playbook, why: { by: 'organisation' } }
    : { playbook: team.shipped[0], why: { by: 'shipped' } };
}
