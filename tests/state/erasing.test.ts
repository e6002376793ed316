import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ACME, newProfile, openTab, type Tab } from '../storage/tab';

let tab: Tab;
let erasing: typeof import('../../lib/state/erasing');
beforeEach(async () => {
  newProfile();
  tab = await openTab();
  await tab.setPhase(ACME, 'discover');
  erasing = await import('../../lib/state/erasing');
});
afterEach(() => void vi.unstubAllGlobals());

/** A browser whose folder for backups answers so. */
function withFolder(getDirectory: () => Promise<unknown>) {
  vi.stubGlobal('navigator', { locks: navigator.locks, language: 'en-US', storage: { getDirectory } });
}

it('erases nothing while backups that may hold it cannot be reached', async () => {
  withFolder(() => Promise.reject(new DOMException('the disk does not answer', 'UnknownError')));
  await expect(erasing.eraseEverywhere({ what: 'deal', deal: ACME })).rejects.toThrow('does not answer');
  expect(await tab.readDeal(ACME)).not.toBeNull();
});

it('erases where the browser has no place for backups', async () => {
  withFolder(() => Promise.reject(new DOMException('not in a private window', 'SecurityError')));
  await erasing.eraseEverywhere({ what: 'deal', deal: ACME });
  expect(await tab.readDeal(ACME)).toBeNull();
});
