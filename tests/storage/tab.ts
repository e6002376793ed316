/**
 * The storage of one tab. Each call loads its modules anew, as another tab of the browser
 * would, over the same database: two tabs share what is on the disk and nothing else.
 */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { DealKey, DealSnapshot, SeenFields } from '../../lib/domain/deal';

/** An empty browser profile: no database, nothing in `storage.local`. */
export function newProfile(): void {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
}

export async function openTab() {
  vi.resetModules();
  // Dexie takes hold of `indexedDB` when it is loaded.
  const { Dexie } = await import('dexie');
  Dexie.dependencies.indexedDB = globalThis.indexedDB;
  const [db, log, deals, orgs, history, drafts, identity, sentinel, playbooks, meetings, habits, reviews] =
    await Promise.all([
      import('../../lib/storage/db'),
      import('../../lib/storage/log'),
      import('../../lib/storage/deals'),
      import('../../lib/storage/orgs'),
      import('../../lib/storage/history'),
      import('../../lib/storage/drafts'),
      import('../../lib/storage/identity'),
      import('../../lib/storage/sentinel'),
      import('../../lib/storage/playbooks'),
      import('../../lib/storage/meetings'),
      import('../../lib/storage/habits'),
      import('../../lib/storage/reviews'),
    ]);
  return {
    ...db,
    ...log,
    ...deals,
    ...orgs,
    ...history,
    ...drafts,
    ...identity,
    ...sentinel,
    ...playbooks,
    ...meetings,
    ...habits,
    ...reviews,
  };
}

export type Tab = Awaited<ReturnType<typeof openTab>>;

/** The whole of what is kept, table by table. */
export async function everything(tab: Tab) {
  const db = tab.database();
  return {
    ops: await db.ops.toArray(),
    deals: await db.deals.toArray(),
    orgs: await db.orgs.toArray(),
    summaries: await db.summaries.toArray(),
    drafts: await db.drafts.toArray(),
    meta: await db.meta.toArray(),
  };
}

export const ACME: DealKey = 'salesforce:acme:006000000000001AAA';
export const GLOBEX: DealKey = 'salesforce:acme:006000000000002AAA';

export function snapshot(deal: DealKey, shown: Partial<Record<keyof SeenFields, string>>): DealSnapshot {
  const field = (name: keyof SeenFields) => {
    const text = shown[name];
    return text === undefined ? null : { text, from: 'test', value: text };
  };
  return {
    deal,
    url: `https://acme.lightning.force.com/lightning/r/Opportunity/${deal.split(':')[2]}/view`,
    seenAt: 1_795_000_000_000,
    fields: {
      name: field('name'),
      account: field('account'),
      stage: field('stage'),
      amount: null,
      closeDate: field('closeDate'),
      owner: field('owner'),
    },
  };
}
