/**
 * The door for messages: what comes over a border is anything until it has been looked at here. A
 * page's own scripts reach neither side; this is for the day that something breaks into ours.
 */
import type { ReadField } from '../domain/deal';
import type { FromPage, ShownDeal, ToWorker } from './messages';
import { asPlacement, placementOf } from './placement';

/** More than any page is read of; who sends more is no reader of ours. */
const LONGEST = 8000;
/** More deals than any list shows at once. */
const MOST = 500;

/** A page's message to the service worker; `null` for anything else. */
export function heardByWorker(message: unknown): ToWorker | null {
  if (!isRecord(message)) return null;
  const { t, url, urls, raw, placement, by, of } = message;
  switch (t) {
    case 'rules':
      return { t };
    case 'at':
    case 'framed':
      return isAddress(url) ? { t, url } : null;
    case 'seen': {
      const shown = shownIn(raw);
      return isText(url) && shown ? { t, url, raw: shown } : null;
    }
    case 'advancing':
      return isAddress(url) && isText(by) && isText(of) ? { t, url, by, of } : null;
    case 'list':
      return isText(url) ? { t, url } : null;
    case 'marks':
      return Array.isArray(urls) && urls.length <= MOST && urls.every(isText) ? { t, urls } : null;
    case 'placed':
      return isAddress(url) && isRecord(placement) ? { t, url, placement: asPlacement(placement) } : null;
    default:
      return null;
  }
}

/**
 * A page's message to its panel; `null` for anything else. `origin` is that of the document around
 * the panel, where there is one: a page speaks for no other.
 */
export function heardByPanel(message: unknown, origin: string | undefined): FromPage | null {
  if (!isRecord(message)) return null;
  const { t, n, url, raw, placement, focus } = message;
  const isOwn = url === null || (isText(url) && (!origin || URL.parse(url)?.origin === origin));
  switch (t) {
    case 'where':
      return isOwn && Number.isInteger(n) ? { t, n: Number(n), url } : null;
    case 'deal': {
      const shown = shownIn(raw);
      if (!isOwn || (raw !== null && !shown)) return null;
      return { t, url, raw: shown, ...(Number.isInteger(n) ? { n: Number(n) } : {}) };
    }
    case 'advancing':
      return isOwn ? { t, url } : null;
    case 'shown':
      return { t, focus: focus === true };
    case 'hidden':
      return { t };
    case 'placement':
      return { t, placement: placementOf(placement) };
    default:
      return null;
  }
}

/** What a page shows: its fields as text, and nothing that is not asked for. */
function shownIn(raw: unknown): ShownDeal | null {
  if (!isRecord(raw) || !isRecord(raw.fields)) return null;
  const { language, editing } = raw;
  const fields = Object.entries(raw.fields).map(([field, read]) => [field, fieldIn(read)] as const);
  if (!(language === null || isText(language)) || fields.some(([, read]) => read === undefined)) return null;
  return { language, editing: editing === true, fields: Object.fromEntries(fields) as ShownDeal['fields'] };
}

/** `undefined` for what is no field. */
function fieldIn(read: unknown): ReadField | null | undefined {
  if (read === null) return null;
  if (!isRecord(read) || !isText(read.text) || !isText(read.from)) return undefined;
  return { text: read.text, from: read.from };
}

function isAddress(value: unknown): value is string | null {
  return value === null || isText(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
