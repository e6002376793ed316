/**
 * Every message that crosses a border, and nothing else does: page to service worker
 * (`runtime.sendMessage`), service worker to page (`tabs.sendMessage`), panel to page and back
 * (a port named `PANEL_PORT`, opened by the panel). `window.postMessage` is never used: the
 * page could speak there too.
 */
import type { PageMap, Row } from '../crm/adapter';
import type { AddressRules } from '../crm/address';
import type { DealKey, RawDeal } from '../domain/deal';

/** The name of the port between panel and page. */
export const PANEL_PORT = 'panel';

/** Opened to whoever runs in a tab, and closed: ask whether you still may. */
export const STILL_PORT = 'still';

/** Where the launcher and the panel stand on one site; kept per origin. */
export interface SitePlacement {
  side: 'left' | 'right';
  /** The launcher's middle, as a share of the window's height (0 to 1). */
  y: number;
  /** The panel's width in CSS pixels, within `PANEL_WIDTH`. */
  width: number;
  /** Whether the panel was left open. */
  open: boolean;
  /** Whether the launcher was asked to go; the toolbar icon brings it back. */
  hidden: boolean;
}

/** How narrow and how wide the panel can be, in CSS pixels. */
export const PANEL_WIDTH = { min: 320, max: 640 } as const;

/** Where they stand on a site on which nobody moved them. */
export const DEFAULT_PLACEMENT: SitePlacement = { side: 'right', y: 0.5, width: 360, open: false, hidden: false };

/** What the launcher shows. */
export interface LauncherNumbers {
  /** Whether anything is kept of this deal yet; a page is read only if so, or if the panel is open. */
  known: boolean;
  /** 0 to 100; `null` while nothing is due, or nothing is answered. */
  firmness: number | null;
  gaps: number;
  /** The launcher's accessible name, in the person's language. */
  label: string;
}

/** What a page shows of whatever deal it is at. */
export type ShownDeal = Omit<RawDeal, 'key' | 'url'>;

/** Page to service worker. An address is believed as far as the sender's own org goes. */
export type ToWorker =
  /** How are addresses told apart here? Asked once, where the script does not know. Answered with `SiteRules`. */
  | { t: 'rules' }
  /** The page is at this address (`null`: at no deal's). Answered with `WorkerView`, `null` at no deal. */
  | { t: 'at'; url: string | null }
  /** The page shows this of the deal at this address. Remembered only if the deal is known. Answered with `WorkerView`. */
  | { t: 'seen'; url: string; raw: ShownDeal }
  /**
   * A person is about to move a deal on: `by` is the type of the event, `of` the classes and the name
   * of what was touched. Answered with `WorkerView` where there is something to know first.
   */
  | { t: 'advancing'; url: string | null; by: string; of: string }
  /** Are deals listed at this address, and marks wanted? Answered with `ListKit`, `null` where not. */
  | { t: 'list'; url: string }
  /** How firm are the deals at these addresses? Answered with `Marks`. */
  | { t: 'marks'; urls: readonly string[] }
  /** Something was loaded into the panel's frame. Answered with `WorkerView` where that is not the panel. */
  | { t: 'framed'; url: string | null }
  /** Launcher or panel was moved, opened, closed or hidden: what changed of it. Answered with `WorkerView` where the page keeps the panel out. */
  | { t: 'placed'; url: string | null; placement: Partial<SitePlacement> };

/** `null` where the site is not turned on. */
export type SiteRules = AddressRules | null;

/** What the worker says of a deal. */
export interface WorkerView {
  numbers: LauncherNumbers;
  placement: SitePlacement;
  /** What a page needs once it shows a deal: so pages that show none carry none of it. */
  kit: PageKit;
  /** What to know before the deal moves on, or that the panel has to open elsewhere; only the answer to these has it. */
  line?: string;
}

/** How a list's rows and cards are found, and what marks look like. */
export interface ListKit {
  rows: readonly Row[];
  css: string;
}

/** What is known of each deal that was asked for, in the same order; `null` of one that is not known here. */
export type Marks = readonly (LauncherNumbers | null)[];

/** How the CRM's pages are read, and what the launcher looks like. */
export interface PageKit {
  map: PageMap;
  css: string;
}

/** To a page: the toolbar icon or the shortcut was used; or the site was changed or turned off, and the script there makes room. */
export type ToTab = { t: 'toggle' } | { t: 'leave' };

/** Panel to page. `n` numbers a question; its answer carries the same. */
export type FromPanel =
  /** Which deal is the page's address at, now? */
  | { t: 'where'; n: number }
  /** Read the active record, now. */
  | { t: 'read'; n: number }
  /** For the launcher, if the page is still at this deal. */
  | { t: 'numbers'; key: DealKey; numbers: LauncherNumbers }
  | { t: 'close' }
  /** Hide launcher and panel on this site until the toolbar icon is used. */
  | { t: 'hide' }
  | { t: 'dock'; side: 'left' | 'right' }
  /** `done` when the handle was let go: then it is kept. */
  | { t: 'width'; width: number; done: boolean }
  /** Give the keyboard back to the page. */
  | { t: 'leave' };

/** Page to panel, as the page says it: it knows its address (`null`: of no deal), and no keys. */
export type FromPage =
  | { t: 'where'; n: number; url: string | null }
  | { t: 'deal'; n?: number; url: string | null; raw: ShownDeal | null }
  | { t: 'advancing'; url: string | null }
  | PageState;

/** What the panel hears of it. */
export type ToPanel =
  | { t: 'where'; n: number; key: DealKey | null }
  /**
   * The page is at this deal (`null`: at none). `raw` is `null` while the page has not drawn it.
   * Sent on each navigation, again when the record can be read or its stage changed, and as the
   * answer to `read` (then with its `n`).
   */
  | { t: 'deal'; n?: number; key: DealKey | null; raw: RawDeal | null }
  /** A person is about to move this deal on, with something to know first; `null`: one on a board. */
  | { t: 'advancing'; key: DealKey | null }
  | PageState;

type PageState =
  /** The panel was shown or hidden; `focus` when it should take the keyboard. */
  { t: 'shown'; focus: boolean } | { t: 'hidden' } | { t: 'placement'; placement: SitePlacement };
