import { beforeEach, describe, expect, it } from 'vitest';
import { freshAnswer } from '../../lib/domain/answer';
import { ACME, everything, GLOBEX, newProfile, openTab, snapshot, type Tab } from './tab';

let tab: Tab;
let integrity: typeof import('../../lib/storage/integrity');

beforeEach(async () => {
  newProfile();
  tab = await openTab();
  integrity = await import('../../lib/storage/integrity');
});

const fill = async () => {
  for (const deal of [ACME, GLOBEX]) {
    await tab.rememberDeal(snapshot(deal, { name: 'Acme', stage: 'Qualify' }));
    await tab.saveAnswer(deal, 'fit.owner', freshAnswer('yes', '2026-11-20'), 'basics@1');
  }
  await tab.mapStage('salesforce:acme', 'Solution Fit', 'validate');
  await tab.sentinelKept();
};
const WHOLE = { unreadable: 0, aside: 0, differing: 0, counted: true };

describe('the proof', () => {
  it('holds of nothing and of a used profile, and changes nothing', async () => {
    expect(await integrity.prove()).toEqual({ ...WHOLE, ops: 0, subjects: 0, sentinel: null });
    await fill();
    const before = await everything(tab);
    const shares: number[] = [];
    const proof = await integrity.prove((share) => shares.push(share));
    expect(proof).toEqual({ ...WHOLE, ops: 5, subjects: 3, sentinel: true });
    expect(integrity.isProved(proof)).toBe(true);
    expect(shares.at(-1)).toBe(1);
    expect(await everything(tab)).toEqual(before);
  });

  it.each<[string, (tab: Tab) => Promise<unknown>, Partial<import('../../lib/storage/integrity').Proof>]>([
    [
      'an op that went missing',
      (tab) => tab.database().ops.orderBy('id').limit(1).delete(),
      { counted: false, sentinel: false, differing: 1 },
    ],
    [
      'an op that was altered',
      (tab) => tab.database().ops.where('subject').equals(ACME).modify({ value: null }),
      { differing: 1, unreadable: 1 },
    ],
    [
      'one op in the place of another',
      async (tab) => {
        const op = await tab.database().ops.orderBy('id').last();
        if (!op) return;
        await tab.database().ops.delete(op.id);
        await tab.database().ops.add({ ...op, id: op.id.replace(/.{8}$/, '00000000') });
      },
      { counted: false, sentinel: false, differing: 1 },
    ],
    ['a document that was altered', (tab) => tab.database().deals.update(ACME, { url: 'x' }), { differing: 1 }],
    ['a summary that was altered', (tab) => tab.database().summaries.update(ACME, { url: 'x' }), { differing: 1 }],
    ['a document that went missing', (tab) => tab.database().deals.delete(ACME), { differing: 1 }],
    [
      'a document of nothing',
      async (tab) => {
        const doc = await tab.database().deals.get(ACME);
        if (doc) await tab.database().deals.add({ ...doc, subject: 'salesforce:acme:ghost' });
      },
      { differing: 1 },
    ],
  ])('finds %s', async (_, harm, found) => {
    await fill();
    await harm(tab);
    const proof = await integrity.prove();
    expect(proof).toMatchObject(found);
    expect(integrity.isProved(proof)).toBe(false);
  });

  it('stops when told to', async () => {
    await fill();
    await expect(integrity.prove(undefined, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
  });
});

it('weighs every table', async () => {
  await fill();
  const { readTables } = await import('../../lib/storage/usage');
  const sizes = await readTables();
  const { ops } = await everything(tab);
  const bytes = ops.reduce((sum, op) => sum + JSON.stringify(op).length, 0);
  expect(sizes.find(({ table }) => table === 'ops')).toEqual({ table: 'ops', rows: 5, bytes, exact: true });
  expect(sizes.map(({ table, rows }) => [table, rows])).toEqual([
    ['ops', 5],
    ['deals', 2],
    ['orgs', 1],
    ['summaries', 2],
    ['drafts', 0],
    ['aside', 0],
    ['meta', 2],
  ]);
});
