/**
 * One line of the review: what a manager wants to know of a deal at a glance, worked out from its
 * summary by the same code that the panel works with.
 */
import { advancesOf } from './advance';
import { fromCustomer, hasRung } from './answer';
import { minorDigits } from './currency';
import { dayOf, daysBetween, type Instant, type IsoDay } from './day';
import type { DealKey, Money } from './deal';
import { decisionOf, goesOn } from './decision';
import type { SubjectDoc } from './fold';
import { rungCounted } from './honesty';
import type { AuthorId } from './op';
import type { Phase, Step } from './phase';
import type { Question } from './playbook';
import { type KeptReview, promiseOf, reviewsOf } from './review';
import type { Call, GapReason, Term } from './score';
import type { EventDay } from './slip';
import { type DateFinding, readUrgency, type UrgencyLevel } from './urgency';
import type { DealView } from './view';
import type { Ownership } from './whose';

/** An answer as a list shows it. */
export interface Fact {
  question: Question;
  gap: GapReason | null;
  /** Days since its evidence. */
  age: number;
}

/** A question that is due and not firm. */
export interface OpenGap {
  question: Question;
  gap: GapReason;
}

/** A deal in the review; `null` wherever nobody knows. */
export interface ReviewRow {
  deal: DealKey;
  /** How many ops it was worked out from: another number is another state of the deal. */
  ops: number;
  /** Who of those whose it is worked on it last; `null` where they only looked. */
  seller: AuthorId | null;
  /** The names of the seller who handed it over, none where they did not say; `null`: it is mine. */
  whose: readonly string[] | null;
  /** Where its page is. */
  url: string | null;
  name: string | null;
  account: string | null;
  owner: string | null;
  phase: Phase;
  step: Step | null;
  /** Whether it is open, and its seller neither stopped it nor set it aside. */
  worked: boolean;
  amount: Money | null;
  /** As the page shows it, where no amount can be made of it. */
  amountText: string | null;
  firmness: number | null;
  call: Call;
  /** What is due and not firm, most worth asking first. */
  gaps: readonly OpenGap[];
  /** How many questions have an answer. */
  answered: number;
  /** amount x (1 - firmness), in whole units of its currency; `null` without an amount. */
  atStake: number | null;
  /** 0 to 4. */
  urgency: number;
  urgencyName: UrgencyLevel;
  weakest: Fact | null;
  oldest: Fact | null;
  /** Days since the customer last said or showed anything; `null`: never. */
  confirmed: number | null;
  closeDate: IsoDay | null;
  closeText: string | null;
  event: IsoDay | null;
  /** What is wrong with the dates first; `null` where there is nothing to say. */
  dates: DateFinding | null;
  /** How often the close date was seen to move to a later day. */
  pushes: number;
  /** When it was last spot-checked. */
  checkedAt: Instant | null;
  /** Days since then. */
  checked: number | null;
  /** What was asked at that check, and by when. */
  promise: KeptReview | null;
  /** How often it moved on with gaps. */
  overrides: number;
}

/** What a row is worked out from. */
export interface RowInput {
  /** A deal's summary, or its whole document. */
  doc: SubjectDoc;
  view: DealView;
  /** Whose it is. */
  of: Ownership;
  /** What those are called who handed it over; empty where it is mine. */
  names: readonly string[];
  /** The event's day through time (`eventDays`); empty where it was said once at most. */
  history: readonly EventDay[];
  today: IsoDay;
  offset: number;
}

/** The row of a deal as of today. */
export function reviewRow({ doc, view, of, names, history, today, offset }: RowInput): ReviewRow {
  const { authors } = of;
  const { facts, score, answers, phase, step } = view;
  const amount = facts.amount?.value ?? null;
  const urgency = readUrgency({ answers, history, closeDate: facts.closeDate, today, phase });
  const reviews = reviewsOf(doc);
  const checkedAt = reviews[0]?.at ?? null;
  const confirmed = Object.entries(answers)
    .filter(([id, answer]) => hasRung(answer.verdict) && fromCustomer(rungCounted(id, answer)))
    .map(([, { evidenceOn }]) => daysBetween(evidenceOn, today));
  return {
    deal: view.deal,
    ops: doc.ops,
    seller: of.last,
    whose: of.isMine ? null : names,
    url: webAddress(doc.url),
    name: facts.name?.text ?? null,
    account: facts.account?.text ?? null,
    owner: facts.owner?.text.trim() || null,
    phase,
    step,
    worked: phase !== 'closed' && goesOn(decisionOf(doc, authors), today),
    amount,
    amountText: facts.amount?.text ?? null,
    firmness: score.firmness,
    call: score.call,
    gaps: score.gaps.flatMap(({ question, gap }) => (gap ? [{ question, gap }] : [])),
    answered: Object.keys(answers).length,
    atStake: amount && atStake(amount, score.firmness),
    urgency: urgency.level,
    urgencyName: urgency.name,
    weakest: factOf(score.weakest),
    oldest: factOf(score.oldest),
    confirmed: confirmed.length > 0 ? Math.max(0, Math.min(...confirmed)) : null,
    closeDate: facts.closeDate?.value ?? null,
    closeText: facts.closeDate?.text ?? null,
    event: urgency.day,
    dates: urgency.findings[0] ?? null,
    pushes: doc.changes.filter(({ pushed }) => pushed).length,
    checkedAt,
    checked: checkedAt === null ? null : Math.max(0, daysBetween(dayOf(checkedAt, offset), today)),
    promise: promiseOf(reviews),
    overrides: advancesOf(doc, authors).filter(({ gaps }) => gaps.length > 0).length,
  };
}

/** An amount in whole units of its currency. */
export function inUnits({ minor, currency }: Money): number {
  return minor / 10 ** minorDigits(currency);
}

/** What stands on no evidence, in whole units. Where nothing is due yet, nothing is proven either. */
export function atStake(amount: Money, firmness: number | null): number {
  return inUnits(amount) * (1 - (firmness ?? 0) / 100);
}

function factOf(term: Term | null): Fact | null {
  return term && { question: term.question, gap: term.gap, age: term.age ?? 0 };
}

/** An address that came from a file may be anything; only a web page is ever linked to. */
function webAddress(url: string | null): string | null {
  return url !== null && /^https?:\/\//i.test(url) ? url : null;
}
