/** What a Salesforce Lightning address says: which org, which deal. */
import type { DealKey } from '../domain/deal';
import { longId } from './record-id';

// An opportunity's id begins with 006 and has 15 or 18 characters. It stands in `/lightning/r/...`,
// within an app or not; before Spring '18 in `/one/one.app#/sObject/...`, or in `/one/one.app#...` as
// base64 of the JSON of a record's component or of a page about one. The path alone decides:
// `?ws=` names the workspace of a console's tab, not what the tab shows.
const DEAL =
  /^\/(?:(?:lightning(?:\/app\/[^/]+)?\/r|one\/one\.app\/?#\/sObject)\/(?:(?:[Oo]pportunity|sObject)\/)?|one\/one\.app.*(?:ecordId"\s*:\s*"|"[^"]*[?&]id=))(006[^\W_]{12}(?:[^\W_]{3})?)(?![^/?#&"])/;

/**
 * The org of a host: the My Domain name with its sandbox and partition (`acme--uat.sandbox`), and
 * with the cloud where it is not the common one (`acme.crmforce.mil`): two clouds may know the same
 * name. Microsoft's proxy before an org (`.mcas.ms`) is the same org.
 */
export function orgOfHost(host: string): string {
  return host.replace(/\.lightning\.force\.com(\.mcas\.ms)?$|\.lightning(?=\.)/, '');
}

/** The deal at an address of Salesforce. */
export function dealAt({ hostname, pathname, hash }: URL): DealKey | null {
  const id = DEAL.exec(pathname + hash + unpack(hash))?.[1];
  return id ? `salesforce:${orgOfHost(hostname)}:${longId(id)}` : null;
}

function unpack(hash: string): string {
  try {
    return atob(decodeURIComponent(hash.slice(1)));
  } catch {
    return ''; // Not packed.
  }
}
