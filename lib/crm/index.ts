/** The CRMs that Footing knows. A further one is one more file, and one more line here. */
import type { DealKey } from '../domain/deal';
import type { CrmAdapter } from './adapter';
import { dynamics } from './dynamics';
import { espocrm } from './espocrm';
import { hubspot } from './hubspot';
import { odoo } from './odoo';
import { pipedrive } from './pipedrive';
import { salesforce } from './salesforce';
import { classic } from './salesforce-classic';
import type { Site } from './site';
import { suitecrm } from './suitecrm';
import { twenty } from './twenty';
import { zoho } from './zoho';

/** The one whose pages are in the manifest; the others run where the person turned them on. */
const BUILT_IN = salesforce;

export const adapters: readonly CrmAdapter[] = [
  salesforce,
  classic,
  hubspot,
  dynamics,
  odoo,
  espocrm,
  suitecrm,
  twenty,
  pipedrive,
  zoho,
];

/** The adapter for an address, given the sites that are turned on; `null` where it is of no CRM that may be read. */
export function adapterAt(url: URL, sites: readonly Site[]): CrmAdapter | null {
  if (BUILT_IN.org(url) !== null) return BUILT_IN;
  const site = sites.find(({ origin }) => origin === url.origin);
  const adapter = adapters.find(({ id }) => id === site?.crm);
  return adapter && adapter.org(url) !== null ? adapter : null;
}

/**
 * The CRM that an address looks like, be it turned on or not; `null` where nothing speaks for any. A
 * host of its makers' is sure; on other hosts the form of the address is a guess for the person to confirm.
 */
export function likelyAt(url: URL): CrmAdapter | null {
  const known = adapters.filter((adapter) => adapter.org(url) !== null);
  return known.find(({ hosts }) => hosts) ?? known.find((adapter) => adapter.place(url)) ?? null;
}

/** The deal at an address; `null` where it is of none. */
export function dealOf(address: string, sites: readonly Site[]): DealKey | null {
  const url = URL.parse(address);
  const place = url && adapterAt(url, sites)?.place(url);
  return place?.kind === 'deal' ? place.key : null;
}
