/** Retention, where an organisation set it: deals in which nothing was written for so long are erased for good. */
import { DAY_MS, type Instant } from '../domain/day';
import { untouchedSince } from '../storage/deals';
import { readPolicySurely } from '../storage/policy';
import { makeBackups } from './auto-backup';
import { eraseEverywhere } from './erasing';

/** Each erasing writes the backups anew; what is left is for the next hour. */
const AT_ONCE = 20;

/** Erases what is due, oldest first; says how many deals that were. */
export async function eraseOld(now: Instant): Promise<number> {
  const { retentionDays } = (await readPolicySurely()).policy;
  if (retentionDays === null) return 0;
  const old = await untouchedSince(now - retentionDays * DAY_MS, AT_ONCE);
  for (const deal of old) await eraseEverywhere({ what: 'deal', deal });
  return old.length;
}

/** What is done once an hour: a backup is not to hold what is due to go. */
export async function eraseThenBackUp(): Promise<void> {
  await eraseOld(Date.now());
  await makeBackups();
}
