/** What was there before: the revisions of one thing, and the way back. */
import type { NewOp, Op, OpKind, Subject } from '../domain/op';
import { database } from './db';
import { appendOne } from './log';

/** Every revision of one key of a subject, by anyone, newest first. */
export async function historyOf(subject: Subject, key: string): Promise<Op[]> {
  const ops = await database().ops.where('[subject+key]').equals([subject, key]).toArray();
  return ops.sort((a, b) => (a.id < b.id ? 1 : -1));
}

/** Everything that was ever said and seen of a subject, by anyone, in no order. */
export async function logOf(subject: Subject): Promise<Op[]> {
  return database().ops.where('subject').equals(subject).toArray();
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
};

/**
 * Takes one of my changes back by appending the value before it; nothing is removed, so an undo
 * can be undone in the same way.
 * @throws RangeError for an op that cannot be undone; NotSaved
 */
export async function undo(op: Op): Promise<Op> {
  const kind = UNDONE_BY[op.kind];
  if (!kind) throw new RangeError(`${op.kind} cannot be undone`);
  const before = (await historyOf(op.subject, op.key)).find((one) => one.by === op.by && one.id < op.id);
  const { subject, key } = op;
  const news: NewOp = { kind, subject, key, value: before?.value ?? null, version: before?.version ?? op.version };
  return appendOne(news);
}
