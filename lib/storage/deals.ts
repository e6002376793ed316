/** What the screens read and write of a deal: one function for each thing that a person does. */
import type { Answer } from '../domain/answer';
import { type Instant, MINUTE_MS } from '../domain/day';
import { type DealKey, type DealSnapshot, dealKeySchema, FIELDS, type Field, snapshotSchema } from '../domain/deal';
import { own, type SubjectDoc } from '../domain/fold';
import {
  answerKey,
  fieldKey,
  type NewOp,
  type Op,
  PHASE_KEY,
  SNAPSHOT_KEY,
  type Subject,
  WAITING_KEY,
} from '../domain/op';
import type { Step } from '../domain/phase';
import type { QuestionId } from '../domain/playbook';
import type { Summary } from '../domain/summary';
import type { Waiting } from '../domain/waiting';
import { batches } from './batches';
import { database } from './db';
import { append, appendOne } from './log';
import { openDoc, openDocs } from './sealed-texts';

/** Everything that is kept of a deal, but for its texts while they are locked; `null` of an unknown one. */
export async function readDeal(key: DealKey): Promise<SubjectDoc | null> {
  const doc = await database().deals.get(key);
  return doc ? openDoc(doc) : null;
}

/** The deals that were touched last, newest first. */
export async function recentDeals(limit: number): Promise<Summary[]> {
  return openDocs(await database().summaries.orderBy('touchedAt').reverse().limit(limit).toArray());
}

/** Deals in which nothing was written since then, those first that were touched longest ago. */
export async function untouchedSince(then: Instant, limit: number): Promise<DealKey[]> {
  const subjects = await database().summaries.where('touchedAt').below(then).limit(limit).primaryKeys();
  return subjects.flatMap((subject) => dealKeySchema.safeParse(subject).data ?? []);
}

/** How many summaries are read at once by who walks through all of them. */
const PART = 250;

/**
 * The summaries of these deals, some at a time: ten thousand at once would hold the page, and fill its memory.
 * They come as they are kept, with texts that may be sealed.
 */
export async function* summariesOf(deals: readonly Subject[]): AsyncGenerator<Summary[]> {
  for (const some of batches(deals, PART)) {
    yield (await database().summaries.bulkGet(some)).filter((summary) => summary !== undefined);
  }
}

/**
 * Every deal's summary, the first few by themselves and then so many at a time: reading ten thousand
 * at once would hold the page. The next part is read while one is being worked with; each is one request.
 */
export async function* summariesInParts(first: number, size: number): AsyncGenerator<Summary[]> {
  let wanted = first;
  let reading = summariesAfter('', wanted);
  for (;;) {
    const part = await reading;
    const last = part.length < wanted ? undefined : part.at(-1);
    if (last) {
      wanted = size;
      reading = summariesAfter(last.subject, wanted);
      // Who stops before it is there needs not hear of it.
      reading.catch(() => undefined);
    }
    yield await openDocs(part);
    if (!last) return;
  }
}

async function summariesAfter(subject: string, limit: number): Promise<Summary[]> {
  return database().summaries.where('subject').above(subject).limit(limit).toArray();
}

/** The summaries of all deals, some at a time, with their texts as far as they can be read. */
export function allSummaries(): AsyncGenerator<Summary[]> {
  return summariesInParts(PART, PART);
}

/** The deals that there are. */
export function allDeals(): PromiseLike<Subject[]> {
  return database().summaries.toCollection().primaryKeys();
}

/**
 * Keeps what a page shows, where it shows something new; says whether it did. The same page
 * read by panel and service worker at once is kept once; what a page shows in a storm of changes
 * is kept when it is looked at again after it.
 * @throws NotSaved
 */
export async function rememberDeal(snapshot: DealSnapshot): Promise<boolean> {
  const lately = keptLately(snapshot);
  if (lately.length >= BELIEVED) return false;
  const news = op('snapshot.seen', snapshot.deal, SNAPSHOT_KEY, snapshot);
  // Its place is taken before it is kept: on a slow disk the next ones come meanwhile.
  keptAt.set(snapshot.deal, [...lately, snapshot.seenAt]);
  let isKept = false;
  try {
    const kept = await append([news], async (db) => {
      const doc = await db.deals.get(snapshot.deal);
      return doc !== undefined && showsNothingNew(doc, snapshot);
    });
    isKept = kept.length > 0;
  } finally {
    if (!isKept) giveBack(snapshot);
  }
  return isKept;
}

/** How many changes of one deal are believed in a minute. Nobody works that fast; a page can. */
const BELIEVED = 30;
const keptAt = new Map<DealKey, Instant[]>();

function keptLately({ deal, seenAt }: DealSnapshot): Instant[] {
  return (keptAt.get(deal) ?? []).filter((at) => Math.abs(seenAt - at) < MINUTE_MS);
}

function giveBack({ deal, seenAt }: DealSnapshot): void {
  const places = keptAt.get(deal) ?? [];
  const at = places.indexOf(seenAt);
  if (at >= 0) keptAt.set(deal, places.toSpliced(at, 1));
}

/**
 * Whether every field that a snapshot shows is known as it stands. A field that is not on the
 * page is nothing new. The last snapshot counts beside the last value, because a page in the
 * middle of an edit shows less (an amount without its currency) and does not replace it.
 */
function showsNothingNew(doc: SubjectDoc, snapshot: DealSnapshot): boolean {
  const last = lastSnapshots(doc);
  return FIELDS.every((field) => {
    const now = snapshot.fields[field];
    if (!now) return true;
    const known = [doc.seen[field], ...last.map(({ fields }) => fields[field])];
    // A text that could be read in two ways may have been settled since.
    return known.some((one) => one?.text === now.text && (now.unsure || !one.unsure));
  });
}

function lastSnapshots(doc: SubjectDoc): DealSnapshot[] {
  const cells = Object.values(own(doc.cells, SNAPSHOT_KEY) ?? {}).toSorted((a, b) => (a.op < b.op ? 1 : -1));
  const parsed = snapshotSchema.safeParse(cells[0]?.value);
  return parsed.success ? [parsed.data] : [];
}

/**
 * Saves an answer as a new revision; `null` takes it back. `version` is the playbook's
 * (`basics@1`).
 * @throws NotSaved
 */
export async function saveAnswer(
  deal: DealKey,
  question: QuestionId,
  answer: Answer | null,
  version: string,
): Promise<Op> {
  return appendOne({ ...op('answer.set', deal, answerKey(question), answer), version });
}

/**
 * "Still true": the same answer again, with the day of its evidence as the caller dates it.
 * @throws NotSaved
 */
export async function confirmAnswer(deal: DealKey, question: QuestionId, answer: Answer, version: string): Promise<Op> {
  return appendOne({ ...op('answer.confirmed', deal, answerKey(question), answer), version });
}

/** Keeps what a person typed for a field that no page showed; `null` or nothing clears it. */
export async function typeField(deal: DealKey, field: Field, text: string | null): Promise<Op> {
  return appendOne(op('field.typed', deal, fieldKey(field), text?.trim() || null));
}

/** Puts the deal into a phase by hand; `null` lets its stage decide again. */
export async function setPhase(deal: DealKey, step: Step | null): Promise<Op> {
  return appendOne(op('phase.set', deal, PHASE_KEY, step));
}

/**
 * Keeps what waiting costs the customer, as far as it is known; `null` takes it back.
 * @throws NotSaved
 */
export async function saveWaiting(deal: DealKey, waiting: Waiting | null): Promise<Op> {
  return appendOne(op('waiting.set', deal, WAITING_KEY, waiting));
}

function op(kind: NewOp['kind'], subject: string, key: string, value: unknown): NewOp {
  return { kind, subject, key, value, version: null };
}
