/** What changed since the seller last looked at a deal: on its page, and by time passing. */

import { dayOf, type Instant } from './day';
import type { Field } from './deal';
import type { Change } from './fold';
import { type Ground, scoreGround } from './ground';
import type { Question } from './playbook';

/** The fields whose changes are told, in the order in which they are told. */
export const TOLD = ['stage', 'closeDate', 'amount', 'owner'] as const satisfies readonly Field[];

/** A field of the page that is not what it was. */
export interface FieldNews {
  field: (typeof TOLD)[number];
  /** As shown at the last look, and now. */
  from: string;
  to: string;
  /** When it last changed. */
  at: Instant;
  /** With `closeDate`: how often it was pushed since. */
  pushes: number;
}

/** What changed; both lists are empty where nothing did. */
export interface News {
  fields: FieldNews[];
  /** Questions that were firm at the last look, and what they have become without anybody touching them. */
  gone: { question: Question; reason: 'stale' | 'recheck' }[];
}

/** What news is worked out from. */
export interface LookInput {
  /** The document's trail. */
  changes: readonly Change[];
  ground: Ground;
  /** `null` before the first look: nothing is news then. */
  lastLook: Instant | null;
  now: Instant;
  /** Minutes that the person's clock stands ahead of UTC. */
  offset: number;
}

/** The news. A look that is stamped later than now (a clock that was wrong) counts as now. */
export function sinceLook({ changes, ground, lastLook, now, offset }: LookInput): News {
  if (lastLook === null) return { fields: [], gone: [] };
  const look = Math.min(lastLook, now);
  const fields = TOLD.flatMap((field) =>
    newsOf(
      field,
      changes.filter((change) => change.at > look),
    ),
  );
  return { fields, gone: goneSince(ground, look, offset) };
}

/** Several changes of one field are one piece of news; back where it was is none. */
function newsOf(field: FieldNews['field'], changes: readonly Change[]): FieldNews[] {
  const own = changes.filter((change) => change.field === field);
  const [first, last] = [own[0], own.at(-1)];
  if (!first || !last || first.from === last.to) return [];
  return [{ field, from: first.from, to: last.to, at: last.at, pushes: own.filter(({ pushed }) => pushed).length }];
}

function goneSince(ground: Ground, look: Instant, offset: number): News['gone'] {
  const lookDay = dayOf(look, offset);
  const known = Object.entries(ground.answers).filter(([, { at, evidenceOn }]) => at <= look && evidenceOn <= lookDay);
  const then = scoreGround({
    ...ground,
    answers: Object.fromEntries(known),
    sightings: ground.sightings.filter(({ at }) => at <= look),
    today: lookDay,
  });
  const firm = new Set(
    then.terms.filter(({ answer, gap }) => answer && gap === null).map(({ question }) => question.id),
  );
  return scoreGround(ground).gaps.flatMap(({ question, gap }) =>
    firm.has(question.id) && (gap === 'stale' || gap === 'recheck') ? [{ question, reason: gap }] : [],
  );
}
