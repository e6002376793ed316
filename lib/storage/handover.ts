/**
 * Hand-over without a server: what a person chose of their own as one file, and such a file of
 * somebody else merged as theirs. Merging is by record: in any order, any number of times.
 */
import { type DealKey, orgOf } from '../domain/deal';
import { personKey } from '../domain/habit';
import { asHanded, type Choice, goes, notesOf, PackCount } from '../domain/handover';
import { type AuthorId, NAME_KEY, type NewOp, type Op } from '../domain/op';
import { PACK_TAIL, type PackHeader, PackRefused, packBody, packHead, packName } from '../domain/pack';
import { nameSchema, namesOf } from '../domain/person-name';
import { reviewsOf } from '../domain/review';
import { ownershipOf } from '../domain/whose';
import { packHeader } from './backup';
import { Breath } from './breath';
import { database, write } from './db';
import { summariesOf } from './deals';
import { authors, identityOf } from './identity';
import { append, receive } from './log';
import { logInParts, readFile } from './pack-file';
import type { PackedOps } from './packed-ops';
import { seal } from './seal';
import { openOpsWhole } from './sealed-texts';
import type { Doing, Watch } from './watch';

/** Up to so many deals are looked up one by one; for more, the whole log is walked. */
const FEW = 200;

/** What somebody wants to hand over, before their own ids are known. */
export interface Wish extends Pick<Choice, 'kind' | 'to' | 'withNotes'> {
  deals: readonly DealKey[];
}

/** What was chosen, with the ids that its person writes with. */
export async function chosen({ kind, to, withNotes, deals }: Wish): Promise<Choice> {
  return { kind, to, withNotes, deals: new Set(deals), orgs: new Set(deals.map(orgOf)), mine: await authors() };
}

/** The ops of a choice in the order of their ids, so many at a time; `progress` is told the share that is read. */
async function* choiceInParts(choice: Choice, progress: Watch['progress'] = () => {}): AsyncGenerator<Op[]> {
  if (choice.deals.size > FEW) {
    const all = await database().ops.count();
    let read = 0;
    for await (const part of logInParts()) {
      yield part.filter((op) => goes(op, choice));
      read += part.length;
      progress(read / all, { step: 'looking', done: read, of: all });
    }
    return;
  }
  // What does not hang on a deal is little.
  const db = database();
  const [ofDeals, orgs] = await Promise.all([
    db.ops
      .where('subject')
      .anyOf([...choice.deals])
      .toArray(),
    db.orgs.toCollection().primaryKeys(),
  ]);
  const others = await db.ops.where('subject').anyOf(orgs).toArray();
  const all = await openOpsWhole([...ofDeals, ...others].filter((op) => goes(op, choice)));
  yield all.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What would go, to the last change. */
export async function countChoice(wish: Wish, { progress, signal }: Watch = {}): Promise<PackCount> {
  const choice = await chosen(wish);
  const count = new PackCount();
  const breath = new Breath();
  for await (const part of choiceInParts(choice, progress)) {
    for (const op of part) {
      const handed = asHanded(op, choice.withNotes);
      if (handed) count.add(handed, notesOf(op) - notesOf(handed));
      await breath.take();
    }
    signal?.throwIfAborted();
  }
  await callAsHere(count);
  return count;
}

/** Whether what somebody is to practise is asked of anybody but these. */
const isForAnother = ({ subject }: Op, people: readonly AuthorId[]) =>
  !people.some((author) => personKey(author) === subject);

/** A pack of reviews does not say what its deals are called; here it is known. */
async function callAsHere(count: PackCount): Promise<void> {
  for await (const part of summariesOf(count.nameless)) {
    for (const { subject, seen } of part) if (seen.name) count.call(subject as DealKey, seen.name.text);
  }
}

/** A file that was made, and what to call it. */
export interface MadePack {
  file: Blob;
  name: string;
}

/**
 * Makes the file of what was chosen, under a passphrase where there is one.
 * @throws AbortError when told to stop
 */
export async function makePack(
  wish: Wish,
  passphrase: string,
  { progress = () => {}, signal }: Watch = {},
): Promise<MadePack> {
  const choice = await chosen(wish);
  const isSealed = passphrase !== '';
  // To seal it takes about as long as to put it together.
  const share = isSealed ? 0.5 : 1;
  const parts: Blob[] = [];
  let ops = 0;
  for await (const part of choiceInParts(choice, (read, now) => progress(read * share, now))) {
    const handed = part.flatMap((op) => asHanded(op, choice.withNotes) ?? []);
    if (handed.length > 0) parts.push(new Blob([packBody(handed, ops === 0)]));
    ops += handed.length;
    signal?.throwIfAborted();
  }
  const header = packHead(packHeader(choice.kind, ops, [...choice.mine]));
  const plain = new Blob([header, ...parts, PACK_TAIL], { type: 'application/json' });
  const sealing = { progress: (sealed: number, now?: Doing) => progress(share + sealed * share, now), signal };
  const file = isSealed ? await seal(plain, passphrase, sealing) : plain;
  return { file, name: packName(choice.kind, Date.now(), isSealed) };
}

/** A pack that was looked at. */
export interface OpenedPack {
  header: PackHeader;
  /** What its person calls themselves; `null` where they did not say. */
  name: string | null;
  count: PackCount;
  /** Deals in it of which nothing was here. */
  newDeals: ReadonlySet<DealKey>;
  /** How many of its changes are new here. */
  added: number;
  /** How many are of what was erased here for good; they stay out. */
  erased: number;
  readonly fresh: PackedOps;
}

/**
 * Reads a pack and says what is in it; changes nothing.
 * @throws PackRefused with the reason, `sealed` where a passphrase is wanted; AbortError
 */
export async function openPack(file: Blob, passphrase: string | null, watch: Watch): Promise<OpenedPack> {
  const count = new PackCount();
  const habits: Op[] = [];
  let name: string | null = null;
  const note = (op: Op) => {
    count.add(op);
    if (op.kind === 'habit.set') habits.push(op);
    if (op.kind === 'person.named') name = nameSchema.safeParse(op.value).data ?? name;
  };
  const { header, fresh, erased } = await readFile(file, ['handover', 'reviews'], { ...watch, passphrase, note });
  const mine = await authors();
  if (header.authors.some((author) => mine.includes(author))) throw new PackRefused({ code: 'own' });
  if (habits.some((op) => isForAnother(op, [...header.authors, ...mine]))) throw new PackRefused({ code: 'notForYou' });
  await callAsHere(count);
  const known = new Set(await database().deals.toCollection().primaryKeys());
  const newDeals = new Set(count.dealKeys.filter((deal) => !known.has(deal)));
  return { header, name, count, newDeals, added: fresh.length, erased: erased.length, fresh };
}

/**
 * Merges a pack that was looked at, as its person's and nobody else's, in one transaction.
 * @throws NotSaved when storage refuses, AbortError when told to stop; then nothing was changed
 */
export function mergePack({ fresh }: OpenedPack, watch: Watch): Promise<{ added: number }> {
  return receive(fresh, [], watch);
}

/**
 * Keeps what this person calls themselves, where it is new.
 * @throws NotSaved
 */
export async function nameMyself(name: string): Promise<void> {
  const db = database();
  const value = name.trim();
  const { authors } = await write((db) => db.transaction('rw', db.meta, () => identityOf(db)));
  // Under each id that the person ever wrote with: a profile whose backup came home is still theirs.
  const docs = await db.orgs.bulkGet(authors.map(personKey));
  const news = authors.flatMap((author, index): NewOp[] => {
    if (namesOf(docs[index] ? [docs[index]] : [], [author])[0] === value) return [];
    return [{ kind: 'person.named', subject: personKey(author), key: NAME_KEY, value, version: null }];
  });
  await append(news);
}

/** Somebody whose deals are here. */
export interface Seller {
  authors: readonly AuthorId[];
  deals: readonly DealKey[];
  /** Those of them in which I checked something. */
  checked: readonly DealKey[];
}

/** Everybody else whose deals are here, by the ids that they wrote with. */
export async function sellers(): Promise<Seller[]> {
  const mine = await authors();
  const found = new Map<string, { authors: readonly AuthorId[]; deals: DealKey[]; checked: DealKey[] }>();
  await database().summaries.each((doc) => {
    const { isMine, owners: theirs } = ownershipOf(doc, mine);
    if (isMine) return;
    const id = theirs.toSorted().join();
    const one = found.get(id) ?? { authors: theirs, deals: [], checked: [] };
    one.deals.push(doc.subject as DealKey);
    if (reviewsOf(doc).some(({ by }) => mine.includes(by))) one.checked.push(doc.subject as DealKey);
    found.set(id, one);
  });
  return [...found.values()];
}
