/** Whose a deal is: mine, or that of the seller who handed it over. */
import type { DealKey } from '../domain/deal';
import type { SubjectDoc } from '../domain/fold';
import { personKey } from '../domain/habit';
import { type AuthorId, type Op, OWNER_KEY } from '../domain/op';
import { namesOf } from '../domain/person-name';
import { type Claim, type Ownership, ownershipOf, unowned } from '../domain/whose';
import { database } from './db';
import { readDeal } from './deals';
import { authors } from './identity';
import { appendOne } from './log';

/** Whose a deal is. `me`: everyone who is this person, where that was read already. */
export async function whoseIs(doc: SubjectDoc | null, me?: readonly AuthorId[]): Promise<Ownership> {
  const mine = me ?? (await authors());
  return doc ? ownershipOf(doc, mine) : unowned(mine);
}

/** Whose answers a deal is looked at with. */
export async function readSellers(deal: DealKey): Promise<readonly AuthorId[]> {
  return (await whoseIs(await readDeal(deal))).authors;
}

/** A deal, and whose work counts in it. */
export async function readWhole(deal: DealKey): Promise<{ doc: SubjectDoc | null; authors: readonly AuthorId[] }> {
  const doc = await readDeal(deal);
  return { doc, authors: (await whoseIs(doc)).authors };
}

/** What these authors call themselves. */
export async function readNames(of: readonly AuthorId[]): Promise<string[]> {
  return namesOf(await readPersons(of), of);
}

/** What authors call themselves, where they did. */
export type NamesByAuthor = Readonly<Record<AuthorId, string>>;

/** The name of each of these authors, where they gave one. */
export async function readEachName(of: readonly AuthorId[]): Promise<NamesByAuthor> {
  const docs = await readPersons(of);
  return Object.fromEntries(of.flatMap((author) => namesOf(docs, [author]).map((name) => [author, name])));
}

async function readPersons(of: readonly AuthorId[]): Promise<SubjectDoc[]> {
  const docs = await database().orgs.bulkGet(of.map(personKey));
  return docs.filter((doc) => doc !== undefined);
}

/**
 * Takes a deal over from everybody else who worked on it: what they did goes on counting.
 * @throws NotSaved
 */
export async function takeOver(deal: DealKey): Promise<Op> {
  const [doc, mine] = await Promise.all([readDeal(deal), authors()]);
  const { authors: counting, besides } = await whoseIs(doc, mine);
  const others = new Set([...counting, ...besides].filter((author) => !mine.includes(author)));
  return claim(deal, { mine: true, from: [...others] });
}

/**
 * Leaves a deal to those who worked on it too; what I did in it stays in the log.
 * @throws NotSaved
 */
export async function leaveIt(deal: DealKey): Promise<Op> {
  return claim(deal, { mine: false, from: [] });
}

async function claim(deal: DealKey, value: Claim): Promise<Op> {
  return appendOne({ kind: 'owner.set', subject: deal, key: OWNER_KEY, value, version: null });
}
