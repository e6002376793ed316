/** When backups are made: once an hour, in the service worker, which no panel waits for. */
import { browser } from '#imports';

const ALARM = 'backups';
/** The browser stops a worker that it heard nothing of for 30 seconds. */
const SIGN_OF_LIFE_MS = 20_000;

/** Calls `make` once an hour; what it could not do now is tried again in an hour. */
export function keepBackups(make: () => Promise<unknown>): void {
  browser.runtime.onInstalled.addListener(() => {
    void browser.alarms.create(ALARM, { delayInMinutes: 10, periodInMinutes: 60 });
  });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name !== ALARM) return;
    const alive = setInterval(() => void browser.runtime.getPlatformInfo(), SIGN_OF_LIFE_MS);
    void make()
      .catch(() => undefined)
      .finally(() => clearInterval(alive));
  });
}
