/** The ways from the panel to the other places of Footing. */
import { hasSidePanel, openOwnPage, openSidePanel, reloadPage } from '../browser/panel-page';
import type { DealKey } from '../domain/deal';
import { pageLink, tellPage } from './page-link';

/** Whether this browser has a side panel. */
export const sidePanelIsThere = hasSidePanel;

/** The same panel in the browser's side panel; the one over the page makes room. */
export async function openSide(): Promise<void> {
  await openSidePanel();
  tellPage({ t: 'close' });
}

/** The panel on a deal, in a tab of its own. */
export function openPanelTab(deal: DealKey): Promise<void> {
  return openOwnPage(`/panel.html?deal=${encodeURIComponent(deal)}`);
}

/** The review, in a tab of its own. */
export function openReview(): Promise<void> {
  return openOwnPage('/review.html');
}

/** Where one deal is handed over: nothing leaves from within a page. */
export function openHandOver(deal: DealKey): Promise<void> {
  return openOwnPage(`/review.html#hand=${encodeURIComponent(deal)}`);
}

/** The options, in a tab of their own. */
export function openOptions(): Promise<void> {
  return openOwnPage('/options.html');
}

/** Loads the page under the panel again, within a click. */
export function reloadUnderPanel(): void {
  reloadPage(pageLink.getState().raw?.url ?? null);
}
