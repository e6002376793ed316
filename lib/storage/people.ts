/** Who there is: the person at this browser, and what everybody calls themselves. */
import type { SubjectDoc } from '../domain/fold';
import { personKey } from '../domain/habit';
import type { AuthorId } from '../domain/op';
import { database } from './db';
import { authors } from './identity';

/** What is kept of people. */
export interface KeptPeople {
  /** Everyone who is the person at this browser. */
  mine: readonly AuthorId[];
  /** What is kept of each person, whichever the deal. */
  docs: readonly SubjectDoc[];
}

/** Reads all of it. */
export async function readPeople(): Promise<KeptPeople> {
  const [mine, docs] = await Promise.all([
    authors(),
    database().orgs.where('subject').startsWith(personKey('')).toArray(),
  ]);
  return { mine, docs };
}
