/** What the organisation set, from the browser's managed settings; read once, and again when they change. */
import { browser } from '#imports';
import { NO_POLICY, type ReadPolicy, readPolicyFrom } from '../domain/policy';

const NONE: ReadPolicy = { policy: NO_POLICY, set: [], ignored: [] };

let reading: Promise<ReadPolicy> | undefined;

/** What is in force. Where the browser has no managed settings, nothing is. */
export function readPolicy(): Promise<ReadPolicy> {
  if (!reading) {
    reading = read();
    browser.storage.onChanged.addListener((_, area) => {
      if (area === 'managed') reading = read();
    });
  }
  return reading;
}

async function read(): Promise<ReadPolicy> {
  // Firefox refuses where nothing is managed.
  const managed = await browser.storage.managed.get().catch(() => null);
  return managed ? readPolicyFrom(managed) : NONE;
}

/** Calls `changed` whenever the organisation sets something else. */
export function onPolicy(changed: () => void, signal: AbortSignal): void {
  const listener = (_: unknown, area: string) => {
    if (area === 'managed') changed();
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
}
