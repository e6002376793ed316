/** What a Salesforce Lightning address says: which org, which deal. */
import type { DealKey } from '../domain/deal';
import { longId } from './record-id';

// An opportunity's id begins with 006 and has 15 or 18 characters. It stands in `/lightning/r/...`,
// within an app or not; before Spring '18 in `/one/one.app#/sObject/...`. The path alone decides:
// `?ws=` names the workspace of a console's tab, not what the tab shows.
const PATH =
  /^\/(?:lightning(?:\/app\/[^/]+)?\/r|one\/one\.app\/?#\/sObject)\/(?:(?:opportunity|sobject)\/)?(006[^\W_]{12}(?:[^\W_]{3})?)(?![^/?#])/i;

// Before Spring '18 also in `/one/one.app#...`, as base64 of the JSON of a record's component or of a page
// about one. Its own record decides before that which it belongs to, in whatever order they stand.
const OLD = /^\/one\/one\.app\/?$/;
const PACKED = [/"recordId"\s*:\s*"([^"]*)"/, /ecordId"\s*:\s*"([^"]*)"/, /"[^"]*[?&]id=([^"&#]*)/];
const ID = /^006[^\W_]{12}(?:[^\W_]{3})?$/;

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
  const given = PATH.exec(pathname + hash)?.[1] ?? (OLD.test(pathname) ? packedId(unpack(hash)) : null);
  const id = given && longId(given);
  return id ? `salesforce:${orgOfHost(hostname)}:${id}` : null;
}

/** The first that names any record decides, be it a deal or not. */
function packedId(text: string): string | null {
  const found = PACKED.map((pattern) => pattern.exec(text)?.[1]).find((id) => id !== undefined);
  return found !== undefined && ID.test(found) ? found : null;
}

function unpack(hash: string): string {
  try {
    return atob(decodeURIComponent(hash.slice(1)));
  } catch {
    return ''; // Not packed.
  }
}
