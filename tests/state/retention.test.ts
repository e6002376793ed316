import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { op } from '../domain/ops';
import { newProfile, openTab, type Tab } from '../storage/tab';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 22);
const OLD = 'salesforce:acme:0060000000000OLDAA';
const LATE = 'salesforce:acme:0060000000000NEWAA';

let tab: Tab;
let eraseOld: typeof import('../../lib/state/retention')['eraseOld'];

beforeEach(async () => {
  newProfile();
  tab = await openTab();
  await tab.receive([op(NOW - 100 * DAY, { subject: OLD }), op(NOW - 80 * DAY, { subject: LATE })]);
  ({ eraseOld } = await import('../../lib/state/retention'));
});

describe('retention', () => {
  it('erases for good what nobody wrote in for as long as the organisation says, and nothing else', async () => {
    await fakeBrowser.storage.managed.set({ retentionDays: 90 });
    expect(await eraseOld(NOW)).toBe(1);
    expect(await tab.readDeal(OLD)).toBeNull();
    expect(await tab.readDeal(LATE)).not.toBeNull();
    await tab.receive([op(NOW - 100 * DAY, { subject: OLD })]);
    expect(await tab.readDeal(OLD)).toBeNull();
    expect(await eraseOld(NOW)).toBe(0);
  });

  it('erases nothing where none is set, or one that is too short', async () => {
    expect(await eraseOld(NOW)).toBe(0);
    await fakeBrowser.storage.managed.set({ retentionDays: 5 });
    expect(await eraseOld(NOW)).toBe(0);
    expect(await tab.readDeal(OLD)).not.toBeNull();
  });
});
