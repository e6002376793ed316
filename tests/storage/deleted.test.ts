import { beforeEach, describe, expect, it } from 'vitest';
import { freshAnswer } from '../../lib/domain/answer';
import { ACME, GLOBEX, newProfile, openTab, snapshot, type Tab } from './tab';

const DAY = 86_400_000;
const yes = { ...freshAnswer('yes', '2026-11-20'), quote: 'we lose two days' };

let tab: Tab;
let deleted: typeof import('../../lib/storage/deleted');

beforeEach(async () => {
  newProfile();
  tab = await openTab();
  deleted = await import('../../lib/storage/deleted');
});

const list = (now = Date.now()) => deleted.readDeleted(now, 100);

describe('what was deleted lately', () => {
  it('is listed with what was there, and comes back', async () => {
    await tab.rememberDeal(snapshot(ACME, { name: 'Acme renewal' }));
    await tab.saveAnswer(ACME, 'fit.owner', yes, 'basics@1');
    await tab.saveAnswer(ACME, 'urgency.event', yes, 'basics@1');
    expect(await list()).toEqual([]);
    const cleared = await tab.saveAnswer(ACME, 'fit.owner', null, 'basics@1');
    const [only, ...others] = await list();
    expect(others).toEqual([]);
    expect(only).toMatchObject({ deal: ACME, name: 'Acme renewal', key: 'answer:fit.owner', before: yes, op: cleared });
    if (only) expect(await deleted.bringBack(only)).toBe(true);
    expect(await list()).toEqual([]);
    expect((await tab.historyOf(ACME, 'answer:fit.owner'))[0]?.value).toEqual(yes);
  });

  it('is not brought back over something newer', async () => {
    await tab.saveRivals(ACME, ['Globex']);
    await tab.saveRivals(ACME, []);
    const [only] = await list();
    await tab.saveRivals(ACME, ['Initech']);
    if (only) expect(await deleted.bringBack(only)).toBe(false);
    expect(await list()).toEqual([]);
  });

  it('is listed for 30 days, the newest first', async () => {
    for (const deal of [ACME, GLOBEX] as const) {
      await tab.saveRivals(deal, ['Globex']);
      await tab.saveRivals(deal, []);
    }
    expect((await list()).map(({ deal }) => deal)).toEqual([GLOBEX, ACME]);
    expect((await list(Date.now() + 29 * DAY)).length).toBe(2);
    expect(await list(Date.now() + 31 * DAY)).toEqual([]);
  });

  it('holds nothing that was never there, nor what another person deleted', async () => {
    await tab.saveRivals(ACME, []);
    const mine = await tab.saveRivals(GLOBEX, ['Globex']);
    const theirs = { ...mine, by: 'b'.repeat(16) };
    await tab.receive([
      { ...theirs, id: mine.id.replace(/.{8}$/, '00000001'), subject: ACME },
      { ...theirs, id: mine.id.replace(/.{8}$/, '00000002'), subject: ACME, value: null },
    ]);
    expect(await list()).toEqual([]);
  });
});
