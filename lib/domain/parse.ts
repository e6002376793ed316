/**
 * The first door: what a page shows as text becomes values. The text is always kept; what
 * cannot be parsed has the value `null` and is never guessed.
 */
import { isDayFirst, parseDay } from './date';
import type { Instant } from './day';
import { crmOf, type DealSnapshot, type Field, type RawDeal, type ReadField, type SeenFields } from './deal';
import { parseMoney } from './money';
import { asLocale, type Parsed, type Reading } from './written';

/** The longest text of a field and the longest address that are kept. */
const MAX_FIELD = 2000;
const MAX_URL = 4000;

/**
 * CRMs in which each person chooses how dates and numbers are written, apart from the language that the
 * page says it is in: so that settles neither. From their settings pages; of Salesforce, its documents (`@salesforce/i18n` has
 * `lang` and `locale`, with `en-US` and `en-CA` as their example). 2026-11.
 */
const OWN_FORMATS: readonly string[] = ['salesforce', 'hubspot', 'dynamics', 'espocrm', 'suitecrm', 'twenty'];

/** What a page does not say of itself. */
export interface ReadingContext {
  /** The person's language, for where the page does not say its own. */
  locale: string;
  /** Whether this person's dates have the day before the month, as far as that is known. */
  dayFirst?: boolean | null;
  now: Instant;
}

/** Whether what the page shows has the day before the month; `null` where it does not tell. */
export function dayFirstIn({ fields }: RawDeal): boolean | null {
  return fields.closeDate && isDayFirst(fields.closeDate.text);
}

/** What the page shows, with values. The page's own language goes before the person's. */
export function toSnapshot(raw: RawDeal, { locale, dayFirst, now }: ReadingContext): DealSnapshot {
  const own = asLocale(raw.language);
  const settled = own !== null && !OWN_FORMATS.includes(crmOf(raw.key));
  const reading: Reading = { locale: own ?? asLocale(locale), settled, dayFirst };
  const seen = <F extends Field>(field: F) => seenField(field, raw.fields[field], reading);
  return {
    deal: raw.key,
    url: raw.url.slice(0, MAX_URL),
    seenAt: now,
    fields: {
      name: seen('name'),
      account: seen('account'),
      stage: seen('stage'),
      amount: seen('amount'),
      closeDate: seen('closeDate'),
      owner: seen('owner'),
    },
  };
}

type Value<F extends Field> = NonNullable<SeenFields[F]['value']>;

const parsers: { [F in Field]: (text: string, reading: Reading) => Parsed<Value<F>> } = {
  name: (value) => ({ value }),
  account: (value) => ({ value }),
  stage: (value) => ({ value }),
  amount: parseMoney,
  closeDate: parseDay,
  owner: (value) => ({ value }),
};

/** The value of one field's text. */
export function parseField<F extends Field>(field: F, text: string, reading: Reading): Parsed<Value<F>> {
  return parsers[field](text, reading);
}

/** `null` where nothing is shown, be it that the field or only its content is missing. */
function seenField<F extends Field>(field: F, read: ReadField | null, reading: Reading): SeenFields[F] | null {
  const text = read && seenText(read.text);
  if (!text) return null;
  return { text, from: read.from, ...parseField(field, text, reading) } as SeenFields[F];
}

/** What turns the direction of the text after it, past the end of its own: a name must not turn our words. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;

/** One line, no longer than is kept, and never half of a character. */
function seenText(text: string): string {
  return text
    .slice(0, 4 * MAX_FIELD)
    .replace(TURNS, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MAX_FIELD)
    .toWellFormed();
}
