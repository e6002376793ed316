/**
 * Whose numbers they are: the person at this browser, and every seller whose deals were handed
 * over. Nobody is ranked: people are in the order of their names.
 */
import type { SubjectDoc } from './fold';
import type { AuthorId } from './op';
import { namesOf } from './person-name';
import type { ReviewRow } from './review-row';

/** Somebody whose answers are here. */
export interface Person {
  /** What tells people apart, in an address too: `me`, or one of their author ids. */
  id: string;
  /** Every id that the person wrote with. */
  authors: readonly AuthorId[];
  /** What they call themselves, else the owner of most of their deals in the CRM; `null` where nobody said. */
  name: string | null;
}

/** The person at this browser. */
export const ME = 'me';

/**
 * Everybody whose answers are here, I first, then by name; `docs` is what is kept of people. Several
 * ids with the same name are one person with several browsers: on screen nobody could tell them apart.
 */
export function peopleOf(rows: readonly ReviewRow[], mine: readonly AuthorId[], docs: readonly SubjectDoc[]): Person[] {
  const others = Map.groupBy(
    rows.filter(({ seller }) => seller !== null && !mine.includes(seller)),
    ({ seller }) => seller ?? '',
  );
  const named = [...others].map(([author, deals]) => ({
    author,
    name: namesOf(docs, [author])[0] ?? usualOwner(deals),
  }));
  const byName = Map.groupBy(named, ({ author, name }) => name ?? author);
  const people = [...byName.values()].map((same): Person => {
    const authors = same.map(({ author }) => author).sort();
    return { id: authors[0] ?? '', authors, name: same[0]?.name ?? null };
  });
  const order = ({ name, id }: Person) => `${name?.toLowerCase() ?? '\uffff'} ${id}`;
  return [
    { id: ME, authors: mine, name: null },
    ...people.sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0)),
  ];
}

/** A person's deals, of those in which somebody did more than look. */
export function dealsOf(rows: readonly ReviewRow[], person: Person): ReviewRow[] {
  return rows.filter(({ seller }) => seller !== null && person.authors.includes(seller));
}

/** The owner of most of these deals; of equals the first by name. */
function usualOwner(deals: readonly ReviewRow[]): string | null {
  const owners = Map.groupBy(
    deals.flatMap(({ owner }) => owner ?? []),
    (owner) => owner,
  );
  const [most] = [...owners].sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1));
  return most?.[0] ?? null;
}
