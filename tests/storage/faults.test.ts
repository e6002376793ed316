import { IDBObjectStore, IDBTransaction } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { freshAnswer } from '../../lib/domain/answer';
import type { FaultReason } from '../../lib/storage/db';
import { ACME, newProfile, openTab, type Tab } from './tab';

const yes = freshAnswer('yes', '2026-11-20');
const save = () => tab.saveAnswer(ACME, 'fit.owner', yes, 'basics@1');

let tab: Tab;
beforeEach(async () => {
  newProfile();
  tab = await openTab();
  await save();
});
afterEach(() => vi.restoreAllMocks());

/** Lets the disk refuse to take records, as the browser reports it. */
const refuseRecords = (error: DOMException) => {
  const refuse = () => {
    throw error;
  };
  return [
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(refuse),
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(refuse),
  ];
};

const reasonOfSave = async () => {
  const error: unknown = await save().catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(tab.NotSaved);
  return error instanceof tab.NotSaved ? error.reason : null;
};

describe('a write that fails', () => {
  it.each<[FaultReason, DOMException]>([
    ['full', new DOMException('The quota has been exceeded.', 'QuotaExceededError')],
    ['full', new DOMException('Connection is closing because of: IO error: FILE_ERROR_NO_SPACE', 'UnknownError')],
    ['blocked', new DOMException('The operation is insecure.', 'SecurityError')],
    ['broken', new DOMException('Failed to write blobs (IOError)', 'DataError')],
    ['broken', new DOMException('Internal error.', 'UnknownError')],
  ])('says %s for %s, keeps nothing of it, and goes on when there is room again', async (reason, error) => {
    const refusals = refuseRecords(error);
    expect(await reasonOfSave()).toBe(reason);
    await expect(tab.keepDraft(ACME, 'answer:x', 'typed')).rejects.toMatchObject({ name: 'NotSaved', reason });
    for (const refusal of refusals) refusal.mockRestore();
    expect((await tab.historyOf(ACME, 'answer:fit.owner')).length).toBe(1);
    await save();
    expect((await tab.readDeal(ACME))?.ops).toBe(2);
  });

  it('is tried again on a reopened connection, for all that failed together', async () => {
    const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      add.mockRestore();
      throw new DOMException('Connection is closing.', 'UnknownError');
    });
    const saved = await Promise.all([save(), save(), save()]);
    expect(new Set(saved.map((op) => op.id)).size).toBe(3);
    expect((await tab.readDeal(ACME))?.ops).toBe(4);
  });

  it('is not kept twice when only its acknowledgement was lost', async () => {
    const told = vi.spyOn(IDBTransaction.prototype, 'dispatchEvent');
    told.mockImplementation(function (this: IDBTransaction, event) {
      if (event.type === 'complete' && this.mode === 'readwrite') {
        told.mockRestore();
        Object.defineProperty(event, 'type', { value: 'abort' });
      }
      return IDBTransaction.prototype.dispatchEvent.call(this, event);
    });
    const op = await save();
    expect((await tab.historyOf(ACME, 'answer:fit.owner')).map((one) => one.id)).toContain(op.id);
    expect((await tab.readDeal(ACME))?.ops).toBe(2);
  });
});

/** What the next version of the tables does to the database; says whether it had to wait for us. */
const upgrade = () =>
  new Promise<{ waited: boolean }>((resolve, reject) => {
    let waited = false;
    const request = indexedDB.open('footing', 20);
    request.onupgradeneeded = () => request.result.createObjectStore('meetings', { keyPath: 'id' });
    request.onblocked = () => {
      waited = true;
    };
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      request.result.close();
      resolve({ waited });
    };
  });

describe('a newer build at the same database', () => {
  beforeEach(() => {
    // Dexie says on the console that it makes way.
    vi.spyOn(console, 'warn').mockReturnValue();
  });

  it('makes this one read only, and says so', async () => {
    expect(await upgrade()).toEqual({ waited: false });
    expect(await reasonOfSave()).toBe('newer');
    expect((await tab.readDeal(ACME))?.ops).toBe(1);
    const { checkHealth } = await import('../../lib/storage/health');
    expect(await checkHealth()).toEqual({ state: 'newer' });
  });

  it('finds its own changes in place after this one looked', async () => {
    await upgrade();
    await tab.readDeal(ACME);
    tab.database().close();
    const names = await new Promise((resolve) => {
      const request = indexedDB.open('footing', 20);
      request.onsuccess = () => resolve([...request.result.objectStoreNames]);
    });
    expect(names).toContain('meetings');
  });
});
