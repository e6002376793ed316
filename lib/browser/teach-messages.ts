/**
 * What is said between the document in which a person teaches a page and the script in that page.
 * The document asks and decides; the script points, reads and says what is there.
 */
import type { PageMap } from '../crm/adapter';
import type { RawDeal } from '../domain/deal';
import type { FieldOutline } from '../domain/reading';
import type { TaughtSpot } from '../domain/taught';

/** The name of the port between them. */
export const TEACH_PORT = 'teach';

/** What the document asks. */
export type FromTeacher =
  /** Let the person point at something on the deal's page, by this map; `words` say at what, and how. */
  | { t: 'point'; words: string; map: PageMap }
  /** No more pointing. */
  | { t: 'stop' }
  /** Read the page by this map. */
  | { t: 'read'; map: PageMap }
  /** What is the page made of, where this map looks? */
  | { t: 'outline'; map: PageMap }
  | { t: 'close' };

/** What the script says. */
export type FromTaughtPage =
  /** The page is at this address; said at the start and after each move. */
  | { t: 'at'; url: string }
  /** The person pointed at this: where its like is found, the surest first, and what stands there. */
  | { t: 'pointed'; spots: TaughtSpot[]; text: string }
  /** The person gave pointing up. */
  | { t: 'left' }
  | { t: 'read'; url: string; language: string | null; fields: RawDeal['fields'] }
  | { t: 'outline'; outline: FieldOutline[] };
