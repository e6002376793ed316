/**
 * What an op of each kind may carry. Checked at the doors: before an op is written, and when
 * one is read from a file. A kind of a newer version is let through as it is.
 */
import { advanceSchema } from './advance';
import { answerSchema } from './answer';
import { timeOf } from './clock';
import { otherwiseSchema, outcomeSchema, premortemSchema, toldSchema } from './close';
import { snapshotSchema } from './deal';
import { criterionSchema, decisionSchema } from './decision';
import { habitSchema } from './habit';
import { meetingSchema } from './meeting';
import { rivalsSchema } from './meeting-log';
import { isOpKind, type NewOp, type Op, type OpKind, opSchema } from './op';
import { nameSchema } from './person-name';
import { STEPS } from './phase';
import { playbookRulesSchema } from './playbook-choice';
import { playbookIdSchema, playbookSchema } from './playbook-file';
import { promiseSchema } from './promise';
import { replySchema, reviewSchema } from './review';
import { taughtSchema } from './taught';
import { waitingSchema } from './waiting';
import { claimSchema } from './whose';
import { z } from './z';

const step = z.enum(STEPS).nullable();

const VALUES = {
  'snapshot.seen': snapshotSchema,
  'field.typed': z.string().max(2000).nullable(),
  'answer.set': answerSchema.nullable(),
  'answer.confirmed': answerSchema,
  'phase.set': step,
  'stage.mapped': step,
  'waiting.set': waitingSchema.nullable(),
  'playbook.chosen': playbookIdSchema.nullable(),
  'playbook.saved': playbookSchema,
  'playbook.retired': z.literal(true).nullable(),
  'rules.set': playbookRulesSchema,
  'meeting.set': meetingSchema.nullable(),
  'promise.set': promiseSchema.nullable(),
  'rivals.set': rivalsSchema.nullable(),
  'advance.made': advanceSchema.nullable(),
  'decision.set': decisionSchema.nullable(),
  'criterion.set': criterionSchema.nullable(),
  'review.set': reviewSchema.nullable(),
  'review.replied': replySchema,
  'habit.set': habitSchema.nullable(),
  'person.named': nameSchema,
  'outcome.set': outcomeSchema.nullable(),
  'close.told': toldSchema.nullable(),
  'otherwise.set': otherwiseSchema.nullable(),
  'premortem.sealed': premortemSchema,
  'site.taught': taughtSchema.nullable(),
  'owner.set': claimSchema.nullable(),
} satisfies Record<OpKind, z.ZodType>;

/** `crm:org`, `crm:org:recordId`, a person, or the team. */
const subject = z.string().regex(/^[a-z]+:[^:\s]+(:[^:\s]+)?$/, { error: 'not a deal or an org' });

const shaped = opSchema.extend({ subject });

/** 2200-01-01: an id from after it is no clock's, and would stop ours from ever counting on. */
const LATEST = 7_258_118_400_000;

const checked = shaped.superRefine((op, context) => {
  if (timeOf(op.id) > LATEST) context.addIssue({ code: 'custom', path: ['id'], message: 'later than the year 2200' });
  if (!isOpKind(op.kind)) return;
  const result = VALUES[op.kind].safeParse(op.value);
  for (const issue of result.error?.issues ?? []) {
    context.addIssue({ code: 'custom', path: ['value', ...issue.path], message: issue.message });
  }
});

/** The first thing that is wrong with a record: which field (`value.evidenceOn`), and what. */
export interface Flaw {
  field: string;
  why: string;
}

/** A record that is an op, or what is wrong with it. */
export type ReadOp = { op: Op } | { flaw: Flaw };

/**
 * A record of the log as an op. Its value is let be: a newer version may have written it, and
 * the fold passes over what it cannot read. Unknown fields stay.
 */
export function readOp(record: unknown): ReadOp {
  return outcome(shaped.safeParse(record));
}

/** A record of a file as an op, its value too: the file's format says which values there are. */
export function checkOp(record: unknown): ReadOp {
  return outcome(checked.safeParse(record));
}

function outcome(result: z.ZodSafeParseResult<Op>): ReadOp {
  if (result.success) return { op: result.data };
  const issue = result.error.issues[0];
  return { flaw: { field: issue?.path.join('.') ?? '', why: issue?.message ?? 'not an op' } };
}

/** An id and an author to check an op with before it has its own. */
const NOBODY = { id: '00000000000-0000-0000000000000000-00000000', by: '0000000000000000', scope: 'local' } as const;

/** What is wrong with an op that is about to be written; `null` when it may be. */
export function flawOf(news: NewOp): Flaw | null {
  const read = checkOp({ ...news, ...NOBODY });
  return 'flaw' in read ? read.flaw : null;
}
