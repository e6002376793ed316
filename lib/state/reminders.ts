/**
 * What should not be forgotten in any deal: promises of ours that are late, drafts of tomorrow's
 * meetings, and deals that were set aside until today.
 */
import { showBadge } from '../browser/badge';
import { dayOf, type Instant } from '../domain/day';
import { comesBack, decisionOf } from '../domain/decision';
import type { SubjectDoc } from '../domain/fold';
import { wantsReminder } from '../domain/meeting';
import { meetingsOf, promisesOf } from '../domain/meeting-log';
import type { AuthorId } from '../domain/op';
import { isLate } from '../domain/promise';
import { mineAmong } from '../domain/whose';
import { allSummaries } from '../storage/deals';
import { authors } from '../storage/identity';

/** How many there are of each. */
export interface Reminders {
  late: number;
  drafts: number;
  /** Recycled deals whose day has come. */
  back: number;
}

/** Counts over some deals. `offset` is how many minutes the person's clock stands ahead of UTC. */
export function remindersOf(
  docs: readonly SubjectDoc[],
  mine: readonly AuthorId[],
  now: Instant,
  offset: number,
): Reminders {
  const today = dayOf(now, offset);
  const own = mineAmong(docs, mine);
  const promises = own.flatMap(({ doc, authors }) => promisesOf(doc, authors));
  const meetings = own.flatMap(({ doc, authors }) => meetingsOf(doc, authors));
  return {
    late: promises.filter((promise) => promise.side === 'us' && isLate(promise, today)).length,
    drafts: meetings.filter((meeting) => wantsReminder(meeting, now)).length,
    back: own.filter(({ doc, authors }) => comesBack(decisionOf(doc, authors), today)).length,
  };
}

/** Counts, and shows the count on the toolbar icon; `say` puts it into words. */
export async function showReminders(say: (reminders: Reminders) => string): Promise<void> {
  const now = new Date();
  const mine = await authors();
  const all: Reminders = { late: 0, drafts: 0, back: 0 };
  for await (const part of allSummaries()) {
    const { late, drafts, back } = remindersOf(part, mine, now.getTime(), -now.getTimezoneOffset());
    all.late += late;
    all.drafts += drafts;
    all.back += back;
  }
  await showBadge(all.late + all.drafts + all.back, say(all));
}
