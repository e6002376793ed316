import { beforeEach, describe, expect, it } from 'vitest';
import { freshAnswer } from '../../lib/domain/answer';
import { answersOf } from '../../lib/domain/fold';
import { TEAM } from '../../lib/domain/op';
import { versionOf } from '../../lib/domain/playbook';
import { nextVersion, ownCopy } from '../../lib/domain/playbook-change';
import { basics } from '../../lib/playbooks/basics';
import { ACME, everything, GLOBEX, newProfile, openTab, snapshot, type Tab } from './tab';

const ours = ownCopy(basics, 'a1', { name: 'Acme way', origin: 'Our own.' });
const second = nextVersion(ours, [{ do: 'retire', id: 'urgency.cost' }]);

let tab: Tab;
beforeEach(async () => {
  newProfile();
  tab = await openTab();
});

describe('a playbook of the team', () => {
  it('is kept version by version, and none is ever overwritten', async () => {
    expect(await tab.savePlaybook(ours)).toBe(true);
    expect(await tab.savePlaybook(second)).toBe(true);
    expect((await tab.readPlaybooks()).own).toEqual([second]);
    expect((await tab.versionsOf(ours.id)).map(({ playbook }) => playbook)).toEqual([second, ours]);
  });

  it('is not saved over a version that nobody looked at', async () => {
    const other = await openTab();
    await tab.savePlaybook(ours);
    const [mine, theirs] = await Promise.all([tab.savePlaybook(second), other.savePlaybook(second)]);
    expect([mine, theirs].filter(Boolean)).toHaveLength(1);
    expect(await tab.savePlaybook(ours)).toBe(false);
    expect(await tab.versionsOf(ours.id)).toHaveLength(2);
  });

  it('goes off the shelf and comes back', async () => {
    await tab.savePlaybook(ours);
    await tab.retirePlaybook(ours.id, true);
    expect((await tab.readPlaybooks()).retired).toEqual([ours.id]);
    await tab.retirePlaybook(ours.id, false);
    expect((await tab.readPlaybooks()).retired).toEqual([]);
  });

  it('is no deal and no org, and is folded anew from the log like everything else', async () => {
    await tab.savePlaybook(ours);
    await tab.saveRules({ rules: [{ playbook: ours.id }], otherwise: 'bant' });
    expect(await tab.recentDeals(10)).toEqual([]);
    const before = await everything(tab);
    await tab.rebuild();
    expect(await everything(tab)).toEqual(before);
    expect(before.orgs.map(({ subject }) => subject)).toEqual([TEAM]);
  });

  it('refuses what is no playbook before anything is written', async () => {
    await expect(tab.savePlaybook({ ...ours, questions: [] })).rejects.toThrow('questions');
    expect((await everything(tab)).ops).toEqual([]);
  });
});

describe('the playbook of a deal', () => {
  it('is what was chosen for it, and can be undone', async () => {
    await tab.rememberDeal(snapshot(ACME, { name: 'Acme' }));
    await tab.savePlaybook(ours);
    expect((await tab.readPlaybookOf(ACME, 'en-US')).id).toBe('basics');
    const op = await tab.choosePlaybook(ACME, ours.id);
    expect((await tab.readPlaybookOf(ACME, 'en-US')).id).toBe(ours.id);
    expect((await tab.readPlaybookOf(GLOBEX, 'en-US')).id).toBe('basics');
    await tab.undo(op);
    expect((await tab.readPlaybookOf(ACME, 'en-US')).id).toBe('basics');
  });

  it('keeps every answer with its question when the playbook changes under it', async () => {
    await tab.savePlaybook(ours);
    await tab.choosePlaybook(ACME, ours.id);
    await tab.saveAnswer(ACME, 'fit.owner', freshAnswer('yes', '2026-11-20'), versionOf(ours));
    await tab.saveAnswer(ACME, 'urgency.cost', freshAnswer('no', '2026-11-20'), versionOf(ours));
    await tab.savePlaybook(second);
    await tab.choosePlaybook(ACME, 'bant');
    await tab.choosePlaybook(ACME, 'basics');
    const doc = await tab.readDeal(ACME);
    expect(doc && answersOf(doc, await tab.authors())).toMatchObject({
      'fit.owner': { verdict: 'yes', version: `${ours.id}@1` },
      'urgency.cost': { verdict: 'no', version: `${ours.id}@1` },
    });
  });
});
