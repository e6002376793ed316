/** The CRMs that Footing knows, for people to read of. */
import type { AdapterId, CrmAbout } from '../crm/adapter';
import { adapters } from '../crm/index';

export type { Basis, TestedOn } from '../crm/adapter';

/** What an adapter reads, how surely, and what it was tested on. */
export type KnownCrm = CrmAbout & { id: AdapterId };

/** All of them, in the order of the registry. */
export function knownCrms(): KnownCrm[] {
  return adapters.map(({ id, about }) => ({ id, ...about }));
}

/** The name of the CRM that a deal's key begins with; the beginning itself where none is known by it. */
export function crmName(crm: string): string {
  const [first, other] = adapters.filter((adapter) => adapter.crm === crm);
  // Where two products keep the same records, what their names have in common.
  return (other ? first?.about.name.split(' ')[0] : first?.about.name) ?? crm;
}

/** The names of the CRMs whose lists tell which deal is which. */
export function markedCrms(): string[] {
  return adapters.filter(({ rows }) => rows.length > 0).map(({ about }) => about.name);
}
