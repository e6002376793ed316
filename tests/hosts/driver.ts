/** The host page's driver, as its scripts offer it on `window.__app`. */
import type { HostDeal } from './deals.ts';
import type { HostOptions } from './options.ts';

export interface HostDriver {
  options: HostOptions;
  /** The keys that reached one of the page's own shortcuts, in order. */
  shortcuts: string[];
  /** `history.pushState`, then the record is drawn (after `options.draw` ms, or on `draw()`). */
  go(path: string): void;
  /** Draws what a slow page still owes; true if it owed anything. */
  draw(): boolean;
  /** Changes a record's values; `shown` replaces the text of a field by its API name. */
  set(id: string, changes: Partial<HostDeal> & { shown?: Record<string, string> }): void;
  /** Stores another stage, without a change of address. */
  stage(id: string, name: string): void;
  /** Adds and removes `n` nodes inside the record in front. */
  storm(n: number): Promise<void>;
  /** Opens a tab of the record in front. */
  tab(name: 'detail' | 'activity'): void;
  edit(editing?: boolean): void;
  kanban(on?: boolean): void;
  composer(open: boolean): void;
  modal(open: boolean): void;
  toast(text: string): void;
}

declare global {
  interface Window {
    __app: HostDriver;
  }
}
