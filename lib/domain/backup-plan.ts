/**
 * Which backups Footing makes by itself, and which it lets go. A whole one a week; in between one
 * with all that came since the last whole one, made anew while things change, of which the last of
 * each day stays a week. So a backup costs what changed, and bringing one back needs two files at most.
 */
import { DAY_MS, type Instant } from './day';

const WEEK_MS = 7 * DAY_MS;
/** How many weeks stay. */
const WEEKS = 4;

/** A backup as its name tells: all that is needed to choose among them. */
export interface AutoBackup {
  name: string;
  made: Instant;
  /** The whole backup that it goes on from; `null` of a whole one. */
  since: Instant | null;
}

const STAMP = String.raw`(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})(\d{2})Z`;
const NAME = new RegExp(`^footing-${STAMP}-(?:whole|since-${STAMP})\\.json\\.gz$`);

/** A name that sorts by time and says what is in it: `footing-2026-11-22T091000Z-whole.json.gz`. To the second. */
export function backupName(made: Instant, since: Instant | null): string {
  return `footing-${stamp(made)}-${since === null ? 'whole' : `since-${stamp(since)}`}.json.gz`;
}

function stamp(at: Instant): string {
  return `${new Date(at).toISOString().slice(0, 19).replaceAll(':', '')}Z`;
}

/** What a file's name says; `null` of a file that is no backup of ours. */
export function readBackupName(name: string): AutoBackup | null {
  const parts = NAME.exec(name);
  if (!parts) return null;
  const [, day = '', h = '', m = '', s = '', sinceDay, sh = '', sm = '', ss = ''] = parts;
  const made = Date.parse(`${day}T${h}:${m}:${s}Z`);
  const since = sinceDay === undefined ? null : Date.parse(`${sinceDay}T${sh}:${sm}:${ss}Z`);
  return Number.isNaN(made) || Number.isNaN(since) ? null : { name, made, since };
}

const newestFirst = (a: AutoBackup, b: AutoBackup) => b.made - a.made;

/** The whole backup that the next one can go on from; `null` where the next one is to be whole. */
export function goesOnFrom(kept: readonly AutoBackup[], now: Instant): AutoBackup | null {
  const whole = kept.filter(({ since }) => since === null).toSorted(newestFirst)[0];
  return whole && now - whole.made < WEEK_MS && whole.made <= now ? whole : null;
}

/**
 * The files that bring back the most, oldest first: the newest backup, and the whole one that it
 * goes on from. One whose whole one is missing is worth less than a whole one that is there.
 */
export function newestSet(kept: readonly AutoBackup[]): AutoBackup[] {
  const wholes = kept.filter(({ since }) => since === null);
  for (const backup of kept.toSorted(newestFirst)) {
    if (backup.since === null) return [backup];
    const whole = wholes.find(({ made }) => made === backup.since);
    if (whole) return [whole, backup];
  }
  return [];
}

/** The backups that are let go: what a newer one of the day or the week stands for. */
export function outdated(kept: readonly AutoBackup[], now: Instant): AutoBackup[] {
  const wholes = kept.filter(({ since }) => since === null).toSorted(newestFirst);
  const stay = new Set(wholes.slice(0, WEEKS));
  const ofWhole = Map.groupBy(
    kept.filter(({ since }) => since !== null),
    ({ since }) => since,
  );
  for (const whole of [...stay]) {
    const parts = (ofWhole.get(whole.made) ?? []).toSorted(newestFirst);
    if (parts[0]) stay.add(parts[0]);
    const days = Map.groupBy(parts, ({ made }) => Math.floor(made / DAY_MS));
    for (const [last] of days.values()) if (last && now - last.made < WEEK_MS) stay.add(last);
  }
  return kept.filter((backup) => !stay.has(backup));
}
