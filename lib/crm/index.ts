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
import { taughtAdapter, taughtMap } from './taught';
import { tryton } from './tryton';
import { twenty } from './twenty';
import { zoho } from './zoho';

/** The one whose pages are in the manifest; the others run where the person turned them on. */
const BUILT_IN = salesforce;

/** All of them. Where an address could be of two, the first is meant. */
export const adapters: readonly CrmAdapter[] = [
  salesforce,
  classic,
  hubspot,
  dynamics,
  odoo,
  espocrm,
  suitecrm,
  tryton,
  twenty,
  pipedrive,
  zoho,
];

/** Whether an address is of the CRM that runs without being turned on. */
export function isBuiltIn(url: URL): boolean {
  return BUILT_IN.org(url) !== null;
}

/**
 * The adapter for an address, given the sites that are turned on, with what was taught there put
 * before what it knows; `null` where it is of no CRM that may be read.
 */
export function adapterAt(url: URL, sites: readonly Site[]): CrmAdapter | null {
  const site = sites.find(({ origin }) => origin === url.origin);
  const { address, fields } = site?.taught ?? {};
  if (site?.crm === 'taught') return address && fields ? taughtAdapter(address, fields) : null;
  const adapter = isBuiltIn(url) ? BUILT_IN : adapters.find(({ id }) => id === site?.crm);
  if (!adapter || adapter.org(url) === null) return null;
  return fields ? { ...adapter, map: taughtMap({ fields }, adapter.map) } : adapter;
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
