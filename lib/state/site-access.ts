/** The sites that Footing is turned on for: turned on and off with a click each, taught, and read well or not. */
import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import {
  askForSite,
  CAN_BE_WITHHELD,
  giveBackSite,
  isWithheld,
  pageInFront,
  settleSites,
  teachIn,
  wasAskedFor,
} from '../browser/grants';
import { isBorrowing } from '../browser/lent';
import { besideTab, openOwnPage, showTab } from '../browser/panel-page';
import { builtInAt, likelyCrmAt, onSites, readSites, type Site, sitesNow } from '../browser/sites';
import type { Field } from '../domain/deal';
import type { SiteHealth } from '../domain/reading';
import type { Taught } from '../domain/taught';
import { allReadings, forgetReading, onReadings } from '../storage/readings';
import { readTaught } from '../storage/taught';
import { teachFirst } from '../storage/teach-first';

export { choosableCrms, crmNameOf, type Site } from '../browser/sites';

/** Makes what runs where what it should be, by what is granted and what was taught. */
export async function settle(): Promise<void> {
  // A log that cannot be read takes nothing away: what was taught stays as it is copied.
  const taught = await readTaught().catch(() => null);
  const copied = new Map((await readSites()).map((site) => [site.origin, site.taught]));
  await settleSites((origin) => (taught ? partsOf(taught.find((one) => one.origin === origin)) : copied.get(origin)));
}

const partsOf = (taught: Taught | undefined) => taught && { address: taught.address, fields: taught.fields };

/** How turning on, off or teaching ended: `denied` by the person, in the browser's own question. */
export type Outcome = 'done' | 'denied' | 'failed';

/** Turns Footing on for a site, within a click; `teach` is the tab in which the person goes on to teach it. */
export async function turnOn(origin: string, crm: Site['crm'], teach?: number): Promise<Outcome> {
  return tried(async () => {
    if (!(await askForSite({ origin, crm, ...(teach !== undefined && { teach }) }))) return 'denied';
    await settle();
    return 'done';
  });
}

/** Turns Footing off for a site, and gives the permission back. What was answered and taught there stays. */
export async function turnOff(origin: string): Promise<Outcome> {
  return tried(async () => {
    await giveBackSite(origin);
    await forgetReading(origin);
    await settle();
    return 'done';
  });
}

/** Teaches the page of a tab whose site is turned on, or the page beside this panel, these fields first; within a click. */
export async function teachPage(
  page: { origin: string; crm: Site['crm']; tabId: number },
  fields: readonly Field[] = [],
): Promise<Outcome> {
  return tried(async () => {
    // The browser takes the click only as long as nothing comes between.
    const first = teachFirst(page.origin, fields);
    // Where the site is allowed already nobody is asked anything.
    if (!(await askForSite({ origin: page.origin, crm: page.crm }))) return 'denied';
    await first;
    const begun = await teachIn(page.tabId);
    await settle();
    return begun ? 'done' : 'failed';
  });
}

/** How teaching the page beside the panel was refused, and at which address; `null` where it was not. */
export interface Refusal {
  url: string;
  /**
   * `elsewhere`: nobody can be asked within a page of this browser, so the page of Footing's own where the
   * site is allowed was opened.
   */
  why: Exclude<Outcome, 'done'> | 'elsewhere';
}

const refusal = createStore<Refusal | null>()(() => null);

/** What came of it, where that is not the teaching itself. */
export const useRefusal = () => useStore(refusal);

/** Teaches the page beside the panel, which shows a deal at `url`, these fields first; within a click. */
export async function teachBeside(url: string, fields: readonly Field[] = []): Promise<void> {
  refusal.setState(null, true);
  const address = new URL(url);
  const { origin } = address;
  const tabId = besideTab();
  const crm = builtInAt(address) ?? sitesNow().find((site) => site.origin === origin)?.crm;
  const outcome = tabId === null || !crm ? 'failed' : await teachPage({ origin, crm, tabId }, fields);
  if (outcome === 'done') return;
  refusal.setState(
    { url, why: outcome === 'denied' && isBorrowing() ? await goElsewhere(origin, tabId) : outcome },
    true,
  );
}

async function goElsewhere(origin: string, tabId: number | null): Promise<Refusal['why']> {
  const query = new URLSearchParams({ site: origin, tab: String(tabId) });
  return openOwnPage(`/options.html?${query}#sites`).then(
    () => 'elsewhere',
    () => 'failed',
  );
}

/** The page whose panel led to this document, to be allowed here and then taught there. */
export type TeachWish = { origin: string; crm: Site['crm']; tabId: number };

/** It; `null` where somebody came here by themselves. */
export function useTeachWish(): TeachWish | null {
  return useMemo(() => {
    const query = new URLSearchParams(location.search);
    const site = siteOf(query.get('site') ?? '');
    const tabId = Number(query.get('tab') ?? Number.NaN);
    return site && Number.isInteger(tabId) ? { origin: site.origin, crm: site.likely ?? 'taught', tabId } : null;
  }, []);
}

/** Turns the site on, begins to teach the page, and goes back to it; within a click. */
export async function teachFromHere({ origin, crm, tabId }: TeachWish): Promise<Outcome> {
  const outcome = await turnOn(origin, crm, tabId);
  if (outcome !== 'done') return outcome;
  return tried(async () => {
    await showTab(tabId);
    return 'done';
  });
}

async function tried(work: () => Promise<Outcome>): Promise<Outcome> {
  return work().catch(() => 'failed' as const);
}

/** The sites that are turned on, now and after each change; `null` while they are read. */
export function useSites(): readonly Site[] | null {
  const [now, setNow] = useState<readonly Site[] | null>(null);
  useEffect(() => {
    const life = new AbortController();
    const take = (next: readonly Site[]) => {
      if (!life.signal.aborted) setNow(next);
    };
    onSites(take, life.signal);
    readSites().then(take, () => take([]));
    return () => life.abort();
  }, []);
  return now;
}

/** How each site's pages are read, now and after each look; nothing is known where that cannot be read. */
export function useReadings(): ReadonlyMap<string, SiteHealth> {
  const [readings, setReadings] = useState<ReadonlyMap<string, SiteHealth>>(new Map());
  useEffect(() => {
    const life = new AbortController();
    const look = async () => {
      const next = await allReadings().catch(() => new Map());
      if (!life.signal.aborted) setReadings(next);
    };
    onReadings(() => void look(), life.signal);
    void look();
    return () => life.abort();
  }, []);
  return readings;
}

/** The page on which the toolbar icon was pressed; `null` where there is none that could be a CRM's. */
export interface PageInFront {
  tabId: number;
  origin: string;
  host: string;
  /** Whether Footing is to run there without being turned on. */
  builtIn: boolean;
  /** Whether the browser keeps it from there all the same. */
  withheld: boolean;
  /** What its address looks like. */
  likely: Site['crm'] | null;
  /** Whether the browser asked for it lately, and was not told yes. */
  asked: boolean;
}

/** The page in front, as it was when this document opened. */
export function usePageInFront(): PageInFront | null {
  const [page, setPage] = useState<PageInFront | null>(null);
  useEffect(() => {
    const look = async () => {
      const front = await pageInFront();
      if (!front) return;
      const { tabId, url } = front;
      const builtIn = builtInAt(url) !== null;
      const withheld = builtIn && (await isWithheld(url.origin));
      const asked = await wasAskedFor(url.origin);
      setPage({ tabId, origin: url.origin, host: url.host, builtIn, withheld, likely: likelyCrmAt(url), asked });
    };
    // Without an answer of the browser there is nothing to turn on, and the rest of the page stands.
    look().catch(() => undefined);
  }, []);
  return page;
}

/** What a person typed or pasted as the address of a site; `null` where it is none. */
export function siteOf(typed: string): Pick<PageInFront, 'origin' | 'builtIn' | 'likely'> | null {
  const text = typed.trim();
  const url = URL.parse(/^[a-z]+:\/\//i.test(text) ? text : `https://${text}`);
  if (!url || !/^https?:$/.test(url.protocol) || !/[.:]|^localhost$/.test(url.host)) return null;
  return { origin: url.origin, builtIn: builtInAt(url) !== null, likely: likelyCrmAt(url) };
}

/** Whether there is nothing to turn on at a site: Footing runs there, and the browser cannot keep it from it. */
export function runsAnyway({ builtIn }: Pick<PageInFront, 'builtIn'>): boolean {
  return builtIn && !CAN_BE_WITHHELD;
}
