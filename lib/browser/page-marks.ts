/**
 * Firmness beside the deals of a list, on the sites that are turned on. This script comes into a page
 * only while the person wants that; run again, it begins again.
 */
import { type MarkedList, markList } from './marked-list';
import { type ListKit, type Marks, STILL_PORT, type ToTab, type ToWorker } from './messages';

declare const chrome: typeof import('#imports').browser;

/** What takes the marks away and ends the script; `grants.ts` calls it too. Pages do not see it. */
const world = globalThis as { footingMarks?: (() => void) | undefined };

export function markLists(): void {
  world.footingMarks?.();
  const life = new AbortController();
  const { signal } = life;
  let list: MarkedList | undefined;
  let at = '';

  const leave = () => {
    life.abort();
    list?.remove();
    world.footingMarks = undefined;
  };
  world.footingMarks = leave;

  /** An update leaves this script behind with nobody to speak to. */
  const isAlive = () => {
    if (!chrome.runtime.id) leave();
    return !signal.aborted;
  };
  /** `undefined` from a worker that was stopped under the question. */
  const ask = async <T>(question: ToWorker): Promise<T | undefined> =>
    isAlive() ? chrome.runtime.sendMessage(question).catch(() => undefined) : undefined;
  const firmness = async (urls: readonly string[]) => (await ask<Marks>({ t: 'marks', urls })) ?? null;

  const look = async () => {
    const url = location.href;
    // Nobody has come yet to a page that the browser draws ahead.
    if (url === at || (document as Document & { prerendering?: boolean }).prerendering) return;
    at = url;
    list?.remove();
    list = undefined;
    const kit = await ask<ListKit | null>({ t: 'list', url });
    if (at !== url || signal.aborted) return;
    if (kit) list = markList(kit, { isAlive, firmness });
    // Not answered: asked again when someone comes back to the page.
    else if (kit === undefined) at = '';
  };

  const back = () => {
    if (document.hidden) return;
    look();
    // Answers may have been given in another tab.
    list?.renew();
  };
  document.addEventListener('visibilitychange', back, { signal });
  document.addEventListener('prerenderingchange', look, { signal });
  navigation.addEventListener('currententrychange', look, { signal });
  // Only the extension itself is heard here.
  chrome.runtime.onMessage.addListener((message: ToTab) => {
    if (message.t === 'leave' && !signal.aborted) leave();
  });
  chrome.runtime.onConnect.addListener(({ name }) => {
    if (name !== STILL_PORT || signal.aborted) return;
    at = '';
    look();
  });
  look();
}
