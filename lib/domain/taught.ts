/**
 * What a person taught Footing about the pages of one site: which part of the address tells deals
 * apart, and where a deal's fields stand. It is data of small parts and no free selectors, so that
 * it can be shown in words, checked when it comes from a file, and never run as anything else.
 */
import { FIELDS, type Field } from './deal';
import { cellsUnder, type SubjectDoc } from './fold';
import { type AuthorId, siteKey } from './op';
import { z } from './z';

/** Tells an element of a tag from others: an attribute that the page's makers gave it. */
const markSchema = z.looseObject({
  name: z
    .string()
    .regex(/^[a-z][a-z0-9_:.-]*$/)
    .max(80),
  value: z.string().min(1).max(120),
});

/** One step down the page. `nth` counts from 1 among the elements of that tag in the same place. */
const stepSchema = z.looseObject({
  tag: z
    .string()
    .regex(/^[a-z][a-z0-9_.-]*$/)
    .max(80),
  mark: markSchema.optional(),
  nth: z.number().int().min(1).max(999).optional(),
});
export type TaughtStep = z.infer<typeof stepSchema>;

/** The most steps that lead to a value. */
const MAX_STEPS = 12;
const steps = z.array(stepSchema).min(1).max(MAX_STEPS);

/** How a place is found: by a mark of its own, by the words before it, by where it stands on the page. */
const TAUGHT_WAYS = ['mark', 'label', 'place'] as const;

const spotSchema = z.looseObject({
  way: z.enum(TAUGHT_WAYS),
  /** The first is somewhere on the page, each further one a child of the one before. */
  steps,
  /** Where the value stands in a part of the page that keeps its inside to itself (a shadow root). */
  inside: steps.optional(),
  /** The words before the value. */
  label: z.string().min(1).max(80).optional(),
});
export type TaughtSpot = z.infer<typeof spotSchema>;

/** How many ways to one field are kept. */
export const MAX_SPOTS = 4;

/** What an id looks like, so that `/deals/new` is no deal. */
const ID_FORMS = ['number', 'uuid', 'code'] as const;
export type IdForm = (typeof ID_FORMS)[number];

/**
 * The addresses of deals, as in `/deals/{id}`, `/index.php?module=Deals&record={id}` or
 * `/#Deal/view/{id}`: what follows the site. `*` stands for any one part; more may follow; of the
 * parameters only those that are named count, in any order.
 */
const addressSchema = z.looseObject({
  pattern: z
    .string()
    .max(400)
    .regex(/^\/[^{}\s]*\{id\}[^{}\s]*$/),
  id: z.enum(ID_FORMS),
});
export type TaughtAddress = z.infer<typeof addressSchema>;

/** The fields that a person is asked to point at. The others may be taught too. */
export const TAUGHT_FIRST = ['name', 'stage', 'amount', 'closeDate'] as const satisfies readonly Field[];

const spots = z.array(spotSchema).max(MAX_SPOTS);

/** What was taught of a site, as the log keeps it and files bring it. */
export const taughtSchema = z.looseObject({
  /** As in `location.origin`. */
  origin: z
    .string()
    .regex(/^https?:\/\/[^\s/?#@]+$/)
    .max(300),
  /** `null` where the site's CRM is known, and with it its addresses. */
  address: addressSchema.nullable(),
  fields: z.looseObject(Object.fromEntries(FIELDS.map((field) => [field, spots.optional()])) as FieldsShape),
  /** The path of the deal on which it was taught; another deal is needed to know that it holds. */
  on: z.string().max(4000),
  /** Whether a person saw it read another deal rightly. */
  proven: z.boolean(),
});
type FieldsShape = Record<Field, z.ZodOptional<typeof spots>>;
export type Taught = z.infer<typeof taughtSchema>;

/** Everything that was taught, by site. What a newer version wrote and this one cannot read is passed over. */
export function taughtSites(doc: SubjectDoc | null, authors: readonly AuthorId[]): Taught[] {
  if (!doc) return [];
  return cellsUnder(doc, siteKey(''), authors)
    .flatMap(([origin, { value }]) => {
      const read = taughtSchema.safeParse(value);
      return read.success && read.data.origin === origin ? [read.data] : [];
    })
    .sort((a, b) => (a.origin < b.origin ? -1 : 1));
}

const FORMAT = 'footing-sites';
const FORMAT_VERSION = 1;
/** In characters: a thousand sites taught in full. */
export const MAX_TAUGHT_FILE = 5_000_000;

const fileSchema = z.looseObject({
  format: z.literal(FORMAT),
  formatVersion: z.literal(FORMAT_VERSION),
  sites: z.array(taughtSchema).max(1000),
});

/** What was taught, as a file for a colleague or another browser; `parseTaught` gives it back. */
export function printTaught(sites: readonly Taught[]): string {
  return `${JSON.stringify({ format: FORMAT, formatVersion: FORMAT_VERSION, sites }, null, 2)}\n`;
}

/** `field` is where in the file the first fault is: `sites.0.address.pattern`. */
export type TaughtRead =
  | { ok: true; sites: Taught[] }
  | { ok: false; why: 'tooLarge' | 'notJson' | 'otherFormat' | 'newerFormat' }
  | { ok: false; why: 'damaged'; field: string };

/** Reads the text of a file of sites. */
export function parseTaught(text: string): TaughtRead {
  if (text.length > MAX_TAUGHT_FILE) return { ok: false, why: 'tooLarge' };
  let file: unknown;
  try {
    file = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { ok: false, why: 'notJson' };
  }
  const claims = z.looseObject({ format: z.literal(FORMAT), formatVersion: z.number() }).safeParse(file);
  if (!claims.success) return { ok: false, why: 'otherFormat' };
  if (claims.data.formatVersion > FORMAT_VERSION) return { ok: false, why: 'newerFormat' };
  const read = fileSchema.safeParse(file);
  if (read.success) return { ok: true, sites: read.data.sites };
  return { ok: false, why: 'damaged', field: read.error.issues[0]?.path.join('.') ?? '' };
}
