/**
 * The lock as documents live with it: a document shows texts from the time that the lock is open,
 * and is loaded anew when it closes, so that nothing of them stays in its memory.
 */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { browser } from '#imports';
import { type FaultReason, reasonOf } from '../storage/db';
import {
  beforeLocking,
  changePassphrase,
  followLock,
  LOCK_ALARM,
  type LockState,
  lock,
  lockState,
  locksAt,
  look,
  mayBeLocked,
  readVault,
  setIdle,
  stayOpen,
  unlock,
  watchLock,
} from '../storage/lock';
import { finish, type Steps, turnOff, turnOn } from '../storage/locking';
import { draftsKept } from './draft-rows';

export type { LockState };

/** So many letters at least: what guards a file is tried by machines. */
export const SHORTEST = 12;

/** After how many minutes without use it may lock; `null`: when the browser closes. */
export const IDLE_CHOICES = [5, 15, 60, 240, null] as const;
export type Idle = (typeof IDLE_CHOICES)[number];

/** How far the lock is in being turned on or off. */
export type Turning =
  | { state: 'rest' }
  | { state: 'sealing' | 'unsealing'; share: number }
  | { state: 'done'; turned: 'on' | 'off' }
  | { state: 'failed'; reason: FaultReason };

interface Shown {
  /** `null` while nobody knows. */
  lock: LockState | null;
  idle: number | null;
  turning: Turning;
}

const store = createStore<Shown>()(() => ({ lock: null, idle: null, turning: { state: 'rest' } }));

/** The lock as this document shows it. */
export function useLock(): Shown {
  return useStore(store);
}

async function show(now: LockState): Promise<void> {
  // Without it nobody knows how long the lock stays open; that it is on is known.
  const vault = now === 'off' ? null : await readVault().catch(() => null);
  store.setState({ lock: now, idle: vault?.idle ?? null });
  if (now === 'open') keepOpenInUse();
  if (now === 'open' && vault && vault.state !== 'sealed') void goOn();
}

function follow(signal: AbortSignal): void {
  followLock(signal);
  beforeLocking(draftsKept);
  watchLock((now) => void show(now), signal);
}

/** Keeps `useLock` true until `signal` is aborted. */
export function keepLockShown(signal: AbortSignal): void {
  follow(signal);
  look().catch(() => undefined); // Storage that cannot be read says so where it is shown.
}

interface Document {
  /** Begins to show texts; called once. */
  begin: () => void;
  /** Shows what can be shown without them, and the way in. */
  locked: () => void;
}

/**
 * Begins a document at once where there is no lock, or else once it is open; and ends it when it
 * closes. Should nobody have known of a lock in time, because the browser was killed as it was
 * turned on, the first sealed text that is read tells.
 */
export function guard({ begin, locked }: Document, signal: AbortSignal): void {
  let begun = false;
  const turn = async (now: LockState) => {
    if (now === 'locked' && begun) {
      await draftsKept();
      location.reload();
    } else if (now === 'locked') locked();
    else if (!begun) {
      begun = true;
      begin();
    }
  };
  follow(signal);
  watchLock(turn, signal);
  if (mayBeLocked()) {
    // Where nothing can be read there is nothing to guard: the document says what is wrong.
    look().catch(() => turn('off'));
  } else {
    void show('off');
    void turn('off');
  }
}

/** Opens the lock. */
export async function openLock(passphrase: string): Promise<'open' | 'wrong' | 'failed'> {
  try {
    return (await unlock(passphrase)) ? 'open' : 'wrong';
  } catch {
    return 'failed';
  }
}

/** Closes the lock, in every document, after what is being typed is kept. */
export async function lockNow(): Promise<void> {
  await draftsKept();
  await lock();
}

/** Turns the lock on; `useLock` tells how far it is, and whether it failed. */
export function turnLockOn(passphrase: string, idle: Idle): Promise<void> {
  return run('sealing', () => turnOn(passphrase, idle));
}

/** Turns it off; `useLock` tells how far it is, and whether it failed. */
export function turnLockOff(): Promise<void> {
  return run('unsealing', turnOff);
}

/** What was cut off is gone on with by one document, while the others work. */
async function goOn(): Promise<void> {
  const vault = await readVault();
  if (vault) await run(vault.state === 'opening' ? 'unsealing' : 'sealing', finish);
}

async function run(state: 'sealing' | 'unsealing', work: () => Steps): Promise<void> {
  await navigator.locks.request('footing-lock', { ifAvailable: true }, async (mine) => {
    if (!mine) return;
    const set = (turning: Turning) => store.setState({ turning });
    set({ state, share: 0 });
    try {
      for await (const share of work()) set({ state, share });
      set({ state: 'done', turned: state === 'sealing' ? 'on' : 'off' });
      await show(lockState());
    } catch (error) {
      set({ state: 'failed', reason: reasonOf(error) });
    }
  });
}

/** Another passphrase for the same texts; says how that ended. */
export async function newPassphrase(present: string, next: string): Promise<'changed' | 'wrong' | 'failed'> {
  try {
    return (await changePassphrase(present, next)) ? 'changed' : 'wrong';
  } catch {
    return 'failed';
  }
}

/** Says whether it was kept. */
export async function chooseIdle(idle: Idle): Promise<boolean> {
  try {
    await setIdle(idle);
    await show(lockState());
    return true;
  } catch {
    return false;
  }
}

/** A key or a click says that Footing is used; it is written down no more often than this, in milliseconds. */
const USED_EVERY = 20_000;
const LOOK_EVERY = 5_000;

let isInUse = false;

/** From its first opening on: used, it stays open; unused for as long as the person said, it closes. */
function keepOpenInUse(): void {
  if (isInUse) return;
  isInUse = true;
  let last = 0;
  const used = () => {
    if (locksAt() === null || Date.now() - last < USED_EVERY) return;
    last = Date.now();
    void stayOpen().catch(() => undefined); // It locks a little early.
  };
  for (const event of ['keydown', 'pointerdown']) window.addEventListener(event, used, { capture: true });
  window.setInterval(() => {
    const at = locksAt();
    if (at !== null && Date.now() >= at) void look().catch(() => undefined); // It looks again.
  }, LOOK_EVERY);
}

/** The worker's part: it closes the lock when no document is open to do it. To be called while its script runs. */
export function closeLockInTime(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === LOCK_ALARM) void look().catch(() => undefined); // Its key is too old for whoever reads it.
  });
}
