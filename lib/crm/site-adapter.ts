/** An adapter from facts: for every CRM whose addresses can be told apart by rules alone. */
import type { Field } from '../domain/deal';
import type { Basis, CrmAbout, CrmAdapter, PageMap, Spot } from './adapter';
import { type AddressRules, listsAt, namedIn } from './address';

/** What is known of a CRM; what is left out is not known, or not there. */
export interface CrmFacts
  extends Pick<CrmAdapter, 'id' | 'hosts'>,
    Partial<Pick<CrmAdapter, 'cardId' | 'moveOf' | 'rows'>> {
  /** What its keys begin with, where that is not `id`. */
  crm?: string;
  about: Omit<CrmAbout, 'reads'> & { reads: Partial<Record<Field, Basis>> };
  rules: Omit<AddressRules, 'card'> & Partial<AddressRules>;
  /** The org of a host, and of what `rules` found as one; where it is not what they found, or else the host. */
  orgOf?(host: string, found: string | undefined): string;
  /** The form in which an id is kept; `null` where it proves to be none. */
  idOf?(id: string): string | null;
  map: Pick<PageMap, 'pages'> & Partial<Omit<PageMap, 'spots'>> & { spots: Partial<Record<Field, readonly Spot[]>> };
}

/** A selector that matches nothing. */
const NOTHING = ':not(*)';

/** What no person reads as a value: code, drawings, the entries of a list that are not chosen. */
const NOISE = 'script,style,svg,option:not(:checked)';

const NO_PLACE: Record<Field, readonly Spot[]> = {
  name: [],
  account: [],
  stage: [],
  amount: [],
  closeDate: [],
  owner: [],
};

const UNREAD: CrmAbout['reads'] = {
  name: null,
  account: null,
  stage: null,
  amount: null,
  closeDate: null,
  owner: null,
};

/** Microsoft's proxy (Defender for Cloud Apps) before a site is the same site. */
const PROXY = /\.mcas\.ms$/;

/** The adapter that these facts make. */
export function siteAdapter(facts: CrmFacts): CrmAdapter {
  const { id, crm = id, about, hosts, map } = facts;
  const { orgOf = (host, found) => found ?? host, idOf = (given) => given } = facts;
  const rules = { card: NOTHING, ...facts.rules };

  const org = (url: URL): string | null => {
    const host = url.hostname.replace(PROXY, '');
    if (!/^https?:$/.test(url.protocol) || (hosts && !hosts.test(host))) return null;
    // A key's parts are parted by colons, and a port would be one more.
    return orgOf(url.port ? `${host}~${url.port}` : host, namedIn(rules, url)?.org).replaceAll(':', '~');
  };

  return {
    id,
    about: { ...about, reads: { ...UNREAD, ...about.reads } },
    crm,
    hosts,
    rules,
    org,
    place(url) {
      const owner = org(url);
      const named = owner && namedIn(rules, url);
      const record = named && idOf(named.id);
      if (owner && record) return { kind: 'deal', key: `${crm}:${owner}:${record}` };
      return owner && listsAt(rules, url) ? { kind: 'list' } : null;
    },
    cardId: facts.cardId ?? (() => null),
    moveOf: facts.moveOf ?? (() => 'moves'),
    rows: facts.rows ?? [],
    map: {
      behind: NOTHING,
      value: NOTHING,
      label: NOTHING,
      watched: NOTHING,
      editing: NOTHING,
      moves: NOTHING,
      docked: NOTHING,
      ...map,
      noise: map.noise ? `${NOISE},${map.noise}` : NOISE,
      spots: { ...NO_PLACE, ...map.spots },
    },
  };
}
