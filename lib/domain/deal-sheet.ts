/** A deal on one sheet, in words: what is printed, and what leaves as Markdown. */

export interface DealSheet {
  title: string;
  /** One line under the title; empty for none. */
  under: string;
  facts: readonly { name: string; value: string }[];
  parts: readonly SheetPart[];
}

export interface SheetPart {
  heading: string;
  items: readonly SheetItem[];
}

export interface SheetItem {
  text: string;
  /** A second line; empty for none. */
  more: string;
  /** What somebody said, as typed; empty for nothing. */
  quote: string;
}
