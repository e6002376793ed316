/**
 * What an address says, by rules that are data: so one script can be on the pages of every CRM and
 * knows none of them. The adapter and the page go by the same rules.
 */

/** How the addresses of one CRM are told apart. Regular expressions over what follows the origin: path, query, hash. */
export interface AddressRules {
  /**
   * An address of a deal. Its group `id` is the record's id; `org`, where it has one, says whose
   * the record is. Where an id has more forms than one, `same` is the part of `id` that all have.
   */
  deal: string;
  /** An address that lists deals, as a table or a board. */
  list: string;
  /** `i` where upper and lower case make no difference; ids are then kept in lower case. */
  flags: '' | 'i';
  /** The card of a board, as a selector; one that matches nothing where a card tells no record. */
  card: string;
  /**
   * A selector of what is on the page of a deal and of no other record: what must be there where the
   * address alone leaves open what it is of, which is where the group `unsure` of `deal` matched.
   */
  witness?: string;
}

/** What an address names. */
export interface Named {
  id: string;
  org: string | undefined;
  /** Tells this deal from others; within its key, when that is followed by a colon. */
  hint: string;
  /** Set where a record of another kind may stand at this address too. */
  unsure: boolean;
}

/** The deal that an address names; `null` where it names none. */
export function namedIn({ deal, flags }: AddressRules, url: URL): Named | null {
  const said = afterOrigin(url);
  const groups = RegExp(deal, flags).exec(flags ? said.toLowerCase() : said)?.groups;
  if (!groups?.id) return null;
  const { id, org, same, unsure } = groups;
  return { id, org, hint: `${org ?? ''}:${same ?? `${id}:`}`, unsure: unsure !== undefined };
}

/** Whether deals are listed at an address. */
export function listsAt({ list, flags }: AddressRules, url: URL): boolean {
  return RegExp(list, flags).test(afterOrigin(url));
}

function afterOrigin({ href, origin }: URL): string {
  return href.slice(origin.length);
}
