/** What the organisation set, from the browser's managed settings; read once, and again when they change. */
import { browser } from '#imports';
import { NOTHING_SET, type ReadPolicy, readPolicyFrom } from '../domain/policy';
import { sameJson } from '../domain/same-json';

type Managed = Readonly<Record<string, unknown>>;

/** The managed settings as they were read last, in `storage.local`. */
const SEEN = 'managed-seen';

let sure: Promise<Managed | null> | undefined;
let reading: Promise<ReadPolicy> | undefined;
/** Told after what is read anew has begun to be: none of them may see what was set before. */
const followers = new Set<() => void>();

/**
 * What is in force. Where the browser has no managed settings, nothing is. A browser that has just been
 * started takes seconds over them (3 to 5; Chromium 156, 2026-11): until then it is what was read last
 * time, and whoever follows is told where that is no longer so.
 */
export function readPolicy(): Promise<ReadPolicy> {
  reading ??= begin();
  return reading;
}

/** The same, and never what was read last time: for what cannot be made good again. */
export async function readPolicySurely(): Promise<ReadPolicy> {
  await readPolicy();
  return asPolicy(await sure);
}

async function begin(): Promise<ReadPolicy> {
  browser.storage.onChanged.addListener((_, area) => {
    if (area === 'managed') change();
  });
  const now = read();
  sure = now;
  const last = await Promise.race([recall(), now.then(() => null)]);
  if (!last) return asPolicy(await now);
  void now.then((managed) => {
    // Something newer may have been read meanwhile.
    if (sure === now && !sameJson(managed ?? {}, last)) change(now);
  });
  return asPolicy(last);
}

function change(now: Promise<Managed | null> = read()): void {
  sure = now;
  reading = now.then(asPolicy);
  for (const changed of followers) changed();
}

async function read(): Promise<Managed | null> {
  // Firefox refuses where nothing is managed.
  const managed = await browser.storage.managed.get().catch(() => null);
  // What cannot be remembered is waited for at the next start.
  await browser.storage.local.set({ [SEEN]: managed ?? {} }).catch(() => undefined);
  return managed;
}

async function recall(): Promise<Managed | null> {
  const kept = await browser.storage.local.get(SEEN).catch(() => null);
  const last: unknown = kept?.[SEEN];
  return typeof last === 'object' && last !== null ? (last as Managed) : null;
}

const asPolicy = (managed: Managed | null | undefined) => (managed ? readPolicyFrom(managed) : NOTHING_SET);

/** Calls `changed` whenever the organisation sets something else. */
export function onPolicy(changed: () => void, signal: AbortSignal): void {
  followers.add(changed);
  signal.addEventListener('abort', () => followers.delete(changed));
}
