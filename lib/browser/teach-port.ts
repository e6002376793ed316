/** The port from the document in which a page is taught to the script in that page, and what is known of the page's CRM. */
import { browser } from '#imports';
import type { PageMap } from '../crm/adapter';
import { adapterAt, dealOf } from '../crm/index';
import type { Site } from '../crm/site';
import { taughtMap } from '../crm/taught';
import type { DealKey } from '../domain/deal';
import type { Taught, TaughtAddress } from '../domain/taught';
import { readSites } from './sites';
import { type FromTaughtPage, type FromTeacher, TEACH_PORT } from './teach-messages';

export { asPattern, formOf, type Proposal, proposalsFor } from '../crm/address-pattern';

/** The way to the script in the page. */
export interface TeachPort {
  say(message: FromTeacher): void;
}

/** A port to the page around this document; `null` where there is none. */
export async function openTeachPort(
  hear: (message: FromTaughtPage) => void,
  gone: () => void,
): Promise<TeachPort | null> {
  const tab = window.top === window ? undefined : await browser.tabs.getCurrent();
  if (tab?.id === undefined) return null;
  const port = browser.tabs.connect(tab.id, { frameId: 0, name: TEACH_PORT });
  port.onMessage.addListener(hear);
  port.onDisconnect.addListener(() => {
    void browser.runtime?.lastError; // Read, or the browser complains.
    gone();
  });
  return { say: (message) => port.postMessage(message) };
}

/** A site while it is taught: how its pages are read, and which deal an address is of. */
export interface TaughtSite {
  /** Whether its CRM is one that Footing knows: then its addresses need no teaching. */
  known: boolean;
  crm: Site['crm'];
  map(fields: Taught['fields']): PageMap;
  deal(url: URL, address: TaughtAddress | null, fields: Taught['fields']): DealKey | null;
}

/** The site at an address, as it would be with what is being taught. */
export async function taughtSiteAt(url: URL): Promise<TaughtSite> {
  const kept = (await readSites()).find(({ origin }) => origin === url.origin);
  const bare = kept ? [{ origin: kept.origin, crm: kept.crm }] : [];
  const adapter = adapterAt(url, bare);
  const crm = adapter?.id ?? 'taught';
  return {
    known: adapter !== null,
    crm,
    map: (fields) => taughtMap({ fields }, adapter?.map),
    deal: (at, address, fields) => dealOf(at.href, [{ origin: at.origin, crm, taught: { address, fields } }]),
  };
}
