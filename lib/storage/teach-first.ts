/** With which fields a teaching begins: said where it is asked for, heard once by the document that teaches. */
import { browser } from '#imports';
import { FIELDS, type Field } from '../domain/deal';

const KEY = 'teach-first';

/** Says it, for the next teaching on a site. */
export async function teachFirst(origin: string, fields: readonly Field[]): Promise<void> {
  await browser.storage.local.set({ [KEY]: { origin, fields } });
}

/** What was said for a site; none once it was heard. */
export async function takeFirst(origin: string): Promise<Field[]> {
  const said: unknown = (await browser.storage.local.get(KEY))[KEY];
  await browser.storage.local.remove(KEY);
  if (typeof said !== 'object' || said === null) return [];
  const { origin: of, fields } = said as { origin?: unknown; fields?: unknown };
  return of === origin && Array.isArray(fields) ? FIELDS.filter((field) => fields.includes(field)) : [];
}
