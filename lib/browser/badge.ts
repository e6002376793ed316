/** The number on the toolbar icon, and the clock that keeps it true. */
import { browser } from '#imports';

const ALARM = 'reminders';

/** Shows a number; none at zero. `title` is what the icon says when pointed at. */
export async function showBadge(count: number, title: string): Promise<void> {
  await browser.action.setBadgeText({ text: count === 0 ? '' : String(count) });
  await browser.action.setBadgeBackgroundColor({ color: '#8a5a00' });
  await browser.action.setTitle({ title });
}

/** Calls `refresh` when the browser starts, after an update, and every hour: midnight passes while nobody looks. */
export function keepBadge(refresh: () => Promise<void>): void {
  // A count that could not be made now is made in an hour; nobody waits for it.
  const look = () => void refresh().catch(() => undefined);
  browser.runtime.onStartup.addListener(look);
  browser.runtime.onInstalled.addListener(() => {
    void browser.alarms.create(ALARM, { periodInMinutes: 60 });
    look();
  });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) look();
  });
}
