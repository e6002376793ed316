/**
 * A deal: one opportunity in one CRM org, what its page shows of it, and what is known of it.
 * The page gives strings as shown (`RawDeal`); `parse.ts` makes values of them (`DealSnapshot`).
 */
import type { Instant, IsoDay } from './day';
import { z } from './z';

/** `crm:org:recordId`. Two orgs never mix; the id keeps its case where the CRM tells upper from lower. */
export type DealKey = `${string}:${string}:${string}`;
/** `crm:org`. */
export type OrgKey = `${string}:${string}`;

const KEY = /^([a-z]+):([^:\s]+):([^:\s]+)$/;

/** A deal's key in what comes in. */
export const dealKeySchema = z.custom<DealKey>((key) => typeof key === 'string' && KEY.test(key), {
  error: 'not a deal key (crm:org:recordId)',
});

/** The org that a deal belongs to. */
export function orgOf(key: DealKey): OrgKey {
  return key.slice(0, key.lastIndexOf(':')) as OrgKey;
}

/** The CRM that a deal or an org belongs to (`salesforce`). */
export function crmOf(key: DealKey | OrgKey): string {
  return key.slice(0, key.indexOf(':'));
}

/** What a page can show of a deal, in the order in which the panel shows it. */
export const FIELDS = ['name', 'account', 'stage', 'amount', 'closeDate', 'owner'] as const;
export type Field = (typeof FIELDS)[number];

/** One field as the page shows it, and which alternative of the adapter found it. */
export interface ReadField {
  text: string;
  from: string;
}

/** What an adapter read from the active record, as shown; `null` = not on this page. */
export interface RawDeal {
  key: DealKey;
  url: string;
  /** The page's own language (`<html lang>`), where it says one. */
  language: string | null;
  /** The record is being edited on its page: a value may be typed and not saved, so it is shown and not kept. */
  editing?: boolean;
  fields: Record<Field, ReadField | null>;
}

/** An amount in the currency's smallest unit; the currency is `null` where the page shows none. */
export interface Money {
  minor: number;
  currency: string | null;
}

/** A field that was read: the text is always kept, the value is `null` where it cannot be parsed. */
export interface SeenField<T> {
  text: string;
  from: string;
  value: T | null;
  /** Set where the text can be read in more than one way (03/04/2027): shown as unsure. */
  unsure?: boolean;
}

/** What each field of a page is, once it was parsed. */
export interface SeenFields {
  name: SeenField<string>;
  account: SeenField<string>;
  stage: SeenField<string>;
  amount: SeenField<Money>;
  closeDate: SeenField<IsoDay>;
  owner: SeenField<string>;
}

/** What the page showed of a deal at one time. Kept each time a value changes. */
export interface DealSnapshot {
  deal: DealKey;
  url: string;
  seenAt: Instant;
  fields: { [F in Field]: SeenFields[F] | null };
}

const seen = <T extends z.ZodType>(value: T) =>
  z
    .looseObject({
      text: z.string().max(2000),
      from: z.string().max(200),
      value: value.nullable(),
      unsure: z.boolean().optional(),
    })
    .nullable();

const text = z.string().max(2000);

/** A snapshot as the log keeps it, and as files bring it. */
export const snapshotSchema = z.looseObject({
  deal: dealKeySchema,
  url: z.string().max(4000),
  seenAt: z.number().int(),
  fields: z.looseObject({
    name: seen(text),
    account: seen(text),
    stage: seen(text),
    amount: seen(z.looseObject({ minor: z.number().int(), currency: z.string().length(3).nullable() })),
    closeDate: seen(z.iso.date()),
    owner: seen(text),
  }),
});
