/**
 * Notifications of the system, for people who want them: the browser grants them on a click on the
 * options page, and that grant is the setting. Without it nothing here does anything.
 */
import { browser } from '#imports';

const GRANT = { permissions: ['notifications' as const] };
/** Which day each deal was told of, so that each return is told once. */
const TOLD = 'told-returns';

/** Whether the person wants them: whether the browser grants them. */
export function mayNotify(): Promise<boolean> {
  return browser.permissions.contains(GRANT);
}

/** Asks the browser, which asks the person; only within a click. */
export function askToNotify(): Promise<boolean> {
  return browser.permissions.request(GRANT);
}

/** Gives the grant back. */
export async function stopNotifying(): Promise<void> {
  await browser.permissions.remove(GRANT);
}

/** One notification. */
export interface Notice {
  /** What it is about, and the day that it is for. */
  deal: string;
  on: string;
  title: string;
  text: string;
}

/** Shows what was not shown yet; a return of another day is another. */
export async function notifyOnce(notices: readonly Notice[]): Promise<void> {
  if (!(await mayNotify())) return;
  const kept = (await browser.storage.local.get(TOLD))[TOLD];
  const told = new Map<string, unknown>(typeof kept === 'object' && kept !== null ? Object.entries(kept) : []);
  for (const { deal, on, title, text } of notices) {
    if (told.get(deal) === on) continue;
    await browser.notifications.create(`${deal} ${on}`, {
      type: 'basic',
      iconUrl: browser.runtime.getURL('/icon/128.png'),
      title,
      message: text,
    });
  }
  // What is not among the returns any more may return again.
  await browser.storage.local.set({ [TOLD]: Object.fromEntries(notices.map(({ deal, on }) => [deal, on])) });
}
