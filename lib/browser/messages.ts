/**
 * Every message that crosses a border, and nothing else does: page to service worker
 * (`runtime.sendMessage`), service worker to page (`tabs.sendMessage`), panel to page and back
 * (a port named `PANEL_PORT`, opened by the panel). `window.postMessage` is never used: the
 * page could speak there too.
 */
import type { PageMap } from '../crm/adapter';
import type { DealKey, RawDeal } from '../domain/deal';

export const PANEL_PORT = 'panel';

/** Where the launcher and the panel stand on one site; kept per origin. */
export interface SitePlacement {
  side: 'left' | 'right';
  /** The launcher's middle, as a share of the window's height (0 to 1). */
  y: number;
  /** The panel's width in CSS pixels. */
  width: number;
  /** Whether the panel was left open. */
  open: boolean;
  /** Whether the launcher was asked to go; the toolbar icon brings it back. */
  hidden: boolean;
}

export const DEFAULT_PLACEMENT: SitePlacement = { side: 'right', y: 0.5, width: 360, open: false, hidden: false };

/** What the launcher shows. */
export interface LauncherNumbers {
  /** Whether anything is kept of this deal yet; a page is read only if so, or if the panel is open. */
  known: boolean;
  /** 0 to 100; `null` while nothing is due. */
  firmness: number | null;
  gaps: number;
  /** The launcher's accessible name, in the person's language. */
  label: string;
}

/** Page to service worker. */
export type ToWorker =
  /** The page is at this deal (`null`: at no deal). Answered with `WorkerView`, `null` at no deal. */
  | { t: 'at'; key: DealKey | null }
  /** The page shows this. Remembered only if the deal is known. Answered with `WorkerView`. */
  | { t: 'seen'; raw: RawDeal }
  /** Launcher or panel was moved, opened, closed or hidden: what changed of it. Not answered. */
  | { t: 'placed'; placement: Partial<SitePlacement> };

export interface WorkerView {
  numbers: LauncherNumbers;
  placement: SitePlacement;
  /** What a page needs once it shows a deal: so pages that show none carry none of it. */
  kit: PageKit;
}

/** How the CRM's pages are read, and what the launcher looks like. */
export interface PageKit {
  map: PageMap;
  css: string;
}

/** Service worker to page: the toolbar icon or the shortcut was used. */
export type ToTab = { t: 'toggle' };

/** Panel to page. `n` numbers a question; its answer carries the same. */
export type FromPanel =
  /** Which deal is the page's address at, now? */
  | { t: 'where'; n: number }
  /** Read the active record, now. */
  | { t: 'read'; n: number }
  | { t: 'numbers'; numbers: LauncherNumbers }
  | { t: 'close' }
  /** Hide launcher and panel on this site until the toolbar icon is used. */
  | { t: 'hide' }
  | { t: 'dock'; side: 'left' | 'right' }
  /** `done` when the handle was let go: then it is kept. */
  | { t: 'width'; width: number; done: boolean }
  /** Give the keyboard back to the page. */
  | { t: 'leave' };

/** Page to panel. */
export type ToPanel =
  | { t: 'where'; n: number; key: DealKey | null }
  /**
   * The page is at this deal (`null`: at none). `raw` is `null` while the page has not drawn it.
   * Sent on each navigation, again when the record can be read or its stage changed, and as the
   * answer to `read` (then with its `n`).
   */
  | { t: 'deal'; n?: number; key: DealKey | null; raw: RawDeal | null }
  /** The panel was shown or hidden; `focus` when it should take the keyboard. */
  | { t: 'shown'; focus: boolean }
  | { t: 'hidden' }
  | { t: 'placement'; placement: SitePlacement };
