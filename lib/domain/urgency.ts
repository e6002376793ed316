/**
 * Urgency: four facts that make a date the customer's own. How many of them stand on the
 * customer's word is the level; the dates are held against each other and named in words.
 */
import type { KeptAnswer } from './answer';
import { daysBetween, type IsoDay } from './day';
import type { SeenField } from './deal';
import { stands } from './honesty';
import { type Refusal, refusalOf } from './our-event';
import type { Phase } from './phase';
import type { QuestionId } from './playbook';
import { type EventDay, HOLDS, isHeld, type Slip, slipsIn } from './slip';

/** The four facts, in the order in which they are asked. */
export const URGENCY_FACTS = ['event', 'date', 'owner', 'consequence'] as const;
export type UrgencyFact = (typeof URGENCY_FACTS)[number];

/** The answer that holds a fact: `urgency.owner`. */
export function factQuestion(fact: UrgencyFact): QuestionId {
  return `urgency.${fact}`;
}

/** The names of the levels 0 to 4. */
export const URGENCY_LEVELS = ['none', 'claimed', 'dated', 'owned', 'proven'] as const;
export type UrgencyLevel = (typeof URGENCY_LEVELS)[number];

type Answers = Readonly<Record<QuestionId, KeptAnswer>>;

/** What is wrong with the dates, or worth saying about them; the first is the one to show. */
const DATE_FINDINGS = [
  /** A close date stands on the page and no day can be made of it. */
  'closeUnreadable',
  /** The close date can be read in more than one way. */
  'closeUnsure',
  /** `days` since the close date. */
  'closePassed',
  /** `days` since the event. */
  'eventPassed',
  /** The close date is `days` after the event: they needed it before. */
  'closeAfterEvent',
  /** The close date has no customer reason behind it. */
  'closeWithoutEvent',
  /** Something happens at the customer, and nobody knows when. */
  'eventWithoutDay',
  /** There is an event, and nobody at the customer has said so yet. */
  'eventOnlyOurWord',
  /** Nothing wrong: the close date is `days` before the event, 0 on the day itself. */
  'closeBeforeEvent',
] as const;
export type DateFindingCode = (typeof DATE_FINDINGS)[number];

/** One thing to say about the dates. */
export interface DateFinding {
  code: DateFindingCode;
  /** Whole days, where the code speaks of any. */
  days: number | null;
  /** Whether it wants looking at; what is fine is said quietly. */
  wrong: boolean;
}

/** What urgency is read from. */
export interface UrgencyInput {
  answers: Answers;
  /** The event's day through time (`eventDays`). */
  history: readonly EventDay[];
  /** The CRM's close date as the page shows it. */
  closeDate: SeenField<IsoDay> | null;
  today: IsoDay;
  phase: Phase;
}

/** How urgent it is for the customer, and what that stands on. */
export interface Urgency {
  facts: { fact: UrgencyFact; answer: KeptAnswer | null; stands: boolean }[];
  /** How many facts stand, before the slip test. */
  standing: number;
  /** 0 to 4. */
  level: number;
  name: UrgencyLevel;
  slips: Slip[];
  /** Whether the slips cost a level, because nobody has said why the date will hold now. */
  lowered: boolean;
  refusal: Refusal | null;
  /** The customer's day; `null` where there is none, or where the event is refused. */
  day: IsoDay | null;
  /** In the order of `DATE_FINDINGS`. */
  findings: DateFinding[];
}

/** The level, the slips and what the dates say, as of today. */
export function readUrgency({ answers, history, closeDate, today, phase }: UrgencyInput): Urgency {
  const given = answers[factQuestion('event')];
  const refusal = given ? refusalOf(given) : null;
  const facts = URGENCY_FACTS.map((fact) => {
    const answer = answers[factQuestion(fact)];
    // A refused event takes its date with it: it is the date of nothing of theirs.
    const refused = refusal !== null && (fact === 'event' || fact === 'date');
    return { fact, answer: answer ?? null, stands: !refused && stands(answer) };
  });
  const standing = facts.filter((fact) => fact.stands).length;
  const slips = slipsIn(history);
  const lowered = standing > 0 && !isHeld(slips, answers[HOLDS]);
  const level = standing - (lowered ? 1 : 0);
  const day = refusal ? null : eventDay(answers);
  const event = refusal || !claims(given) ? 'none' : stands(given) ? 'theirs' : 'ourWord';
  return {
    facts,
    standing,
    level,
    name: URGENCY_LEVELS[level] ?? 'none',
    slips,
    lowered,
    refusal,
    day,
    findings: phase === 'closed' ? [] : checkDates({ day, event, closeDate, today }),
  };
}

/** The day on which it happens: the date's, else the event's. */
export function eventDay(answers: Answers): IsoDay | null {
  const [date, event] = [answers[factQuestion('date')], answers[factQuestion('event')]];
  return (claims(date) ? date?.on : null) ?? (claims(event) ? event?.on : null) ?? null;
}

function claims(answer: KeptAnswer | undefined): boolean {
  return answer?.verdict === 'yes' || answer?.verdict === 'partly';
}

interface Dates {
  day: IsoDay | null;
  /** Whether there is an event at all, and on whose word. */
  event: 'none' | 'ourWord' | 'theirs';
  closeDate: SeenField<IsoDay> | null;
  today: IsoDay;
}

/** The two dates held against today and against each other. */
function checkDates({ day, event, closeDate, today }: Dates): DateFinding[] {
  const close = closeDate?.value ?? null;
  const toEvent = day !== null && close !== null ? daysBetween(close, day) : null;
  const found: Partial<Record<DateFindingCode, number | null>> = {};
  if (closeDate && closeDate.text.trim() !== '' && close === null) found.closeUnreadable = null;
  if (closeDate?.unsure) found.closeUnsure = null;
  if (close !== null && close < today) found.closePassed = daysBetween(close, today);
  if (day !== null && day < today) found.eventPassed = daysBetween(day, today);
  if (toEvent !== null && toEvent < 0) found.closeAfterEvent = -toEvent;
  if (close !== null && day === null && event === 'none') found.closeWithoutEvent = null;
  if (event !== 'none' && day === null) found.eventWithoutDay = null;
  if (event === 'ourWord') found.eventOnlyOurWord = null;
  if (toEvent !== null && toEvent >= 0) found.closeBeforeEvent = toEvent;
  return DATE_FINDINGS.flatMap((code) => {
    const days = found[code];
    return days === undefined ? [] : [{ code, days, wrong: code !== 'closeBeforeEvent' }];
  });
}
