/**
 * What an adapter knows of one CRM's pages. It reads strings as shown and parses nothing,
 * waits for nothing, and keeps nothing. One object per CRM; its selectors are near-data, each
 * with how sure it is and since when.
 */
import type { DealKey, Field, ReadField } from '../domain/deal';

/** What an address is: a deal, a page that lists deals, or nothing of ours. */
export type Place = { kind: 'deal'; key: DealKey } | { kind: 'list' } | null;

export interface CrmAdapter {
  id: string;
  /** Match patterns of the pages it may look at. */
  matches: readonly string[];
  /** Pure: an address and nothing else. The id comes from here, never from the layout. */
  place(url: URL): Place;
  /**
   * The smallest element that holds the active record with this key, laid out and not a hidden
   * copy; `null` while the page has not drawn it.
   */
  host(doc: Document, key: DealKey): Element | null;
  /** What the active record shows, as shown; `null` for what is not there. */
  read(host: Element): Record<Field, ReadField | null>;
  /** The element whose mutations tell that the stage may have changed (no address changes then). */
  stageElement(host: Element): Element | null;
}
