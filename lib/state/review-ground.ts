/** What all that a review works out stands on. */
import type { AuthorId } from '../domain/op';
import type { TeamPlaybooks } from '../domain/team-playbooks';
import { authors } from '../storage/identity';
import { readPlaybooks } from '../storage/playbooks';
import { type ReviewGround, readGround } from '../storage/reviews';
import { readNames } from '../storage/whose';
import type { Today } from './today';

/** What all deals are scored with. */
export interface Kept extends ReviewGround {
  mine: readonly AuthorId[];
  team: TeamPlaybooks;
  /** What each seller whose deals are here has and is called, by their ids. */
  sellers: Map<string, Seller>;
}

/** Somebody who handed deals over: their playbooks and their names. */
export interface Seller {
  team: TeamPlaybooks;
  names: readonly string[];
}

/** Reads it anew; sellers are read when they are asked for. */
export async function readKept(): Promise<Kept> {
  const [ground, mine, team] = await Promise.all([readGround(), authors(), readPlaybooks()]);
  return { ...ground, mine, team, sellers: new Map() };
}

/** What every deal is looked at with beside its own log: where it differs, what was worked out is out of date. */
export function markOf({ orgs, mine, team }: Kept, { day, offset }: Today): string {
  const { own, retired, rules, otherwise, organisation } = team;
  return JSON.stringify([
    day,
    offset,
    mine,
    orgs.map(({ newest }) => newest),
    own,
    retired,
    rules,
    otherwise,
    organisation,
  ]);
}

/** Those whose work counts in a deal, read once; I am read already. */
export async function sellerIn({ mine, team, sellers }: Kept, ids: readonly AuthorId[]): Promise<Seller> {
  if (ids === mine) return { team, names: [] };
  const known = sellers.get(ids.join());
  if (known) return known;
  const [playbooks, names] = await Promise.all([readPlaybooks(ids), readNames(ids)]);
  const seller = { team: playbooks, names };
  sellers.set(ids.join(), seller);
  return seller;
}
