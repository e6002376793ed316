/**
 * What a page of Salesforce can tell by itself, in few bytes, because each of them carries it: enough
 * to know when to ask. What an address is about is said by `place`, where the answer is looked up.
 */

/**
 * What tells the deal at an address from others; `null` where there can be none. The first 15
 * characters of its id, or all of what `/one/one.app#` packs, which may prove to be no deal.
 */
export function dealHint({ pathname, hash }: URL): string | null {
  return /(?<=(?:\/r|#\/sObject)(?:\/.*)?\/)006[^\W_]{12}|(?<=app#)[^/].+/.exec(pathname + hash)?.[0] ?? null;
}

/** Whether opportunities are listed at an address, as a table or, with the same address, as a board. */
export function isList({ pathname }: URL): boolean {
  return /Opportunity\/list/.test(pathname);
}

/** Seen three times: a card of a board, which has the record's id as a class. */
export const CARD = '.pipelineViewCard';
