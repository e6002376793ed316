import { useEffect, useRef } from 'react';
import type { DealView } from '../../lib/domain/view';
import { showReminders } from '../../lib/state/reminders';
import { badgeWords } from './badge-words';

/** The number on the toolbar icon follows what is promised and planned here. */
export function useBadge({ meetings, promises }: DealView): void {
  useBadgeOf([meetings.map(({ when, steps }) => [when, steps]), promises.map(({ due, state }) => [due, state])]);
}

/** The number on the toolbar icon is counted again when any of this changes. */
export function useBadgeOf(counted: unknown): void {
  const now = JSON.stringify(counted);
  const before = useRef(now);
  useEffect(() => {
    if (before.current === now) return;
    before.current = now;
    // The service worker counts again within the hour.
    void showReminders(badgeWords).catch(() => undefined);
  }, [now]);
}
