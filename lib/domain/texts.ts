/**
 * What is text in a value of each kind, and what stays without it. Texts are what a person
 * writes about a deal: quotes, names, reasons, notes, agenda lines, what was shared. Without them
 * there are still verdicts, rungs, days and numbers: a deal is scored the same. A kind says so
 * here before it can be written.
 */
import { advanceSchema } from './advance';
import { answerSchema } from './answer';
import { premortemSchema, toldSchema } from './close';
import { decisionSchema } from './decision';
import { rungCounted } from './honesty';
import { type Meeting, meetingSchema } from './meeting';
import { answerKey, isOpKind, type Op, type OpKind } from './op';
import { EVENT, plainPhrase, refusalOf } from './our-event';
import { promiseSchema } from './promise';
import { reviewSchema } from './review';
import { waitingSchema } from './waiting';
import type { z } from './z';

/** What stays of a value, by the key that it stands under. */
type Bare = (value: unknown, key: string) => object;

/** A kind whose whole value is text. */
const nothing: Bare = () => ({});

/**
 * `null`: nothing in it is text about a deal. What pages show, or would, is none: names, stages,
 * amounts and dates tell which deal is which while the texts are closed.
 */
const BARE: Record<OpKind, Bare | null> = {
  'snapshot.seen': null,
  'field.typed': null,
  'answer.set': bareAnswer,
  'answer.confirmed': bareAnswer,
  'phase.set': null,
  'stage.mapped': null,
  'waiting.set': stays(waitingSchema, ({ volume, unitCost, period, currency }) => ({
    volume: { value: volume.value, source: { who: '', rung: volume.source.rung } },
    unitCost: { value: unitCost.value, source: { who: '', rung: unitCost.source.rung } },
    period: { value: period.value, source: { who: '', rung: period.source.rung } },
    currency,
  })),
  'playbook.chosen': null,
  'playbook.saved': null,
  'playbook.retired': null,
  'rules.set': null,
  'meeting.set': stays(meetingSchema, bareMeeting),
  'promise.set': stays(promiseSchema, ({ id, side, due, state, closedOn, meeting }) => ({
    ...{ id, side, due, state, closedOn, meeting },
    who: '',
    what: '',
  })),
  'rivals.set': nothing,
  'advance.made': stays(advanceSchema, ({ from, to, step, at, gaps }) => ({
    ...{ from, to, step, at },
    gaps: gaps.map(({ question, reason }) => ({ question, reason })),
    reason: null,
  })),
  'decision.set': stays(decisionSchema, ({ choice, on }) => ({ choice, on, trigger: '', reason: '' })),
  'criterion.set': null,
  'review.set': stays(reviewSchema, ({ answers, followUp, seed, at }) => ({
    answers: answers.map(({ question, op, result }) => ({ question, op, result })),
    ...{ followUp, seed, at },
    ask: '',
  })),
  'review.replied': nothing,
  'habit.set': null,
  'person.named': null,
  'outcome.set': null,
  'close.told': stays(toldSchema, ({ from }) => ({ from, text: '', who: '' })),
  'otherwise.set': null,
  'premortem.sealed': stays(premortemSchema, () => ({ reason: '' })),
  'site.taught': null,
  'owner.set': null,
};

/**
 * What stays of an op's value without its texts; `null` where there are none. Of a kind that a
 * newer version wrote nobody can tell: all of it counts as text.
 */
export function withoutTexts({ kind, key, value }: Pick<Op, 'kind' | 'key' | 'value'>): object | null {
  if (value === null) return null;
  const bare = isOpKind(kind) ? BARE[kind] : nothing;
  return bare?.(value, key) ?? null;
}

/**
 * A value whose texts are sealed, as it is kept: what stays without them, and the whole of it as
 * text that only a key opens. It is a value of its kind still, so documents are folded from it,
 * and deals scored, without any key.
 */
export interface Sealed {
  sealed: string;
}

/** Whether the texts of a value are sealed. */
export function isSealed(value: unknown): value is Sealed {
  return typeof value === 'object' && value !== null && 'sealed' in value && typeof value.sealed === 'string';
}

/** A value as it stands without its sealed texts, for what is read by the thousand. */
export function withoutSeal<T>(value: T): T {
  if (!isSealed(value)) return value;
  const { sealed: _, ...rest } = value;
  return rest as T;
}

/** Only what the schema knows is looked at, so that nothing that it does not know stays. */
function stays<T extends z.ZodType>(schema: T, bare: (value: z.output<T>) => object): Bare {
  return (value) => {
    const read = schema.safeParse(value);
    return read.success ? bare(read.data) : {};
  };
}

/**
 * With the rung that counts: without its quote nobody could tell any more that an answer hedges.
 * Of an event that is ours a phrase stays that is no word of the person's.
 */
function bareAnswer(value: unknown, key: string): object {
  const read = answerSchema.safeParse(value);
  if (!read.success) return {};
  const { verdict, evidenceOn, knowBy, on, confirmed } = read.data;
  const question = key.slice(answerKey('').length);
  const rung = rungCounted(question, read.data);
  const ours = question === EVENT ? refusalOf(read.data) : null;
  const texts = { who: '', quote: ours ? plainPhrase(ours.code) : '', link: '', reason: '' };
  return { verdict, rung, evidenceOn, knowBy, on, ...texts, ...(confirmed ? { confirmed } : {}) };
}

function bareMeeting({ id, when, zone, minutes, prepare, commitment, steps, debrief }: Meeting): Meeting {
  return {
    ...{ id, zone, minutes },
    when: when?.kind === 'at' ? { kind: 'at', at: when.at } : when && { kind: 'day', day: when.day },
    purpose: '',
    valueGiven: '',
    attendees: [],
    topics: [],
    // Whether they were asked for anything is no text.
    prepare: { ours: [], theirs: prepare.theirs.map((line) => line.trim() && '…') },
    commitment: { rung: commitment.rung, text: '', fallback: '' },
    steps: steps.map(({ state, at }) => ({ state, at, who: '' })),
    shared: [],
    debrief: debrief && { topics: [], unprepared: debrief.unprepared, note: '' },
  };
}
