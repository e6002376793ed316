/**
 * Teaching a page, step by step: which part of its address tells deals apart, and where the fields
 * stand. All of it is tried on the page at once; nothing is kept before the person says so.
 */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { FromTaughtPage } from '../browser/teach-messages';
import {
  asPattern,
  formOf,
  openTeachPort,
  type Proposal,
  proposalsFor,
  type TaughtSite,
  type TeachPort,
  taughtSiteAt,
} from '../browser/teach-port';
import type { DealKey, Field, RawDeal } from '../domain/deal';
import { MAX_SPOTS, type Taught, type TaughtAddress } from '../domain/taught';
import { readTaught, saveTaught } from '../storage/taught';
import { takeFirst } from '../storage/teach-first';
import { copyReport } from './reading-report';
import { settle } from './site-access';

/** How far the teaching is. */
export interface Teaching {
  /** `apart`: the page around this document is gone, or does not answer. */
  link: 'connecting' | 'on' | 'apart';
  url: URL | null;
  site: TaughtSite | null;
  /** Which parts of the address may be the deal's id, the likeliest first. */
  proposals: readonly Proposal[];
  /** What tells deals apart; `null` while nobody could say, or where the CRM is known. */
  address: TaughtAddress | null;
  fields: Taught['fields'];
  /** What the person came for: these come first. */
  first: readonly Field[];
  /** The field that is being pointed at. */
  pointing: Field | null;
  /** What was pointed at and cannot be told from the rest of the page. */
  missed: Field | null;
  /** What was pointed at, as shown there. */
  pointed: Partial<Record<Field, string>>;
  /** What the page gives by all of this; `null` while it was not read. */
  shown: RawDeal['fields'] | null;
  saved: 'no' | 'saving' | 'saved' | 'failed';
}

const AT_REST: Teaching = {
  link: 'connecting',
  url: null,
  site: null,
  proposals: [],
  address: null,
  fields: {},
  first: [],
  pointing: null,
  missed: null,
  pointed: {},
  shown: null,
  saved: 'no',
};

const teaching = createStore<Teaching>()(() => AT_REST);
let port: TeachPort | null = null;

/** How often the page is read while it is taught: it may still be drawing. */
const AGAIN_MS = 1000;

/** What the screen shows of it. */
export const useTeaching = () => useStore(teaching);

/** Begins, once, for the life of the document. */
export async function startTeaching(signal: AbortSignal): Promise<void> {
  const apart = () => teaching.setState({ link: 'apart' });
  port = await openTeachPort((message) => void hear(message), apart).catch(() => null);
  if (!port) return apart();
  const timer = setInterval(read, AGAIN_MS);
  signal.addEventListener('abort', () => clearInterval(timer));
}

async function hear(message: FromTaughtPage): Promise<void> {
  switch (message.t) {
    case 'at':
      return enter(new URL(message.url));
    case 'pointed':
      return take(message.spots, message.text);
    case 'left':
      return teaching.setState({ pointing: null });
    case 'read':
      if (message.url === teaching.getState().url?.href) teaching.setState({ shown: message.fields });
      return;
    case 'outline': {
      const { site, url } = teaching.getState();
      if (site && url) await copyReport(site.crm, url.origin, message.outline);
    }
  }
}

/** The page is at an address: the first one, or the next deal, on which what was taught is tried. */
async function enter(url: URL): Promise<void> {
  const { site: before } = teaching.getState();
  const site = before ?? (await taughtSiteAt(url));
  const proposals = site.known ? [] : proposalsFor(url);
  if (!before) {
    // Without what was taught before, it is taught anew.
    const kept = (await readTaught().catch(() => [])).find(({ origin }) => origin === url.origin);
    const address = site.known ? null : (kept?.address ?? proposals[0]?.address ?? null);
    // Without it they come in the usual order.
    const first = await takeFirst(url.origin).catch(() => []);
    teaching.setState({ address, fields: kept?.fields ?? {}, first });
  }
  const { address } = teaching.getState();
  teaching.setState({
    link: 'on',
    url,
    site,
    proposals,
    address: address ?? proposals[0]?.address ?? null,
    shown: null,
    pointed: {},
  });
  read();
}

/** The deal that the address is of, by what is taught so far. */
export function dealAt({ site, url, address, fields }: Teaching): DealKey | null {
  return site && url ? site.deal(url, address, fields) : null;
}

function read(): void {
  const { site, fields } = teaching.getState();
  if (site) say({ t: 'read', map: site.map(fields) });
}

function say(message: Parameters<TeachPort['say']>[0]): void {
  try {
    port?.say(message);
  } catch {
    teaching.setState({ link: 'apart' }); // The port was closed and its event is still on its way.
  }
}

/** Lets the person point at a field on the page; `words` tell them so there. */
export function pointAt(field: Field, words: string): void {
  const { site, fields } = teaching.getState();
  if (!site) return;
  teaching.setState({ pointing: field, missed: null });
  say({ t: 'point', words, map: site.map(fields) });
}

/** No more pointing. */
export function stopPointing(): void {
  teaching.setState({ pointing: null });
  say({ t: 'stop' });
}

/** What was pointed at goes before what was taught of the field before, which stays as another way to it. */
function take(spots: NonNullable<Taught['fields'][Field]>, text: string): void {
  const { pointing, fields, pointed } = teaching.getState();
  if (!pointing) return;
  teaching.setState({ pointing: null, missed: spots.length === 0 ? pointing : null, saved: 'no' });
  if (spots.length === 0) return;
  teaching.setState({
    fields: { ...fields, [pointing]: spots.slice(0, MAX_SPOTS) },
    pointed: { ...pointed, [pointing]: text },
  });
  read();
}

/** Takes back what was taught of a field. */
export function dropField(field: Field): void {
  const { [field]: _, ...fields } = teaching.getState().fields;
  const { [field]: __, ...pointed } = teaching.getState().pointed;
  teaching.setState({ fields, pointed, saved: 'no' });
  read();
}

/** Chooses one of the proposals, by its id. */
export function chooseAddress(id: string): void {
  const chosen = teaching.getState().proposals.find((one) => one.id === id);
  if (chosen) teaching.setState({ address: chosen.address, saved: 'no' });
}

/** Takes an address pattern that was typed. Whether it is one, and this page's address fits it. */
export function typeAddress(typed: string): boolean {
  const { url, site, fields, address: before } = teaching.getState();
  const pattern = url && asPattern(typed, url.origin);
  if (!pattern || !site) return false;
  // What stands in the place of the id says what ids look like.
  const forms = [before?.id ?? 'code', 'number', 'uuid', 'code'] as const;
  const id = forms.find((form) => site.deal(url, { pattern, id: form }, fields));
  if (!id) return false;
  const key = site.deal(url, { pattern, id }, fields);
  teaching.setState({ address: { pattern, id: formOf(key?.split(':')[2] ?? '') ?? id }, saved: 'no' });
  return true;
}

/** Whether there is enough to keep: a deal can be told from others, and something of it is read. */
export function canSave(now: Teaching): boolean {
  const taught = Object.keys(now.fields).length > 0;
  return dealAt(now) !== null && (now.site?.known ? taught : Boolean(now.fields.name));
}

/** Keeps what was taught; from then on every deal of the site is read by it. */
export async function saveTeaching(): Promise<void> {
  const now = teaching.getState();
  const deal = dealAt(now);
  if (!now.url || !deal || !canSave(now)) return;
  teaching.setState({ saved: 'saving' });
  const { address, fields, url } = now;
  try {
    await saveTaught([{ origin: url.origin, address, fields, on: deal, proven: false }]);
    await settle();
    teaching.setState({ saved: 'saved' });
  } catch {
    teaching.setState({ saved: 'failed' });
  }
}

/** Asks the page what it is made of, for a report. */
export function askOutline(): void {
  const { site, fields } = teaching.getState();
  if (site) say({ t: 'outline', map: site.map(fields) });
}

/** Ends it; the document and the script leave the page. */
export function endTeaching(): void {
  say({ t: 'close' });
}
