/**
 * What Footing knows of one CRM: its addresses as a function, its pages as data. One object per
 * CRM. The function runs in each of its pages; the data is sent to a page once that shows a deal.
 */
import type { IsoDay } from '../domain/day';
import type { DealKey, Field } from '../domain/deal';
import type { AddressRules } from './address';

/** What an address is: a deal, a page that lists deals, or nothing of ours. */
export type Place = { kind: 'deal'; key: DealKey } | { kind: 'list' } | null;

/** The adapters there are. Stored with each site, so an id is never given to another. */
export type AdapterId =
  | 'salesforce'
  | 'classic'
  | 'hubspot'
  | 'dynamics'
  | 'odoo'
  | 'espocrm'
  | 'suitecrm'
  | 'tryton'
  | 'twenty'
  | 'pipedrive'
  | 'zoho'
  /** None of ours: what a person taught. */
  | 'taught';

/**
 * What a fact about a CRM's pages rests on, the surest first. `run`: seen on a system that was run.
 * `official`: in its makers' own source, packages or documents. `seen`: in public code of others.
 * `guess`: nowhere.
 */
export type Basis = 'run' | 'official' | 'seen' | 'guess';

/**
 * What an adapter is tested on. `system`: the CRM itself. `hosts`: pages built of its makers' own
 * components. `pages`: pages written from the facts. No live customer's page of any.
 */
export type TestedOn = 'system' | 'hosts' | 'pages';

/** What may be told to people of an adapter. */
export interface CrmAbout {
  /** As its makers write it. */
  name: string;
  /** How sure it is that an address names a deal. */
  address: Basis;
  /** For each field the best that its places rest on; `null` where nothing trustworthy is known: it is typed. */
  reads: Readonly<Record<Field, Basis | null>>;
  testedOn: TestedOn;
  /** When its facts were last looked up: what they rest on was so then. */
  asOf: IsoDay;
}

/** One CRM. */
export interface CrmAdapter {
  id: AdapterId;
  about: CrmAbout;
  /** What the keys of its deals begin with; its `id`, but where two products keep the same records. */
  crm: string;
  /** The hosts of its makers' service; `null` where each customer runs it at an address of their own. */
  hosts: RegExp | null;
  /** How a page of it tells its deals apart; `null` for Lightning, whose own script knows. */
  rules: AddressRules | null;
  /** Pure: the org at an address, `null` where the address is none of this CRM's. */
  org(url: URL): string | null;
  /** Pure: an address and nothing else. The id comes from here, never from the layout. */
  place(url: URL): Place;
  /** Pure: the record on a board's card, by the classes and the name of what was touched; `null` where that names none. */
  cardId(of: string): string | null;
  /** Pure: what pressing an element of `moves` does, by the classes and the name of what was touched. */
  moveOf(of: string): Move;
  map: PageMap;
  /** What shows one deal each where deals are listed, the surest first; none where no row or card tells its deal. */
  rows: readonly Row[];
}

/**
 * A row or a card that shows one deal: the element, and its attribute that names the record. That is the
 * deal's address, or holds its `id` (a regular expression's first group, or all of it); then `address`
 * is the deal's, with `*` in place of the id. So which deal it is, is always said by an address.
 */
export type Row = readonly [element: string, attribute: string, id?: string, address?: string];

/**
 * Where a field may stand: what to call it, the element, and for an element that carries its
 * label, a regular expression (any case) for its label, its link and the words before it, as in
 * `Close Date|undefined|Amount` or `Client|/lightning/r/Account/001...|`. Where the value stands
 * within the element is `value`; without it, where the map says.
 */
export type Spot = readonly [from: string, element: string, label?: string, value?: string];

/** Whether a press moves the stage at once, chooses another, or saves what was chosen. */
export type Move = 'moves' | 'chooses' | 'saves';

/**
 * Where things stand on a CRM's pages, in selectors: near-data, so with each how sure it is and
 * since when. `reader.ts` reads by it; it parses nothing and waits for nothing.
 */
export interface PageMap {
  /** What holds one record's page, the surest first. Those that are hidden are copies of other records. */
  pages: readonly string[];
  /** What holds a page that is not in front, laid out or not. */
  behind: string;
  /** For each field, where it may stand, the surest first. */
  spots: Readonly<Record<Field, readonly Spot[]>>;
  /** A field's value within its element; where none matches, the element is the value. */
  value: string;
  /** Whether a value counts only while it can be seen: for pages whose hidden copies nothing else tells apart. */
  shown?: boolean;
  /** The label of an element that carries it. */
  label: string;
  /** What stands beside a value and is no part of it. */
  noise: string;
  /** Where values change while no address does: the stage, the amount, the close date. */
  watched: string;
  /** What is there only while the record is edited on its page: then values may be typed and not saved. */
  editing: string;
  /**
   * What a hand is on before the stage moves, by class and structure alone, so in every language: the
   * card of a board, which is dragged; what is pressed to move at once; where another stage is chosen;
   * what saves the choice. It is looked for along an event's path, through shadow roots.
   */
  moves: string;
  /** What the page docks at its lower edge (a composer): the launcher keeps clear of it. */
  docked: string;
}
