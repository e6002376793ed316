/** An adapter from facts: for every CRM whose addresses can be told apart by rules alone. */

import type { CrmAdapter } from './adapter';
import { type AddressRules, listsAt, namedIn } from './address';

export interface CrmFacts
  extends Pick<CrmAdapter, 'id' | 'hosts' | 'map'>,
    Partial<Pick<CrmAdapter, 'cardId' | 'moveOf'>> {
  /** Where it is not `id`. */
  crm?: string;
  rules: AddressRules;
  /** The org of a host, and of what `rules` found as one; where it is not what they found, or else the host. */
  orgOf?(host: string, found: string | undefined): string | null;
  /** The form in which an id is kept; `null` where it proves to be none. */
  idOf?(id: string): string | null;
}

/** Microsoft's proxy (Defender for Cloud Apps) before a site is the same site. */
const PROXY = /\.mcas\.ms$/;

export function siteAdapter(facts: CrmFacts): CrmAdapter {
  const { id, crm = id, hosts, rules, map } = facts;
  const { orgOf = (host, found) => found ?? host, idOf = (given) => given } = facts;

  const org = (url: URL): string | null => {
    const host = url.hostname.replace(PROXY, '');
    if (!/^https?:$/.test(url.protocol) || (hosts && !hosts.test(host))) return null;
    // A key's parts are parted by colons, and a port would be one more.
    return orgOf(url.port ? `${host}~${url.port}` : host, namedIn(rules, url)?.org)?.replaceAll(':', '~') ?? null;
  };

  return {
    id,
    crm,
    hosts,
    rules,
    org,
    place(url) {
      const named = namedIn(rules, url);
      const owner = org(url);
      const record = named && idOf(named.id);
      if (owner && record) return { kind: 'deal', key: `${crm}:${owner}:${record}` };
      return owner && listsAt(rules, url) ? { kind: 'list' } : null;
    },
    cardId: facts.cardId ?? (() => null),
    moveOf: facts.moveOf ?? (() => 'moves'),
    map,
  };
}
