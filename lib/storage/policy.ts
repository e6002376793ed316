/** What the organisation set, from the browser's managed settings; read once, and again when they change. */
import { browser } from '#imports';
import { NOTHING_SET, type ReadPolicy, readPolicyFrom } from '../domain/policy';

let reading: Promise<ReadPolicy> | undefined;
/** Told after what is read anew has begun to be: none of them may see what was set before. */
const followers = new Set<() => void>();

/** What is in force. Where the browser has no managed settings, nothing is. */
export function readPolicy(): Promise<ReadPolicy> {
  if (!reading) {
    reading = read();
    browser.storage.onChanged.addListener((_, area) => {
      if (area !== 'managed') return;
      reading = read();
      for (const changed of followers) changed();
    });
  }
  return reading;
}

async function read(): Promise<ReadPolicy> {
  // Firefox refuses where nothing is managed.
  const managed = await browser.storage.managed.get().catch(() => null);
  return managed ? readPolicyFrom(managed) : NOTHING_SET;
}

/** Calls `changed` whenever the organisation sets something else. */
export function onPolicy(changed: () => void, signal: AbortSignal): void {
  followers.add(changed);
  signal.addEventListener('abort', () => followers.delete(changed));
}
