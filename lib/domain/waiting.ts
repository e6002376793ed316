/**
 * What waiting costs the customer: how often, times what each costs, per week. Every input
 * has its own source; while one is our guess the sum stays with us.
 */
import { MAX_TEXT, RUNGS, type Rung } from './answer';
import type { Money } from './deal';
import { newestCell, type SubjectDoc } from './fold';
import { parseMoney } from './money';
import { type AuthorId, WAITING_KEY } from './op';
import type { Reading } from './written';
import { z } from './z';

/** How many days of a year each period covers; volumes are counted per period. */
const DAYS = { day: 1, week: 7, month: 365 / 12, quarter: 365 / 4, year: 365 } as const;
export type Period = keyof typeof DAYS;
export const PERIODS = ['day', 'week', 'month', 'quarter', 'year'] as const satisfies readonly Period[];

/** Who said it, and how surely. */
export interface Source {
  who: string;
  rung: Rung;
}

/** One number of the sum, and whose word it is. */
export interface WaitingInput<T> {
  /** `null` while nobody has said. */
  value: T | null;
  source: Source;
}

/** What is kept, under the key `waiting`. */
export interface Waiting {
  /** How many, in each period: hours, returns, failed orders. */
  volume: WaitingInput<number>;
  /** What one of them costs, in the currency's smallest unit. */
  unitCost: WaitingInput<number>;
  period: WaitingInput<Period>;
  /** ISO 4217; `null` where nobody named one. */
  currency: string | null;
}

const input = <T extends z.ZodType>(value: T) =>
  z.looseObject({
    value: value.nullable(),
    source: z.looseObject({ who: z.string().max(MAX_TEXT), rung: z.enum(RUNGS) }),
  });

/** The inputs as the log keeps them. */
export const waitingSchema = z.looseObject({
  volume: input(z.number().nonnegative()),
  unitCost: input(z.number().int().nonnegative()),
  period: input(z.enum(PERIODS)),
  currency: z.string().length(3).nullable(),
}) satisfies z.ZodType<Waiting>;

/** The inputs that have a source, in the order in which they are asked. */
export const WAITING_INPUTS = ['volume', 'unitCost', 'period'] as const;
export type WaitingInputName = (typeof WAITING_INPUTS)[number];

/** Nothing said yet; money is in the deal's currency until somebody names another. */
export function freshWaiting(currency: string | null): Waiting {
  const nobody = { value: null, source: { who: '', rung: 'guess' } } as const;
  return { volume: nobody, unitCost: nobody, period: nobody, currency };
}

/** What these authors have put down; `null` where that is nothing, or cannot be read. */
export function waitingOf(doc: SubjectDoc, authors: readonly AuthorId[]): Waiting | null {
  return waitingSchema.safeParse(newestCell(doc, WAITING_KEY, authors)?.value).data ?? null;
}

/** The sum, and who stands behind it. */
export interface WaitingCost {
  /** In the currency's smallest unit, half up. */
  perWeek: number;
  currency: string | null;
  /** Who stands behind it, each once, in the order of the inputs. */
  according: string[];
  /** The inputs that are only our word. */
  guesses: WaitingInputName[];
  /** The inputs that somebody there said, without a name. */
  nameless: WaitingInputName[];
  /** Whether the customer may see it: not while an input is a guess, or has nobody behind it. */
  mayLeave: boolean;
}

/** The cost per week; `null` where a number is missing, negative, or past what is exact. */
export function costOfWaiting(waiting: Waiting): WaitingCost | null {
  const { currency } = waiting;
  const [volume, unitCost, period] = [waiting.volume.value, waiting.unitCost.value, waiting.period.value];
  if (volume === null || unitCost === null || period === null) return null;
  const perWeek = Math.floor((volume * unitCost * DAYS.week) / DAYS[period] + 0.5);
  if (!(volume >= 0) || !(unitCost >= 0) || !Number.isSafeInteger(perWeek)) return null;
  const sources = WAITING_INPUTS.map((name) => ({
    name,
    ...waiting[name].source,
    who: waiting[name].source.who.trim(),
  }));
  const names = (of: typeof sources) => of.map(({ name }) => name);
  const guesses = names(sources.filter(({ rung }) => rung === 'guess'));
  const nameless = names(sources.filter(({ rung, who }) => rung !== 'guess' && who === ''));
  return {
    perWeek,
    currency,
    according: [...new Set(sources.filter(({ rung, who }) => rung !== 'guess' && who !== '').map(({ who }) => who))],
    guesses,
    nameless,
    mayLeave: guesses.length === 0 && nameless.length === 0,
  };
}

/** A count as a person types it, with up to two digits after the point; `null` where it is none. */
export function parseVolume(text: string, reading: Reading): number | null {
  const { value } = parseMoney(text, reading);
  return value && value.currency === null && value.minor >= 0 ? value.minor / 100 : null;
}

/** An amount as a person types it, in the currency that it names or else in this one; `null` where it is none. */
export function parseUnitCost(text: string, reading: Reading, currency: string | null): Money | null {
  const { value, unsure } = parseMoney(text, reading, currency);
  if (!value || unsure || value.minor < 0) return null;
  return { minor: value.minor, currency: value.currency ?? currency };
}
