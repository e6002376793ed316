/**
 * Whether the dates that a site shows this person have the day before the month, in `storage.local`, once
 * one of them has shown it. Where each person chooses the form of dates, nothing else on a page says so.
 */
import { browser } from '#imports';

const PREFIX = 'day-first:';

/** What was noted of a site last; `null` while no date of its pages has shown it. */
export async function readDayFirst(origin: string): Promise<boolean | null> {
  const key = PREFIX + origin;
  const kept = (await browser.storage.local.get(key))[key];
  return typeof kept === 'boolean' ? kept : null;
}

/** Notes it; the newest counts, because a person may choose another form. */
export async function noteDayFirst(origin: string, dayFirst: boolean): Promise<void> {
  await browser.storage.local.set({ [PREFIX + origin]: dayFirst });
}
