/** What a page shows, read as this person's pages are written. */
import type { DealSnapshot, RawDeal } from '../domain/deal';
import { dayFirstIn, toSnapshot } from '../domain/parse';
import { noteDayFirst, readDayFirst } from '../storage/day-first';

/** The page's values. A date that shows which of its numbers is the day settles those that do not. */
export async function snapshotOf(raw: RawDeal): Promise<DealSnapshot> {
  const { origin } = new URL(raw.url);
  // Where it cannot be kept, such dates stay unsure.
  const known = await readDayFirst(origin).catch(() => null);
  const shown = dayFirstIn(raw);
  if (shown !== null && shown !== known) await noteDayFirst(origin, shown).catch(() => undefined);
  return toSnapshot(raw, {
    locale: raw.language ?? navigator.language,
    dayFirst: shown ?? known,
    now: Date.now(),
  });
}
