/** A deal on one sheet, in words: what is printed, and what leaves as Markdown. */

/** The sheet as a whole. */
export interface DealSheet {
  title: string;
  /** One line under the title; empty for none. */
  under: string;
  facts: readonly { name: string; value: string }[];
  parts: readonly SheetPart[];
}

/** A heading with what stands under it. */
export interface SheetPart {
  heading: string;
  items: readonly SheetItem[];
}

/** One entry of a part. */
export interface SheetItem {
  text: string;
  /** A second line; empty for none. */
  more: string;
  /** What somebody said, as typed; empty for nothing. */
  quote: string;
}
