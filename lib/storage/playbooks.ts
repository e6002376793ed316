/** A team's own playbooks, which deal is looked at with which, and the versions there have been. */
import { timeOf } from '../domain/clock';
import type { Instant } from '../domain/day';
import { type DealKey, orgOf } from '../domain/deal';
import type { SubjectDoc } from '../domain/fold';
import { type AuthorId, CHOSEN_KEY, type NewOp, type Op, playbookKey, RULES_KEY, retiredKey, TEAM } from '../domain/op';
import type { Playbook } from '../domain/playbook';
import type { PlaybookRules } from '../domain/playbook-choice';
import { playbookSchema } from '../domain/playbook-file';
import { playbookOf, type TeamPlaybooks, teamPlaybooks } from '../domain/team-playbooks';
import { shelf } from '../playbooks/shelf';
import { database } from './db';
import { readDeal } from './deals';
import { historyOf } from './history';
import { authors, randomHex } from './identity';
import { append, appendOne } from './log';
import { readOrg } from './orgs';
import { readPolicy } from './policy';
import { whoseIs } from './whose';

/** Everything that is kept of the team's playbooks; `null` while it is nothing. */
async function readTeam(): Promise<SubjectDoc | null> {
  return (await database().orgs.get(TEAM)) ?? null;
}

/** The playbooks that ship, the team's own, and the rules for them, as these people have them; without any, as I do. */
export async function readPlaybooks(of?: readonly AuthorId[]): Promise<TeamPlaybooks> {
  const [team, whose, { policy }] = await Promise.all([readTeam(), of ?? authors(), readPolicy()]);
  return { ...teamPlaybooks(shelf, team, whose), organisation: policy.playbook };
}

/** The playbook that a deal is looked at with now. `locale`: in which the person types amounts. */
export async function readPlaybookOf(deal: DealKey, locale: string): Promise<Playbook> {
  const [doc, org] = await Promise.all([readDeal(deal), readOrg(orgOf(deal))]);
  const whose = (await whoseIs(doc)).authors;
  return playbookOf({ deal, doc, org, authors: whose, locale }, await readPlaybooks(whose)).playbook;
}

/**
 * Keeps a playbook as the version that follows the one that is kept; says whether it did. It does
 * not where another tab was quicker: what it saved would never have been looked at.
 * @throws NotSaved
 */
export async function savePlaybook(next: Playbook): Promise<boolean> {
  const mine = await authors();
  const kept = await append([ofTeam('playbook.saved', playbookKey(next.id), next)], async (db) => {
    const team = (await db.orgs.get(TEAM)) ?? null;
    const last = teamPlaybooks(shelf, team, mine).own.find(({ id }) => id === next.id);
    return last !== undefined && last.version !== next.version - 1;
  });
  return kept.length > 0;
}

/**
 * Takes a playbook off the shelf or puts it back; deals that have it keep it.
 * @throws NotSaved
 */
export async function retirePlaybook(id: string, retired: boolean): Promise<void> {
  await appendOne(ofTeam('playbook.retired', retiredKey(id), retired ? true : null));
}

/**
 * Says which playbooks are for which deals.
 * @throws NotSaved
 */
export async function saveRules(rules: PlaybookRules): Promise<void> {
  await appendOne(ofTeam('rules.set', RULES_KEY, rules));
}

/**
 * Chooses a playbook for one deal; `null` lets the rules decide again.
 * @throws NotSaved
 */
export async function choosePlaybook(deal: DealKey, id: string | null): Promise<Op> {
  return appendOne({ kind: 'playbook.chosen', subject: deal, key: CHOSEN_KEY, value: id, version: null });
}

/** A version, and when it was saved. */
export interface PlaybookVersion {
  at: Instant;
  playbook: Playbook;
}

/** Every version of one of the team's own playbooks, newest first. */
export async function versionsOf(id: string): Promise<PlaybookVersion[]> {
  const ops = await historyOf(TEAM, playbookKey(id));
  return ops.flatMap((op) => {
    const read = playbookSchema.safeParse(op.value);
    return read.success ? [{ at: timeOf(op.id), playbook: read.data }] : [];
  });
}

/** An ending for a new id: two people who add one each do not add the same. */
export function newEnding(): string {
  return randomHex(6);
}

function ofTeam(kind: NewOp['kind'], key: string, value: unknown): NewOp {
  return { kind, subject: TEAM, key, value, version: null };
}
