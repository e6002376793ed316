import { beforeEach, expect, it } from 'vitest';
import { freshWaiting, waitingOf } from '../../lib/domain/waiting';
import { ACME, GLOBEX, newProfile, openTab, type Tab } from './tab';

let tab: Tab;
let looks: typeof import('../../lib/storage/looks');
beforeEach(async () => {
  newProfile();
  tab = await openTab();
  looks = await import('../../lib/storage/looks');
});

it('remembers of each deal when it was looked at, and what was set aside', async () => {
  expect(await looks.readLook(ACME)).toMatchObject({ at: null, aside: [] });
  await looks.keepLook(ACME, 100);
  await Promise.all([looks.setAside(ACME, 'one'), looks.setAside(ACME, 'two'), looks.setAside(ACME, 'one')]);
  await looks.keepLook(ACME, 200);
  expect(await looks.readLook(ACME)).toMatchObject({ at: 200, aside: ['one', 'two'] });
  expect(await looks.readLook(GLOBEX)).toMatchObject({ at: null, aside: [] });
});

it('keeps looks out of the log, which is handed over', async () => {
  await looks.keepLook(ACME, 100);
  await looks.setAside(ACME, 'one');
  expect(await tab.logOf(ACME)).toEqual([]);
});

it('keeps what waiting costs, and takes it back one step', async () => {
  const said = { ...freshWaiting('EUR'), volume: { value: 40, source: { who: 'Ana Ruiz', rung: 'said' } } } as const;
  const present = async () => {
    const doc = await tab.readDeal(ACME);
    return doc && waitingOf(doc, await tab.authors());
  };
  await tab.saveWaiting(ACME, freshWaiting('EUR'));
  const op = await tab.saveWaiting(ACME, said);
  expect(await present()).toEqual(said);
  await tab.undo(op);
  expect(await present()).toEqual(freshWaiting('EUR'));
  expect(await tab.logOf(ACME)).toHaveLength(3);
});
