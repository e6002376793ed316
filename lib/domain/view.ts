/**
 * A deal as every screen looks at it: what the page shows, what was typed where it shows
 * nothing, where the deal stands, what was answered, and what that is worth today. Computed
 * where it is shown, never stored.
 */
import type { KeptAnswer } from './answer';
import { addDays, DAY_MS, dayOf, daysBetween, type Instant, type IsoDay, MINUTE_MS } from './day';
import { crmOf, type DealKey, FIELDS, type Field, type SeenField, type SeenFields } from './deal';
import { unpreparedSightings } from './debrief';
import { answersOf, type Change, own, type SubjectDoc, stageMapOf, stepSetOf, typedOf } from './fold';
import { heldAnswers } from './honesty';
import { interactionBasics } from './interaction';
import type { Meeting } from './meeting';
import { meetingsOf, promisesOf } from './meeting-log';
import type { AuthorId } from './op';
import { EVENT } from './our-event';
import { parseField } from './parse';
import { type Phase, phaseOf, type Step, stepOf } from './phase';
import type { Playbook, QuestionId } from './playbook';
import { type KeptPromise, promiseSightings } from './promise';
import { type Observed, type Score, type Sighting, scoreDeal } from './score';
import { eventDay } from './urgency';
import { asLocale } from './written';

/** A field of the deal, and whether the seller typed it. */
export type Fact<T> = SeenField<T> & { typed: boolean };

/** Every field of the deal; `null` where neither a page nor a person said anything. */
export type Facts = { [F in Field]: Fact<NonNullable<SeenFields[F]['value']>> | null };

/** A deal as it stands today. */
export interface DealView {
  deal: DealKey;
  /** The questions that it is looked at with. */
  playbook: Playbook;
  facts: Facts;
  /** As shown or typed. */
  stage: string | null;
  /** What the stage stands for; `null` while nobody knows. */
  step: Step | null;
  /** The phase of the step; `qualify` while it is unknown. */
  phase: Phase;
  /** A stage is shown and no map knows it: ask once. */
  phaseUnknown: boolean;
  answers: Record<QuestionId, KeptAnswer>;
  /** What may have made older evidence worth asking again, oldest first. */
  sightings: Sighting[];
  meetings: Meeting[];
  promises: KeptPromise[];
  /** What Footing answers itself, from meetings and promises. */
  observed: readonly Observed[];
  score: Score;
}

/** What a view is worked out from. */
export interface ViewInput {
  deal: DealKey;
  /** `null` while nothing is kept of the deal. */
  doc: SubjectDoc | null;
  /** What holds for all deals of its org; `null` while nothing does. */
  org: SubjectDoc | null;
  /** Whose answers they are: the ids of one person. */
  authors: readonly AuthorId[];
  playbook: Playbook;
  today: IsoDay;
  /** How many minutes the person's clock stands ahead of UTC. */
  offset: number;
  /** In which the person types dates and amounts; without it, only what reads the same everywhere has a value. */
  locale?: string;
}

/** What is known of a deal before it is looked at with any questions. */
export type DealInput = Pick<ViewInput, 'deal' | 'doc' | 'org' | 'authors' | 'locale'>;

/** What is known of the deal itself, and where it stands by that. */
export function standingOf(input: DealInput): Pick<DealView, 'facts' | 'stage' | 'step'> {
  const { deal, doc, org, authors } = input;
  const stages = org ? stageMapOf(org, authors) : {};
  const facts = Object.fromEntries(FIELDS.map((field) => [field, factOf(field, input)])) as Facts;
  const stage = facts.stage?.text ?? null;
  const step = (doc && stepSetOf(doc, authors)) ?? (stage === null ? null : stepOf(stage, crmOf(deal), stages));
  return { facts, stage, step };
}

/** The deal as it stands today, with what it is worth. */
export function dealView(input: ViewInput): DealView {
  const { deal, doc, authors, playbook, today } = input;
  const standing = standingOf(input);
  const { stage, step } = standing;
  const phase = step ? phaseOf(step) : 'qualify';
  const answers = doc ? answersOf(doc, authors) : {};
  const meetings = doc ? meetingsOf(doc, authors) : [];
  const promises = doc ? promisesOf(doc, authors) : [];
  const sightings = [
    ...sightingsOf(input, answers),
    ...promiseSightings(promises),
    ...unpreparedSightings(meetings),
  ].toSorted((a, b) => a.at - b.at);
  // Here, and nowhere else, meetings and promises join the sum.
  const observed = interactionBasics({ meetings, promises, today });
  return {
    deal,
    playbook,
    ...standing,
    phase,
    phaseUnknown: stage !== null && step === null,
    answers,
    sightings,
    meetings,
    promises,
    observed,
    score: scoreDeal({
      playbook,
      phase,
      // What was claimed stays in the view; a claim that its own words take back counts as our word.
      answers: heldAnswers(answers),
      sightings,
      today,
      extra: observed,
    }),
  };
}

/** What the page shows, where that has a value; else what was typed; else the text as it stands. */
function factOf<F extends Field>(field: F, { doc, authors, locale }: DealInput): Fact<unknown> | null {
  if (!doc) return null;
  const seen = doc.seen[field];
  const text = typedOf(doc, field, authors)?.trim() ?? null;
  if (seen && (seen.value !== null || text === null)) return { ...seen, typed: false };
  if (text === null) return null;
  const reading = { locale: asLocale(locale ?? null), settled: true };
  return { text, from: 'typed', ...parseField(field, text, reading), typed: true };
}

/** Changes that the page was seen to make, and days of the customer's own that have passed. */
function sightingsOf(input: ViewInput, answers: DealView['answers']): Sighting[] {
  const changed = input.doc?.changes.flatMap((change) => changeSeen(change, input.offset)) ?? [];
  const passed = input.playbook.questions
    .filter((question) => question.recheckOn.includes('eventPassed'))
    .flatMap(({ id }) => dayPassed(id, id === EVENT ? eventDay(answers) : (own(answers, id)?.on ?? null), input));
  return [...changed, ...passed];
}

function changeSeen({ field, at, from, to, pushed }: Change, offset: number): Sighting[] {
  const event = field === 'stage' ? field : field === 'closeDate' && pushed ? field : null;
  return event ? [{ event, at, day: dayOf(at, offset), what: `${from} \u2192 ${to}`, question: null }] : [];
}

/** The day that an answer named is over; it was over from the first minute of the next. */
function dayPassed(question: QuestionId, on: IsoDay | null, { today, offset }: ViewInput): Sighting[] {
  if (on === null || on >= today) return [];
  const day = addDays(on, 1);
  return [{ event: 'eventPassed', at: startOf(day, offset), day, what: on, question }];
}

function startOf(day: IsoDay, offset: number): Instant {
  return daysBetween('1970-01-01', day) * DAY_MS - offset * MINUTE_MS;
}
