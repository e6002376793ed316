/** The two screens that a meeting has for itself: during it, and when it is told. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { DealKey } from '../domain/deal';
import type { Meeting } from '../domain/meeting';

/** One of the two screens, and whose it is. */
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

/** Opens a screen in place of the panel's parts. */
export function openMeetingScreen(open: MeetingScreen): void {
  screens.setState({ open });
}

/** Back to the panel's parts. */
export function closeMeetingScreen(): void {
  screens.setState({ open: null });
}
