/** What all that a review works out stands on, and how it leaves the page free meanwhile. */
import type { AuthorId } from '../domain/op';
import type { TeamPlaybooks } from '../domain/team-playbooks';
import { authors } from '../storage/identity';
import { readPlaybooks } from '../storage/playbooks';
import { type ReviewGround, readGround } from '../storage/reviews';

/** What all deals are scored with. */
export interface Kept extends ReviewGround {
  mine: readonly AuthorId[];
  team: TeamPlaybooks;
}

export async function readKept(): Promise<Kept> {
  const [ground, mine, team] = await Promise.all([readGround(), authors(), readPlaybooks()]);
  return { ...ground, mine, team };
}

/** How long working something out may keep the page; milliseconds. */
export const SLICE_MS = 8;

/** Lets the page draw and take a key. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
