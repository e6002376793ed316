/** What was there before: the revisions of one thing, and the way back. */
import { type NewOp, type Op, type OpKind, OWNER_KEY, type Subject } from '../domain/op';
import { ownershipOf } from '../domain/whose';
import { database } from './db';
import { authors } from './identity';
import { append } from './log';
import { openOps } from './sealed-texts';

/** Every revision of one key of a subject, by anyone, newest first. */
export async function historyOf(subject: Subject, key: string): Promise<Op[]> {
  const ops = await openOps(await database().ops.where('[subject+key]').equals([subject, key]).toArray());
  return ops.sort((a, b) => (a.id < b.id ? 1 : -1));
}

/** Everything that was ever said and seen of a subject, by anyone, in no order. */
export async function logOf(subject: Subject): Promise<Op[]> {
  return openOps(await database().ops.where('subject').equals(subject).toArray());
}

/** The same of several, in one reading: their ops in the order in which the subjects are given. */
export async function logsOf(subjects: readonly Subject[]): Promise<Op[][]> {
  const { ops } = database();
  const logs = await database().transaction('r', ops, () =>
    Promise.all(subjects.map((subject) => ops.where('subject').equals(subject).toArray())),
  );
  return Promise.all(logs.map(openOps));
}

/** What an undone op becomes: setting the value before it. A page cannot be made to unsee. */
const UNDONE_BY: Partial<Record<string, OpKind>> = {
  'answer.set': 'answer.set',
  'answer.confirmed': 'answer.set',
  'field.typed': 'field.typed',
  'phase.set': 'phase.set',
  'stage.mapped': 'stage.mapped',
  'waiting.set': 'waiting.set',
  'playbook.chosen': 'playbook.chosen',
  'meeting.set': 'meeting.set',
  'promise.set': 'promise.set',
  'rivals.set': 'rivals.set',
  'advance.made': 'advance.made',
  'decision.set': 'decision.set',
  'criterion.set': 'criterion.set',
  'review.set': 'review.set',
  'review.replied': 'review.replied',
  'habit.set': 'habit.set',
  'outcome.set': 'outcome.set',
  'close.told': 'close.told',
  'otherwise.set': 'otherwise.set',
  'owner.set': 'owner.set',
};

/**
 * Takes one of my changes back by appending the value that there was before it, as whichever author
 * of mine wrote it, or as those did from whom I took the deal over; nothing is removed, so an undo
 * can be undone in the same way. `null`, and nothing is written, where it was changed again since, in
 * another panel: an undo is not to hide that.
 * @throws RangeError for an op that cannot be undone; NotSaved
 */
export async function undo(op: Op): Promise<Op | null> {
  const kind = UNDONE_BY[op.kind];
  if (!kind) throw new RangeError(`${op.kind} cannot be undone`);
  const { subject, key } = op;
  const before = await revisionBefore(op);
  const news: NewOp = { kind, subject, key, value: before?.value ?? null, version: before?.version ?? op.version };
  const [undone] = await append([news], async () => (await counting(subject, key)).some((one) => one.id > op.id));
  return undone ?? null;
}

/** What one of my changes took the place of; `undefined` where it was the first. */
export async function revisionBefore({ id, subject, key }: Op): Promise<Op | undefined> {
  return (await counting(subject, key)).find((one) => one.id < id);
}

/** Whether a change of this kind can be taken back. */
export function canBeUndone(kind: string): boolean {
  return UNDONE_BY[kind] !== undefined;
}

/** The revisions of one key that count with mine, newest first. What I say of a deal is mine alone. */
async function counting(subject: Subject, key: string): Promise<Op[]> {
  const [me, doc] = await Promise.all([authors(), database().deals.get(subject)]);
  const who = doc && key !== OWNER_KEY ? ownershipOf(doc, me).authors : me;
  return (await historyOf(subject, key)).filter(({ by }) => who.includes(by));
}
