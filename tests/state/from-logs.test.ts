import { beforeEach, describe, expect, it, vi } from 'vitest';
import { freshAnswer } from '../../lib/domain/answer';
import type { DealKey } from '../../lib/domain/deal';
import { type Op, TEAM } from '../../lib/domain/op';
import { basics } from '../../lib/playbooks/basics';
import { ACME, newProfile, openTab, snapshot, type Tab } from '../storage/tab';

let tab: Tab;
let fromLogs: typeof import('../../lib/state/from-logs');
beforeEach(async () => {
  newProfile();
  tab = await openTab();
  vi.stubGlobal('navigator', { language: 'en' });
  fromLogs = await import('../../lib/state/from-logs');
});

const SELLER = 'c'.repeat(16);
const TODAY = '2026-11-20';

const ways = () => ({ signal: new AbortController().signal });
const ops = async (deal: DealKey) => (await tab.readDeal(deal))?.ops ?? 0;

describe('what is worked out from logs', () => {
  it('is worked out anew when what its deal is looked at with changes, and the deal does not', async () => {
    await tab.rememberDeal(snapshot(ACME, { stage: 'Handshake' }));
    const steps = fromLogs.logWork((log) => Object.values(log.org?.cells ?? {}).length);
    const read = async () =>
      (await fromLogs.workOut(steps, [{ deal: ACME, ops: await ops(ACME) }], null, ways())).get(ACME);
    expect(await read()).toBe(0);
    await tab.mapStage('salesforce:acme', 'Handshake', 'commit');
    expect(await read()).toBe(1);
  });

  it('looks at a deal that was handed over with the playbook of its seller', async () => {
    const [mine] = await tab.append([
      {
        kind: 'answer.set',
        subject: ACME,
        key: 'answer:fit.owner',
        value: freshAnswer('yes', TODAY),
        version: 'basics@1',
      },
    ]);
    if (!mine) throw new Error('nothing was kept');
    const theirs = { ...basics, id: 'theirs', version: 1 };
    const written = (op: Partial<Op>, index: number): Op => ({
      ...mine,
      by: SELLER,
      // Another tail than its own, which is random.
      id: `${mine.id.slice(0, -8)}0000000${index}`,
      ...op,
    });
    const deal: DealKey = 'salesforce:acme:006000000000009AAA';
    await tab.receive([
      written({ subject: deal }, 1),
      written({ kind: 'playbook.saved', subject: TEAM, key: 'playbook:theirs', value: theirs, version: null }, 2),
      written({ kind: 'playbook.chosen', subject: deal, key: 'playbook', value: 'theirs', version: null }, 3),
    ]);
    const used = fromLogs.logWork((log) => log.playbook.id);
    const read = await fromLogs.workOut(used, [{ deal, ops: await ops(deal) }], null, ways());
    expect(read.get(deal)).toBe('theirs');
  });
});
