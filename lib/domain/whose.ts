/**
 * Whose a deal is, from what was done in it and by whom; what others did is here only because they
 * handed it over. It is mine where I worked on it, and stays so until I say otherwise; else it is
 * theirs who worked on it; where nobody did, theirs who saw it and handed it over. Seeing its page
 * and checking its answers is no work on it. Whoever takes a deal over says so, and then what was
 * done before goes on counting, under the name of who did it.
 */
import { type OpId, timeOf } from './clock';
import type { Instant } from './day';
import { own, type SubjectDoc } from './fold';
import { type AuthorId, OWNER_KEY, opSchema, SNAPSHOT_KEY } from './op';
import { REVIEW_PREFIX } from './review';
import { z } from './z';

/** What somebody says of a deal: that it is theirs from now on, or that it is not. */
export interface Claim {
  mine: boolean;
  /** Whose work in it goes on counting. */
  from: AuthorId[];
}

/** Checked where a claim is written, and where one is read from a file. */
export const claimSchema = z.looseObject({
  mine: z.boolean(),
  from: z.array(opSchema.shape.by).max(1000),
}) satisfies z.ZodType<Claim>;

/** Whose a deal is, in the eyes of the person at this browser. */
export interface Ownership {
  isMine: boolean;
  /** Whose it is: everyone who is that person, or all of several. */
  owners: readonly AuthorId[];
  /** Whose work counts in it: the owners', and that of those from whom it was taken over. */
  authors: readonly AuthorId[];
  /** Whoever else worked on it; shown nowhere until it is taken over from them or left to them. */
  besides: readonly AuthorId[];
  /** The owner who worked on it last; `null` where none did more than look. */
  last: AuthorId | null;
  /** When it was taken over; `null`: it always was theirs. */
  since: Instant | null;
}

/** Of a deal of which nothing is kept. */
export const unowned = (mine: readonly AuthorId[]): Ownership => ({
  ...{ isMine: true, owners: mine, authors: mine, besides: [], last: null, since: null },
});

/** `doc`: a deal's document or its summary. `mine`: everyone who is me. */
export function ownershipOf(doc: SubjectDoc, mine: readonly AuthorId[]): Ownership {
  const isMe = (author: AuthorId) => mine.includes(author);
  const claims = claimsIn(doc);
  const worked = workIn(doc, claims);
  const known = worked.size > 0 ? [...worked.keys()] : Object.keys(own(doc.cells, SNAPSHOT_KEY) ?? {});
  const others = known.filter((author) => !isMe(author));
  const said = claims.find(({ by }) => isMe(by));
  if (others.length === 0 || (said ? said.mine : known.some(isMe) && worked.size > 0)) {
    const from = (said?.mine ? said.from : []).filter((author) => !isMe(author));
    const besides = worked.size > 0 ? others.filter((author) => !from.includes(author)) : [];
    const authors = from.length > 0 ? [...mine, ...from] : mine;
    const since = said?.mine ? timeOf(said.op) : null;
    return { isMine: true, owners: mine, authors, besides, last: lastOf(worked, mine), since };
  }
  const taken = claims.find(({ by, mine }) => mine && !isMe(by));
  const from = taken?.from.filter((author) => !isMe(author)) ?? [];
  const left = claims.filter(({ mine }) => !mine).map(({ by }) => by);
  const stay = others.filter((author) => !from.includes(author) && !left.includes(author));
  const owners = stay.length > 0 ? stay : others;
  const authors = [...new Set([...owners, ...from])];
  const besides = [...worked.keys()].filter((author) => !authors.includes(author));
  return {
    isMine: false,
    owners,
    authors,
    besides,
    last: lastOf(worked, owners),
    since: taken ? timeOf(taken.op) : null,
  };
}

/** What is mine among these deals, each with those whose work counts in it. */
export function mineAmong<D extends SubjectDoc>(
  docs: readonly D[],
  mine: readonly AuthorId[],
): { doc: D; authors: readonly AuthorId[] }[] {
  return docs.flatMap((doc) => {
    const { isMine, authors } = ownershipOf(doc, mine);
    return isMine ? [{ doc, authors }] : [];
  });
}

/** Whether nobody did more in a deal than look: then who saw it says whose it is. */
export function isOnlySeen(doc: SubjectDoc): boolean {
  return workIn(doc, claimsIn(doc)).size === 0;
}

type KeptClaim = Claim & { by: AuthorId; op: OpId };

/** What everybody says of it, newest first; what was taken back, and what cannot be read, says nothing. */
function claimsIn(doc: SubjectDoc): KeptClaim[] {
  return Object.entries(own(doc.cells, OWNER_KEY) ?? {})
    .flatMap(([by, { op, value }]): KeptClaim[] => {
      const { data } = claimSchema.safeParse(value);
      return data ? [{ mine: data.mine, from: data.from, by, op }] : [];
    })
    .sort((a, b) => (a.op < b.op ? 1 : -1));
}

/** Everybody who did more in a deal than look, with the newest of what they did. */
function workIn(doc: SubjectDoc, claims: readonly KeptClaim[]): Map<AuthorId, OpId> {
  const worked = new Map<AuthorId, OpId>();
  const note = (author: AuthorId, op: OpId) => {
    if (op > (worked.get(author) ?? '')) worked.set(author, op);
  };
  for (const [key, byAuthor] of Object.entries(doc.cells)) {
    if (key === SNAPSHOT_KEY || key === OWNER_KEY || key.startsWith(REVIEW_PREFIX)) continue;
    for (const [author, { op }] of Object.entries(byAuthor)) note(author, op);
  }
  for (const { by, mine, op } of claims) if (mine) note(by, op);
  return worked;
}

function lastOf(worked: ReadonlyMap<AuthorId, OpId>, owners: readonly AuthorId[]): AuthorId | null {
  let last: AuthorId | null = null;
  for (const author of owners) {
    const op = worked.get(author);
    if (op !== undefined && (last === null || op > (worked.get(last) ?? ''))) last = author;
  }
  return last;
}
