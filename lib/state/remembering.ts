/**
 * What the page shows of a deal is kept from the first time that the panel is opened on it; a
 * panel that was made ready and not opened keeps nothing.
 */
import type { DealKey } from '../domain/deal';
import { rememberDeal } from '../storage/deals';
import { answers } from './answering';
import { watchDeal } from './deal';
import { recoverTellings } from './debriefing';
import { beginLook, endLook } from './looking';
import { meetings } from './meeting';
import { type PageState, pageLink } from './page-link';
import { enterDeal } from './panel-store';
import { noteRead } from './reading';
import { snapshotOf } from './seeing';
import { waitings } from './waiting';

/** Follows the page from deal to deal until `signal` is aborted. */
export function followPage(signal: AbortSignal): void {
  let last: PageState | null = null;
  const follow = (now: PageState) => {
    const before = last;
    last = now;
    const moved = now.key !== before?.key;
    if (moved && now.key) watchDeal(now.key);
    if (before && (moved || (before.shown && !now.shown))) leave();
    if (now.key && now.shown && (moved || !before?.shown)) {
      enterDeal(now.key);
      void enter(now.key).catch(() => undefined); // Storage that cannot be read says so where the deal is shown.
    }
    if (now.shown && now.raw && (now.raw !== before?.raw || !before.shown)) void remember(now);
  };
  follow(pageLink.getState());
  const stop = pageLink.subscribe(follow);
  // The draft of each key is kept already; this only makes it a revision sooner.
  document.addEventListener('visibilitychange', () => document.hidden && leave(), { signal });
  window.addEventListener('pagehide', leave, { signal });
  signal.addEventListener('abort', stop);
}

/** A deal comes into view: since when there is news, and what a crash left behind of it. */
async function enter(deal: DealKey): Promise<void> {
  await Promise.all([beginLook(deal), answers.recover(deal), waitings.recover(deal)]);
  await Promise.all([meetings.recover(deal), recoverTellings(deal)]);
}

/** It goes out of view: what was typed is kept, and it was looked at until now. */
function leave(): void {
  for (const changes of [answers, waitings, meetings]) void changes.leaveAll();
  void endLook();
}

async function remember({ raw, key }: PageState): Promise<void> {
  if (!raw || raw.editing || raw.key !== key) return;
  void noteRead(raw);
  try {
    await rememberDeal(await snapshotOf(raw));
  } catch {
    // Nothing that a person did is lost: the page still shows it, and is read again at the next look.
  }
}
