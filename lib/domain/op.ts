/**
 * An op: one thing that a person did or that a page was seen to show. Small, immutable,
 * appended to one log. History, undo, backup, hand-over and merge are all this log.
 */
import { type OpId, opIdSchema } from './clock';
import { z } from './z';

/** Who did it: a person's id, made once per browser profile; never a name. */
export type AuthorId = string;

/** What an op is about: a deal's key, an org's key for what holds for all its deals, a person, or `TEAM`. */
export type Subject = string;

/** The subject of what holds for every deal of every org: a team's playbooks and their rules. */
export const TEAM: Subject = 'team:playbooks';

/** The kinds that this version writes. A newer version's kinds are kept and folded all the same. */
export const OP_KINDS = [
  'snapshot.seen',
  'field.typed',
  'answer.set',
  'answer.confirmed',
  'phase.set',
  'stage.mapped',
  'waiting.set',
  'playbook.chosen',
  'playbook.saved',
  'playbook.retired',
  'rules.set',
  'meeting.set',
  'promise.set',
  'rivals.set',
  'advance.made',
  'decision.set',
  'criterion.set',
  'review.set',
  'review.replied',
  'habit.set',
  'person.named',
  'outcome.set',
  'close.told',
  'otherwise.set',
  'premortem.sealed',
  'site.taught',
  'owner.set',
] as const;
export type OpKind = (typeof OP_KINDS)[number];

/** Whether this version knows a kind. */
export function isOpKind(kind: string): kind is OpKind {
  return (OP_KINDS as readonly string[]).includes(kind);
}

/** One thing that was done or seen; never changed once it is made. */
export interface Op {
  id: OpId;
  /** What happened, `answer.set`; one of `OP_KINDS`, or a newer version's. */
  kind: string;
  subject: Subject;
  /** What of the subject it sets: `answer:fit.owner`. The newest op per subject, key and author wins. */
  key: string;
  /** The new value; `null` clears. */
  value: unknown;
  by: AuthorId;
  /** The playbook version on which it was done, where that matters. */
  version: string | null;
  /** `local` until the seller hands the deal over. */
  scope: 'local' | 'shared';
  /** Set on a copy that was handed over without the private notes in it. */
  without?: 'notes';
}

/** An op before it has its place in time. */
export type NewOp = Omit<Op, 'id' | 'by' | 'scope' | 'without'> & { kind: OpKind };

/** Said by hand: a file holds hundreds of thousands of values, and a schema of JSON copies each to its last leaf. */
function isJson(value: unknown): boolean {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return true;
    case 'number':
      return Number.isFinite(value);
    case 'object':
      return value === null || Object.values(value).every(isJson);
    default:
      return false;
  }
}

/** Unknown fields of a newer version are kept, not dropped. */
export const opSchema = z.looseObject({
  id: opIdSchema,
  kind: z.string().min(1).max(64),
  subject: z.string().min(3).max(400),
  key: z.string().min(1).max(400),
  value: z.custom<unknown>(isJson, { error: 'not JSON' }),
  by: z.string().regex(/^[0-9a-f]{16}$/),
  version: z.string().max(100).nullable(),
  scope: z.enum(['local', 'shared']),
  without: z.literal('notes').optional(),
});

/** The subject of what was taught of the pages of sites. */
export const SITES: Subject = 'team:sites';

/**
 * The keys of an op, by what it sets: of a deal an answer, a field that was typed, a stage's meaning of an
 * org, ...
 */
export const answerKey = (question: string) => `answer:${question}`;
export const fieldKey = (field: string) => `field:${field}`;
export const stageKey = (stage: string) => `stage:${stage}`;
export const playbookKey = (playbook: string) => `playbook:${playbook}`;
export const retiredKey = (playbook: string) => `retired:${playbook}`;
export const siteKey = (origin: string) => `site:${origin}`;
/** The keys of which a deal has one cell each: what its page showed, its phase, what waiting costs. */
export const SNAPSHOT_KEY = 'snapshot';
export const PHASE_KEY = 'phase';
export const WAITING_KEY = 'waiting';
/** On a deal: the names of competitors that must not reach the customer. */
export const RIVALS_KEY = 'rivals';
/** On a deal: the playbook that was chosen for it alone. */
export const CHOSEN_KEY = 'playbook';
/** On a deal: whether it is its author's from then on. */
export const OWNER_KEY = 'owner';
/** On a person: what they call themselves. */
export const NAME_KEY = 'name';
/** On the team: which playbook is for which deals. */
export const RULES_KEY = 'rules';
