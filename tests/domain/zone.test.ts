import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf, isZone, offsetAt, wallTime } from '../../lib/domain/zone';

const ZONES = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia', 'UTC'];

describe('zones', () => {
  it('knows names of zones, and that an offset or a word is none', () => {
    expect(['Europe/Berlin', 'UTC', 'Mars/Olympus', '+01:00', ''].map(isZone)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it('reads the clock on the wall, midnight and negative offsets included', () => {
    expect(wallTime(Date.UTC(2026, 10, 30, 23), 'Europe/Berlin')).toEqual({ day: '2026-12-01', time: '00:00' });
    expect(wallTime(Date.UTC(2026, 6, 1, 3, 59), 'America/New_York')).toEqual({ day: '2026-06-30', time: '23:59' });
    expect(offsetAt(Date.UTC(2026, 6, 1), 'Asia/Kathmandu')).toBe(345);
  });

  it('takes a time that the clock leaps over as far after the leap as it was meant', () => {
    expect(instantOf({ day: '2026-03-29', time: '02:30' }, 'Europe/Berlin')).toBe(Date.UTC(2026, 2, 29, 1, 30));
    expect(wallTime(Date.UTC(2026, 2, 29, 1, 30), 'Europe/Berlin').time).toBe('03:30');
  });

  it('takes a time that the clock shows twice for the first', () => {
    expect(instantOf({ day: '2026-10-25', time: '02:30' }, 'Europe/Berlin')).toBe(Date.UTC(2026, 9, 25, 0, 30));
    expect(instantOf({ day: '2026-11-01', time: '01:30' }, 'America/New_York')).toBe(Date.UTC(2026, 10, 1, 5, 30));
  });

  it('finds an instant again by what the wall says, or the one an hour or less before that says the same', () => {
    const minute = fc.integer({ min: Date.UTC(2015) / 60_000, max: Date.UTC(2035) / 60_000 });
    fc.assert(
      fc.property(minute, fc.constantFrom(...ZONES), (minutes, zone) => {
        const at = minutes * 60_000;
        const wall = wallTime(at, zone);
        const found = instantOf(wall, zone);
        expect(wallTime(found, zone)).toEqual(wall);
        expect(at - found).toBeGreaterThanOrEqual(0);
        expect(at - found).toBeLessThanOrEqual(3_600_000);
      }),
    );
  });
});
