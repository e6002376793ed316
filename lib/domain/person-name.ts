/** What a person calls themselves: told with what they hand over, so that others see whose it is. */
import type { SubjectDoc } from './fold';
import { personKey } from './habit';
import { type AuthorId, NAME_KEY } from './op';
import { z } from './z';

/** The longest name, in characters. */
export const MAX_NAME = 100;

/** A name as the log keeps it. */
export const nameSchema = z.string().trim().min(1).max(MAX_NAME);

/** The names of these authors, each once; a name counts only where one of them gave it. */
export function namesOf(docs: readonly SubjectDoc[], authors: readonly AuthorId[]): string[] {
  const names = authors.flatMap((author) => nameOf(docs, author) ?? []);
  return [...new Set(names)];
}

function nameOf(docs: readonly SubjectDoc[], author: AuthorId): string | null {
  const doc = docs.find(({ subject }) => subject === personKey(author));
  const cells = Object.values(doc?.cells[NAME_KEY] ?? {}).toSorted((a, b) => (a.op < b.op ? 1 : -1));
  return nameSchema.safeParse(cells[0]?.value).data ?? null;
}
