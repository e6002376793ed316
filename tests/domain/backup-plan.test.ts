import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AutoBackup,
  backupName,
  goesOnFrom,
  newestSet,
  outdated,
  readBackupName,
} from '../../lib/domain/backup-plan';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.parse('2026-11-02T08:00:00Z');

const backup = (made: number, since: number | null): AutoBackup => ({ name: backupName(made, since), made, since });

/** Backups as they come about: one an hour in which something changed. */
function kept(hours: readonly number[]): AutoBackup[] {
  let all: AutoBackup[] = [];
  for (const hour of [...hours].sort((a, b) => a - b)) {
    const now = START + hour * HOUR;
    const next = backup(now, goesOnFrom(all, now)?.made ?? null);
    all = [next, ...all];
    const old = new Set(outdated(all, now));
    all = all.filter((one) => !old.has(one));
  }
  return all;
}

const hours = fc.uniqueArray(fc.nat(24 * 60), { minLength: 1, maxLength: 300 });

describe('backups that are made by themselves', () => {
  it('are named so that the name says it all', () => {
    expect(backupName(START, null)).toBe('footing-2026-11-02T080000Z-whole.json.gz');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e9 }), fc.option(fc.integer({ min: 0, max: 4e9 })), (at, from) => {
        const [made, since] = [at * 1000, from === null ? null : from * 1000];
        const name = backupName(made, since);
        expect(readBackupName(name)).toEqual({ name, made, since });
      }),
    );
    for (const other of ['footing-backup-2026-11-02.json', 'x.json.gz', 'footing-2026-13-02T080000Z-whole.json.gz']) {
      expect(readBackupName(other)).toBeNull();
    }
  });

  it('always bring back the newest, with two files at most', () => {
    fc.assert(
      fc.property(hours, (at) => {
        const all = kept(at);
        const set = newestSet(all);
        const newest = START + Math.max(...at) * HOUR;
        expect(set.at(-1)?.made).toBe(newest);
        expect(set.length).toBeLessThanOrEqual(2);
        expect(set[0]?.since).toBeNull();
        if (set.length === 2) expect(set[1]?.since).toBe(set[0]?.made);
      }),
    );
  });

  it('stay a week by days and four weeks by weeks, and are few', () => {
    fc.assert(
      fc.property(hours, (at) => {
        const all = kept(at);
        const now = START + Math.max(...at) * HOUR;
        expect(all.length).toBeLessThanOrEqual(4 + 3 + 8 + 1);
        for (const hour of at) {
          const made = START + hour * HOUR;
          if (now - made >= 6 * DAY) continue;
          // Of each day of the last week something is there that is as new as that day's last.
          const day = Math.floor(made / DAY);
          const lastOfDay = Math.max(
            ...at.map((one) => START + one * HOUR).filter((one) => Math.floor(one / DAY) === day),
          );
          expect(all.map((one) => one.made)).toContain(lastOfDay);
        }
      }),
    );
  });

  it('are worth no more than the whole one that they go on from', () => {
    const [whole, part] = [backup(START, null), backup(START + 9 * DAY, START + 8 * DAY)];
    expect(newestSet([part, whole])).toEqual([whole]);
    expect(newestSet([part])).toEqual([]);
  });

  it('begin anew where the clock went back', () => {
    expect(goesOnFrom([backup(START + DAY, null)], START)).toBeNull();
  });
});
