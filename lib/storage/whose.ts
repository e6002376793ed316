/** Whose a deal is: mine, or that of the seller who handed it over. */
import type { DealKey } from '../domain/deal';
import type { SubjectDoc } from '../domain/fold';
import { personKey } from '../domain/habit';
import type { AuthorId } from '../domain/op';
import { namesOf } from '../domain/person-name';
import { sellersOf } from '../domain/review';
import { database } from './db';
import { readDeal } from './deals';
import { authors } from './identity';

/** The people that a deal belongs to. */
export interface Whose {
  /** Whose answers it is looked at with. */
  authors: readonly AuthorId[];
  /** What its seller is called, nothing where they did not say; `null`: it is mine. */
  names: readonly string[] | null;
}

/** Whose a deal is. `me`: everyone who is this person, where that was read already. */
export async function whoseIs(doc: SubjectDoc | null, me?: readonly AuthorId[]): Promise<Whose> {
  const mine = me ?? (await authors());
  const sellers = doc ? sellersOf(doc, mine) : mine;
  return { authors: sellers, names: sellers === mine ? null : await readNames(sellers) };
}

/** Whose answers a deal is looked at with. */
export async function readSellers(deal: DealKey): Promise<readonly AuthorId[]> {
  return (await whoseIs(await readDeal(deal))).authors;
}

/** What these authors call themselves. */
export async function readNames(of: readonly AuthorId[]): Promise<string[]> {
  const docs = await database().orgs.bulkGet(of.map(personKey));
  return namesOf(
    docs.filter((doc) => doc !== undefined),
    of,
  );
}
