import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { freshAnswer } from '../../lib/domain/answer';
import { ACME, GLOBEX, newProfile, openTab, type Tab } from './tab';

const yes = freshAnswer('yes', '2026-11-20');
const save = (deal = ACME) => tab.saveAnswer(deal, 'fit.owner', yes, 'basics@1');

let tab: Tab;
let health: typeof import('../../lib/storage/health');

/** A browser started again in the same profile. */
const start = async () => {
  tab = await openTab();
  health = await import('../../lib/storage/health');
};

beforeEach(async () => {
  newProfile();
  await start();
});

/** What corruption and eviction do: the database opens, without an error, and empty. */
const loseDatabase = async () => {
  await tab.sentinelKept();
  await tab.database().delete();
  await start();
};

describe('the sentinel', () => {
  it('is content with a new profile and with a used one', async () => {
    expect(await health.checkHealth()).toEqual({ state: 'ok', aside: 0 });
    await save();
    await start();
    expect(await health.checkHealth()).toEqual({ state: 'ok', aside: 0 });
  });

  it('notices an empty database that was not empty', async () => {
    await save();
    await save();
    await loseDatabase();
    expect(await health.checkHealth()).toEqual({ state: 'lost', had: 2, has: 0 });
  });

  it('notices that a part is missing', async () => {
    const first = await save();
    await save();
    await tab.sentinelKept();
    await tab.database().ops.delete(first.id);
    expect(await health.checkHealth()).toEqual({ state: 'lost', had: 2, has: 1 });
  });

  it('is not papered over by going on', async () => {
    await save();
    await save();
    await loseDatabase();
    for (const deal of [ACME, GLOBEX, ACME]) await save(deal);
    await tab.sentinelKept();
    await start();
    expect(await health.checkHealth()).toMatchObject({ state: 'lost', had: 2 });
  });

  it('is at peace once the loss is accepted', async () => {
    await save();
    await loseDatabase();
    await health.acceptLoss();
    expect(await health.checkHealth()).toMatchObject({ state: 'ok' });
    await save();
    await tab.sentinelKept();
    await start();
    expect(await health.checkHealth()).toMatchObject({ state: 'ok' });
  });

  it('may know too little, as after a browser that was killed in between', async () => {
    await save();
    await tab.sentinelKept();
    const early = await fakeBrowser.storage.local.get();
    await save();
    await tab.sentinelKept();
    await fakeBrowser.storage.local.set(early);
    expect(await health.checkHealth()).toMatchObject({ state: 'ok' });
  });

  it('is made anew where it went missing itself', async () => {
    await save();
    await tab.sentinelKept();
    await fakeBrowser.storage.local.clear();
    expect(await health.checkHealth()).toMatchObject({ state: 'ok' });
    await loseDatabase();
    expect(await health.checkHealth()).toMatchObject({ state: 'lost', had: 1 });
  });

  it('counts a record taken aside as kept', async () => {
    const op = await save();
    await tab.sentinelKept();
    await tab.database().ops.put({ ...op, by: 7 } as never);
    await tab.rebuild();
    expect(await health.checkHealth()).toEqual({ state: 'ok', aside: 1 });
  });
});

it('asks the browser to keep the database once in a profile', async () => {
  let asked = 0;
  const persist = async () => {
    asked += 1;
    return false;
  };
  Object.defineProperty(navigator, 'storage', { value: { persist }, configurable: true });
  await health.askPersist();
  await start();
  await health.askPersist();
  Reflect.deleteProperty(navigator, 'storage');
  expect(asked).toBe(1);
});
