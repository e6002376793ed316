/** The CRMs that Footing knows. A further one is one more file, and one more line here. */
import type { CrmAdapter } from './adapter';
import { salesforce } from './salesforce';

export const adapters: readonly CrmAdapter[] = [salesforce];

/** The adapter for an address; `null` where it is of no CRM that we know. */
export function adapterAt(url: URL): CrmAdapter | null {
  return adapters.find((adapter) => adapter.org(url) !== null) ?? null;
}
