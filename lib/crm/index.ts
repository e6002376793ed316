/** The CRMs that Footing knows. A further one is one more file, and one more line here. */
import type { DealKey } from '../domain/deal';
import type { CrmAdapter } from './adapter';
import { salesforce } from './salesforce';

export const adapters: readonly CrmAdapter[] = [salesforce];

/** The adapter for an address; `null` where it is of no CRM that we know. */
export function adapterAt(url: URL): CrmAdapter | null {
  return adapters.find((adapter) => adapter.org(url) !== null) ?? null;
}

/** The deal at an address; `null` where it is of none. */
export function dealOf(address: string): DealKey | null {
  const url = URL.parse(address);
  const place = url && adapterAt(url)?.place(url);
  return place?.kind === 'deal' ? place.key : null;
}
