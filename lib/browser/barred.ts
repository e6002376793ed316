/**
 * Pages that keep the panel's frame out. One that is isolated from others (COEP) takes in no document
 * that does not say by a header that it may be taken in, and Chromium gives that header to none whose
 * address is new in each session (156, 2026-11), as ours is, so that no page finds out that Footing is
 * there. The browser's side panel is the panel's place then. Firefox takes the frame into such a page as
 * into any other (153), and counts no document in a page among an extension's.
 */
import { browser } from '#imports';

const KEY = 'barred-tabs';
const tabs = new Set<number>();
let recalled: Promise<void> | undefined;

/** Reads what a worker before this one knew; to be called when the worker starts. */
export function recallBarred(): void {
  recalled = browser.storage.session.get(KEY).then(
    ({ [KEY]: kept }) => {
      if (Array.isArray(kept)) for (const id of kept) tabs.add(id);
    },
    // Forgotten, the tab is found out when its page is loaded again.
    () => undefined,
  );
}

/** Whether the page in this tab was found to keep the frame out. */
export async function wasBarred(tabId: number): Promise<boolean> {
  await recalled;
  return tabs.has(tabId);
}

/** Whether what was loaded into the frame of a tab is something else than `document`; it is remembered. */
export async function isBarred(tabId: number, document: string): Promise<boolean> {
  if (import.meta.env.FIREFOX) return false;
  const inTab = await browser.runtime.getContexts({ tabIds: [tabId] });
  const barred = !inTab.some(({ documentUrl }) => documentUrl && URL.parse(documentUrl)?.pathname === document);
  await recalled;
  if (barred) tabs.add(tabId);
  else tabs.delete(tabId);
  await browser.storage.session.set({ [KEY]: [...tabs] });
  return barred;
}

/**
 * Opens the side panel where the page in this tab keeps the frame out; `null` where it does not. Whether it
 * opened: the browser allows it in the event of a click alone, before anything is waited for.
 */
export function openBeside(tabId: number): Promise<boolean> | null {
  if (!tabs.has(tabId) || !browser.sidePanel) return null;
  return browser.sidePanel.open({ tabId }).then(
    () => true,
    () => false,
  );
}
