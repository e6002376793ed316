/**
 * Hand-over: what of a log goes to somebody else, and in what form. A pack holds what one person
 * did and nothing of anybody else's. A kind of op stays here until somebody has decided that it
 * goes; private notes stay here unless the person says otherwise.
 */
import { type DealKey, dealKeySchema, type OrgKey, snapshotSchema } from './deal';
import { isPerson, personKey } from './habit';
import { type Meeting, meetingSchema } from './meeting';
import { MEETING_PREFIX, PROMISE_PREFIX } from './meeting-log';
import { type AuthorId, answerKey, isOpKind, type Op, type OpKind, type Subject } from './op';
import type { PackKind } from './pack';
import { sameJson } from './same-json';

/** With what an op of each kind goes: its deal, the deal's org, the team, the person; or with nothing, ever. */
const GOES_WITH: Readonly<Record<OpKind, 'deal' | 'org' | 'team' | 'person' | 'nothing'>> = {
  'snapshot.seen': 'deal',
  'field.typed': 'deal',
  'answer.set': 'deal',
  'answer.confirmed': 'deal',
  'phase.set': 'deal',
  'stage.mapped': 'org',
  'waiting.set': 'deal',
  'playbook.chosen': 'deal',
  'playbook.saved': 'team',
  'playbook.retired': 'nothing',
  'rules.set': 'team',
  'meeting.set': 'deal',
  'promise.set': 'deal',
  'rivals.set': 'deal',
  'advance.made': 'deal',
  'decision.set': 'deal',
  'criterion.set': 'deal',
  'review.set': 'deal',
  'review.replied': 'deal',
  'habit.set': 'person',
  'person.named': 'person',
  'outcome.set': 'deal',
  'close.told': 'deal',
  'otherwise.set': 'deal',
  // Sealed is sealed: nobody else opens it before the deal is over.
  'premortem.sealed': 'nothing',
  'site.taught': 'nothing',
  'owner.set': 'deal',
};

/** What a manager hands back: what they found, what they asked to practise, and who they are. */
const GOES_BACK: readonly OpKind[] = ['review.set', 'habit.set', 'person.named'];

/** What was chosen to go. */
export interface Choice {
  kind: 'handover' | 'reviews';
  deals: ReadonlySet<DealKey>;
  /** The orgs of these deals. */
  orgs: ReadonlySet<OrgKey>;
  /** Everyone who is the person that hands over. */
  mine: readonly AuthorId[];
  /** Everyone who is the person that it is handed back to; empty with a hand-over. */
  to: readonly AuthorId[];
  /** Private notes too. */
  withNotes: boolean;
}

/** Whether an op goes with what was chosen. */
export function goes(op: Op, { kind, deals, orgs, mine, to }: Choice): boolean {
  if (!mine.includes(op.by) || !isOpKind(op.kind)) return false;
  if (kind === 'reviews' && !GOES_BACK.includes(op.kind)) return false;
  switch (GOES_WITH[op.kind]) {
    case 'deal':
      return deals.has(op.subject as DealKey);
    case 'org':
      return orgs.has(op.subject as OrgKey);
    case 'team':
      return true;
    case 'person':
      return (op.kind === 'habit.set' ? [...mine, ...to] : mine).some((author) => personKey(author) === op.subject);
    case 'nothing':
      return false;
  }
}

/** An op as it goes; `null` where its private notes cannot be told from the rest, and so it stays. */
export function asHanded(op: Op, withNotes: boolean): Op | null {
  const handed = withNotes ? op : withoutNotes(op);
  return handed && { ...handed, scope: 'shared' };
}

/** The op without what its person noted for themselves, and marked so; the same op where there is no such note. */
function withoutNotes(op: Op): Op | null {
  if (op.kind !== 'meeting.set' || op.value === null || isWithoutNotes(op)) return op;
  const { data: meeting } = meetingSchema.safeParse(op.value);
  if (!meeting) return null;
  if (notesIn(meeting) === 0) return op;
  const value: Meeting = {
    ...meeting,
    topics: meeting.topics.map((topic) => ({ ...topic, note: '' })),
    debrief: meeting.debrief && { ...meeting.debrief, note: '' },
  };
  return { ...op, value, without: 'notes' };
}

/** Whether an op is the copy that leaves private notes out. */
export function isWithoutNotes({ without }: Pick<Op, 'without'>): boolean {
  return without === 'notes';
}

/** How many private notes an op holds. */
export function notesOf(op: Op): number {
  const { data } = op.kind === 'meeting.set' ? meetingSchema.safeParse(op.value) : {};
  return data ? notesIn(data) : 0;
}

function notesIn({ topics, debrief }: Meeting): number {
  return [...topics, ...(debrief ? [debrief] : [])].filter(({ note }) => note.trim() !== '').length;
}

/** Whether two records of one id tell the same: handed over or not, and with private notes or without. */
export function tellSame(a: Op, b: Op): boolean {
  const isShort = isWithoutNotes(a) || isWithoutNotes(b);
  const plain = (op: Op) => ({ ...(isShort ? withoutNotes(op) : op), scope: null });
  return sameJson(plain(a), plain(b));
}

/** Why an op has no place in a pack of this kind and these people: the field that says so. `null` where it has one. */
export function strangerIn(kind: PackKind, authors: readonly AuthorId[], op: Op): 'by' | 'kind' | 'subject' | null {
  if (kind === 'backup') return null;
  if (!authors.includes(op.by)) return 'by';
  if (!isOpKind(op.kind)) return null;
  if (GOES_WITH[op.kind] === 'nothing' || (kind === 'reviews' && !GOES_BACK.includes(op.kind))) return 'kind';
  // Nobody gives a name to somebody else; something to practise goes to its person, with what was found.
  if (GOES_WITH[op.kind] === 'person') {
    const isOwn = authors.some((one) => personKey(one) === op.subject);
    return isOwn || (op.kind === 'habit.set' && kind === 'reviews' && isPerson(op.subject)) ? null : 'subject';
  }
  return (GOES_WITH[op.kind] === 'deal') === isDeal(op.subject) ? null : 'subject';
}

const isDeal = (subject: Subject): subject is DealKey => dealKeySchema.safeParse(subject).success;

/** What a pack holds of one deal. */
export interface DealCount {
  deal: DealKey;
  /** As its page showed it last. */
  name: string | null;
  answers: number;
  meetings: number;
  promises: number;
  reviews: number;
  /** Everything that was done, seen or said, each revision by itself. */
  changes: number;
}

const COUNTED = {
  answers: answerKey(''),
  meetings: MEETING_PREFIX,
  promises: PROMISE_PREFIX,
  reviews: 'review:',
} as const;

const PREFIXES = Object.values(COUNTED);

/** Counts what goes, op by op, in the order of their ids. */
export class PackCount {
  /** Private notes that go, and that stay. */
  notes = { with: 0, without: 0 };
  orgs = new Set<Subject>();
  playbooks = new Set<string>();
  habits = new Set<string>();
  changes = 0;
  private readonly byDeal = new Map<DealKey, { name: string | null; changes: number; keys: Set<string> }>();
  private readonly texts = new Map<string, string>();

  /** `stays`: private notes of the op that were left out. */
  add(op: Op, stays = 0): void {
    this.changes += 1;
    this.notes.without += stays;
    this.notes.with += notesOf(op);
    if (op.kind === 'playbook.saved') this.playbooks.add(op.key);
    if (op.kind === 'habit.set') this.habits.add(`${op.subject} ${op.key}`);
    if (!isDeal(op.subject)) {
      if (!isPerson(op.subject) && op.kind === 'stage.mapped') this.orgs.add(op.subject);
      return;
    }
    const deal = this.byDeal.get(op.subject) ?? { name: null, changes: 0, keys: new Set() };
    deal.changes += 1;
    if (PREFIXES.some((prefix) => op.key.startsWith(prefix))) deal.keys.add(this.oneText(op.key));
    if (op.kind === 'snapshot.seen') deal.name = nameIn(op.value) ?? deal.name;
    this.byDeal.set(op.subject, deal);
  }

  /** The same question is asked in many deals: its key is kept once, not as often as a file says it. */
  private oneText(key: string): string {
    const kept = this.texts.get(key);
    if (kept === undefined) this.texts.set(key, key);
    return kept ?? key;
  }

  /** Names a deal of which nothing in the pack says what it is called. */
  call(deal: DealKey, name: string): void {
    const known = this.byDeal.get(deal);
    if (known) known.name ??= name;
  }

  get dealKeys(): DealKey[] {
    return [...this.byDeal.keys()];
  }

  /** Those of which nothing in the pack says what they are called. */
  get nameless(): DealKey[] {
    return this.dealKeys.filter((deal) => this.byDeal.get(deal)?.name === null);
  }

  /** The deals, in the order of their names. */
  get deals(): DealCount[] {
    return this.firstDeals(this.byDeal.size);
  }

  /** The first few of them: a pack may hold more than anybody reads. */
  firstDeals(most: number): DealCount[] {
    const inOrder = [...this.byDeal]
      .map(([deal, held]) => ({ deal, held, order: `${held.name?.toLowerCase() ?? '\uffff'} ${deal}` }))
      .sort((a, b) => (a.order < b.order ? -1 : 1));
    return inOrder.slice(0, most).map(({ deal, held: { name, changes, keys } }): DealCount => {
      const under = (prefix: string) => [...keys].filter((key) => key.startsWith(prefix)).length;
      const { answers, meetings, promises, reviews } = COUNTED;
      return {
        deal,
        name,
        changes,
        answers: under(answers),
        meetings: under(meetings),
        promises: under(promises),
        reviews: under(reviews),
      };
    });
  }
}

function nameIn(value: unknown): string | null {
  return snapshotSchema.safeParse(value).data?.fields.name?.text ?? null;
}
