/**
 * How well a site's pages are read: for each field, when it was last read and from where, and
 * whether it has stopped being readable. Little is kept, and nothing of what was read.
 */
import { DAY_MS, HOUR_MS, type Instant } from './day';
import { type DealKey, FIELDS, type Field, type RawDeal } from './deal';
import { z } from './z';

/** On how many deals in a row a field must be missing before anything is said: one alone may lack it. */
export const LOST_AFTER = 3;

const fieldHealthSchema = z.looseObject({
  /** Which alternative of the adapter read it last; `null`: none ever did. */
  from: z.string().max(200).nullable(),
  /** When that was. */
  at: z.number().int().nullable(),
  /** The deals since then that did not show it, `LOST_AFTER` at most. */
  missing: z.array(z.string().max(400)).max(LOST_AFTER),
  /** Whether the person was told that it is lost. */
  told: z.boolean(),
});
type FieldHealth = z.infer<typeof fieldHealthSchema>;

/** How a site's pages are read, as it is kept. */
export const siteHealthSchema = z.looseObject(
  Object.fromEntries(FIELDS.map((field) => [field, fieldHealthSchema.optional()])) as Record<
    Field,
    z.ZodOptional<typeof fieldHealthSchema>
  >,
);
export type SiteHealth = z.infer<typeof siteHealthSchema>;

const UNREAD: FieldHealth = { from: null, at: null, missing: [], told: false };

/** What is known of one field; of one that was never looked at, that it was never read. */
export function fieldHealth(health: SiteHealth, field: Field): FieldHealth {
  return health[field] ?? UNREAD;
}

/** The health after a look at a deal's page. A page that is drawn piece by piece mends what an earlier look missed. */
export function noteReading(health: SiteHealth, deal: DealKey, fields: RawDeal['fields'], now: Instant): SiteHealth {
  const next = { ...health };
  for (const field of FIELDS) {
    const was = fieldHealth(health, field);
    const read = fields[field];
    if (read) next[field] = { from: read.from, at: now, missing: [], told: false };
    else if (!was.missing.includes(deal)) next[field] = { ...was, missing: [...was.missing, deal].slice(-LOST_AFTER) };
  }
  return next;
}

/** Whether a field that was read once has stopped being readable. */
export function isLost({ at, missing }: FieldHealth): boolean {
  return at !== null && missing.length >= LOST_AFTER;
}

/** The lost fields that nobody was told of, and the health once somebody was. */
export function tellLost(health: SiteHealth): { lost: Field[]; told: SiteHealth } {
  const lost = FIELDS.filter((field) => isLost(fieldHealth(health, field)) && !fieldHealth(health, field).told);
  const told = { ...health };
  for (const field of lost) told[field] = { ...fieldHealth(health, field), told: true };
  return { lost, told };
}

/** Whether only the time of reading differs, by less than an hour: such news is not worth a write for each look at a page. */
export function sameHealth(one: SiteHealth, other: SiteHealth): boolean {
  return FIELDS.every((field) => {
    const [a, b] = [fieldHealth(one, field), fieldHealth(other, field)];
    const near = a.at === b.at || (a.at !== null && b.at !== null && Math.abs(a.at - b.at) < HOUR_MS);
    return near && a.from === b.from && a.told === b.told && a.missing.join() === b.missing.join();
  });
}

/** What a page was found to be made of, by the places that are looked at: see `lib/crm/outline.ts`. */
export interface FieldOutline {
  field: Field;
  /** For each place, in order: its name, how many elements are there, how many of them show text, and the tags down to the first. */
  places: { from: string; found: number; shown: number; tags: string }[];
}

/** What goes into a report. */
export interface ReadingReport {
  app: string;
  browser: string;
  /** Which adapter; never which site. */
  crm: string;
  health: SiteHealth;
  /** Of the page at hand, where there is one. */
  outline: readonly FieldOutline[] | null;
}

/**
 * What helps to mend an adapter, as text for a bug report: structure alone. No address, no name, no
 * amount, and no day but how many days ago a field was read.
 */
export function reportText({ app, browser, crm, health, outline }: ReadingReport, now: Instant): string {
  const days = (at: Instant) => Math.max(0, Math.floor((now - at) / DAY_MS));
  const line = (field: Field) => {
    const { from, at, missing } = fieldHealth(health, field);
    const last = at === null ? 'never read' : `last read ${days(at)} d ago (${from})`;
    return `- ${field}: ${last}${missing.length > 0 ? `, missing on ${missing.length} since` : ''}`;
  };
  const place = ({ from, found, shown, tags }: FieldOutline['places'][number]) =>
    `  - ${from}: ${found} found, ${shown} with text${tags && ` (${tags})`}`;
  return [
    `Footing ${app}, ${browser}, CRM: ${crm}`,
    'Fields:',
    ...FIELDS.map(line),
    ...(outline ? ['This page:', ...outline.flatMap(({ field, places }) => [`- ${field}`, ...places.map(place)])] : []),
    '',
  ].join('\n');
}
