/**
 * Databases as released versions left them on a disk. Each is opened by today's code. They are
 * frozen: a new version of the tables adds a file, and changes none.
 */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { freshAnswer } from '../../lib/domain/answer';
import { answersOf, stageMapOf, stepSetOf, typedOf } from '../../lib/domain/fold';
import { ACME, everything, GLOBEX, newProfile, openTab } from './tab';

interface Frozen {
  version: number;
  tables: {
    name: string;
    keyPath: string | string[];
    indexes: { name: string; keyPath: string | string[] }[];
    rows: unknown[];
  }[];
}

/** Lays a frozen database into an empty profile, with the browser's own means. */
async function thaw(file: string): Promise<Frozen> {
  newProfile();
  const frozen: Frozen = JSON.parse(readFileSync(new URL(`../fixtures/databases/${file}`, import.meta.url), 'utf8'));
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.open('footing', frozen.version);
    request.onupgradeneeded = () => {
      for (const { name, keyPath, indexes, rows } of frozen.tables) {
        const store = request.result.createObjectStore(name, { keyPath });
        for (const index of indexes) store.createIndex(index.name, index.keyPath);
        for (const row of rows) store.add(row);
      }
    };
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });
  return frozen;
}

it('opens what version 1 left, with everything in it, and goes on from there', async () => {
  const frozen = await thaw('v1.json');
  const tab = await openTab();
  const me = await tab.authors();
  const doc = await tab.readDeal(ACME);
  expect(doc && answersOf(doc, me)).toMatchObject({
    'fit.owner': { verdict: 'yes', rung: 'said', who: 'Ana Ruiz', evidenceOn: '2026-11-11', revisions: 3 },
    'urgency.event': { verdict: 'unknown', knowBy: '2026-11-20' },
  });
  expect(doc?.changes.map(({ field, to }) => [field, to])).toEqual([
    ['stage', 'Discovery'],
    ['closeDate', '2026-12-31'],
  ]);
  const other = await tab.readDeal(GLOBEX);
  expect(other && [typedOf(other, 'name', me), stepSetOf(other, me)]).toEqual(['Globex renewal', 'propose']);
  const org = await tab.readOrg('salesforce:acme');
  expect(org && stageMapOf(org, me)).toEqual({ 'solution fit': 'validate' });
  expect(await tab.draftsOf(GLOBEX)).toMatchObject([{ value: { quote: 'We wait three wee' } }]);
  expect((await tab.recentDeals(10)).map((summary) => summary.subject)).toEqual([GLOBEX, ACME]);

  const before = await everything(tab);
  await tab.rebuild();
  expect(await everything(tab)).toEqual(before);
  const next = await tab.saveAnswer(ACME, 'fit.owner', freshAnswer('no', '2026-11-22'), 'basics@1');
  expect(me).toContain(next.by);
  expect(before.ops.every((op) => op.id < next.id)).toBe(true);
  expect(tab.database().backendDB().version).toBe(frozen.version);
});
