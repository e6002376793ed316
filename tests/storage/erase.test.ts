import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { freshAnswer } from '../../lib/domain/answer';
import type { EraseScope } from '../../lib/domain/erasure';
import { ACME, everything, GLOBEX, newProfile, openTab, snapshot, type Tab } from './tab';

const WORD = 'zanzibar';
const OTHER_ORG = 'salesforce:other:006000000000001AAA';
const said = { ...freshAnswer('yes', '2026-11-20'), who: 'Ana Ruiz', quote: `we lose two days in ${WORD}` };

let tab: Tab;
let erasing: typeof import('../../lib/storage/erase');
let backup: typeof import('../../lib/storage/backup');
let health: typeof import('../../lib/storage/health');

const start = async () => {
  tab = await openTab();
  erasing = await import('../../lib/storage/erase');
  backup = await import('../../lib/storage/backup');
  health = await import('../../lib/storage/health');
};

const say = (deal: typeof ACME, question = 'fit.owner') => tab.saveAnswer(deal, question, said, 'basics@1');

/** Everything of the profile that vitest can see, as text. */
const raw = async () =>
  JSON.stringify([await everything(tab), await tab.database().aside.toArray(), await fakeBrowser.storage.local.get()]);

beforeEach(async () => {
  newProfile();
  fakeBrowser.runtime.getManifest = () => ({ manifest_version: 3, name: 'Footing', version: '0.1.0' });
  await start();
});

/** Two deals of one org and one of another, with the word in all that a person can write. */
const fill = async () => {
  for (const deal of [ACME, GLOBEX, OTHER_ORG] as const) {
    await tab.rememberDeal(snapshot(deal, { name: `A deal in ${WORD}`, stage: 'Qualify' }));
    await say(deal);
    await say(deal);
    await say(deal, 'urgency.event');
    await tab.saveRivals(deal, [WORD]);
    await tab.keepDraft(deal, 'answer:fit.owner@footing-panel-1', { patch: { quote: WORD }, held: false });
  }
  await tab.mapStage('salesforce:acme', WORD, 'validate');
};

const REACHED: [EraseScope, object][] = [
  [
    { what: 'entry', deal: ACME, key: 'answer:fit.owner' },
    { deals: 0, answers: 1, changes: 2, drafts: 1 },
  ],
  [
    { what: 'deal', deal: ACME },
    { deals: 1, answers: 2, changes: 5, drafts: 1 },
  ],
  [
    { what: 'org', org: 'salesforce:acme' },
    { deals: 2, answers: 4, changes: 11, drafts: 2 },
  ],
  [{ what: 'everything' }, { deals: 3, answers: 6, changes: 16, drafts: 3 }],
];

describe('erasing for good', () => {
  it.each(REACHED)('%o counts what it takes before, and takes that', async (scope, counts) => {
    await fill();
    expect(await erasing.countReached(scope)).toEqual(counts);
    const before = await everything(tab);
    await erasing.erase(scope);
    expect(await erasing.countReached(scope)).toEqual({ deals: 0, answers: 0, changes: 0, drafts: 0 });
    const after = await everything(tab);
    expect(before.ops.length - after.ops.length).toBe((counts as { changes: number }).changes);
    // What is left is folded as if the rest had never been.
    await tab.rebuild();
    expect(await everything(tab)).toEqual(after);
    expect(await health.checkHealth()).toEqual({ state: 'ok', aside: 0 });
  });

  it('leaves the word nowhere', async () => {
    await fill();
    await tab.database().aside.put({ id: 'x', record: { subject: ACME, value: WORD }, why: 'value' });
    for (const org of ['salesforce:acme', 'salesforce:other'] as const) {
      expect(await raw()).toContain(WORD);
      await erasing.erase({ what: 'org', org });
    }
    expect(await raw()).not.toContain(WORD);
    expect(await raw()).not.toContain(ACME);
  });

  it('is no loss, whenever the browser dies', async () => {
    await fill();
    await tab.sentinelKept();
    const early = await fakeBrowser.storage.local.get();
    await erasing.erase({ what: 'deal', deal: ACME });
    await fakeBrowser.storage.local.set(early);
    await start();
    expect(await health.checkHealth()).toMatchObject({ state: 'ok' });
    // And a loss after it is one.
    await tab.database().ops.limit(1).delete();
    expect(await health.checkHealth()).toMatchObject({ state: 'lost', had: 11, has: 10 });
  });

  it('lets the deal be begun anew', async () => {
    await fill();
    await erasing.erase({ what: 'everything' });
    const op = await say(ACME);
    const file = await backup.exportAll();
    await tab.database().delete();
    await start();
    const preview = await backup.readPack(file);
    expect(preview).toMatchObject({ added: 1, erased: { length: 0 } });
    expect([...preview.fresh]).toEqual([op]);
  });
});

describe('a backup from before', () => {
  it('says what was erased since, and leaves it out', async () => {
    await fill();
    const file = await backup.exportAll();
    await erasing.erase({ what: 'entry', deal: ACME, key: 'answer:fit.owner' });
    await erasing.erase({ what: 'deal', deal: GLOBEX });
    const before = await everything(tab);
    const preview = await backup.readPack(file);
    expect(preview).toMatchObject({ added: 0, known: 9 });
    expect(preview.erased.length).toBe(7);
    await backup.importPack(preview);
    expect(await everything(tab)).toEqual(before);
  });

  it('stays out where another door is used, too', async () => {
    await fill();
    const { ops } = await everything(tab);
    await erasing.erase({ what: 'org', org: 'salesforce:acme' });
    expect(await tab.receive(ops)).toEqual({ added: 0 });
  });

  it('brings it back when the person says so, for good', async () => {
    await fill();
    const before = await everything(tab);
    const file = await backup.exportAll();
    await erasing.erase({ what: 'deal', deal: ACME });
    await backup.importPack(await backup.readPack(file), { revive: true });
    const { drafts: _, meta: __, ...now } = await everything(tab);
    expect(before).toMatchObject(now);
    expect(await backup.readPack(file)).toMatchObject({ added: 0, erased: { length: 0 } });
  });

  it('is told of after the database was lost, too', async () => {
    await fill();
    const file = await backup.exportAll();
    await erasing.erase({ what: 'org', org: 'salesforce:acme' });
    await tab.database().delete();
    await start();
    const preview = await backup.readPack(file);
    expect([preview.added, preview.erased.length]).toEqual([5, 11]);
  });
});

it('erases and forgets like a log that never held it, whatever comes in between', async () => {
  const deals = [ACME, GLOBEX, OTHER_ORG] as const;
  const scope: fc.Arbitrary<EraseScope> = fc.oneof(
    fc.record({ what: fc.constant('deal' as const), deal: fc.constantFrom(...deals) }),
    fc.record({
      what: fc.constant('entry' as const),
      deal: fc.constantFrom(...deals),
      key: fc.constantFrom('answer:a.one', 'answer:a.two'),
    }),
    fc.record({
      what: fc.constant('org' as const),
      org: fc.constantFrom('salesforce:acme' as const, 'salesforce:other' as const),
    }),
  );
  const step = fc.oneof(
    { weight: 3, arbitrary: fc.tuple(fc.constantFrom(...deals), fc.constantFrom('a.one', 'a.two')) },
    { weight: 1, arbitrary: scope },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      newProfile();
      await start();
      const { reaches } = await import('../../lib/domain/erasure');
      let model: { subject: string; key: string; id: string }[] = [];
      for (const one of steps) {
        if (Array.isArray(one)) model.push(await say(...one));
        else {
          await erasing.erase(one);
          model = model.filter((op) => !reaches(one, op.subject, op.key));
        }
      }
      await tab.sentinelKept();
      const kept = await everything(tab);
      expect(kept.ops.map(({ id }) => id)).toEqual(model.map(({ id }) => id));
      await tab.rebuild();
      expect(await everything(tab)).toEqual(kept);
      expect(await health.checkHealth()).toEqual({ state: 'ok', aside: 0 });
    }),
    { numRuns: 40 },
  );
});
