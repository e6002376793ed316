/** The two screens that a meeting has for itself: during it, and when it is told. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { DealKey } from '../domain/deal';
import type { Meeting } from '../domain/meeting';

export interface MeetingScreen {
  deal: DealKey;
  kind: 'during' | 'telling';
  meeting: Meeting;
}

const screens = createStore<{ open: MeetingScreen | null }>()(() => ({ open: null }));

/** The screen that is open on this deal. */
export function useMeetingScreen(deal: DealKey): MeetingScreen | null {
  return useStore(screens, ({ open }) => (open?.deal === deal ? open : null));
}

export function openMeetingScreen(open: MeetingScreen): void {
  screens.setState({ open });
}

export function closeMeetingScreen(): void {
  screens.setState({ open: null });
}
