import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { freshAnswer } from '../../lib/domain/answer';
import { type DiskFolder, diskFolder } from './folder';
import { ACME, everything, GLOBEX, newProfile, openTab, snapshot, type Tab } from './tab';

const WORD = 'zanzibar';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.parse('2026-11-02T08:00:00Z');
const said = { ...freshAnswer('yes', '2026-11-20'), quote: `we lose two days in ${WORD}` };

let tab: Tab;
let folder: DiskFolder;
let backups: typeof import('../../lib/storage/backups');
let files: typeof import('../../lib/storage/backup-files');
let erasing: typeof import('../../lib/storage/backup-erase');
let backup: typeof import('../../lib/storage/backup');

const start = async () => {
  tab = await openTab();
  backups = await import('../../lib/storage/backups');
  files = await import('../../lib/storage/backup-files');
  erasing = await import('../../lib/storage/backup-erase');
  backup = await import('../../lib/storage/backup');
};

beforeEach(async () => {
  newProfile();
  fakeBrowser.runtime.getManifest = () => ({ manifest_version: 3, name: 'Footing', version: '0.1.0' });
  folder = diskFolder();
  await start();
});
afterEach(() => folder.remove());

const say = (deal = ACME, question = 'fit.owner') => tab.saveAnswer(deal, question, said, 'basics@1');
const make = (at: number) => backups.makeBackup(folder.handle, START + at);
const preview = async () => backup.readPack(await files.filesOfNewest(folder.handle));

/** A profile without anything, as after its database was lost and its sentinel with it. */
const lose = async () => {
  newProfile();
  fakeBrowser.runtime.getManifest = () => ({ manifest_version: 3, name: 'Footing', version: '0.1.0' });
  await start();
};

describe('automatic backups', () => {
  it('are made where something changed, and not otherwise', async () => {
    expect(await make(0)).toBeNull();
    await say();
    expect(await make(HOUR)).toMatchObject({ since: null });
    expect(await make(2 * HOUR)).toBeNull();
    await say(GLOBEX);
    expect(await make(3 * HOUR)).toMatchObject({ since: START + HOUR });
    expect(folder.names()).toEqual([
      'footing-2026-11-02T090000Z-whole.json.gz',
      'footing-2026-11-02T110000Z-since-2026-11-02T090000Z.json.gz',
    ]);
    await say();
    await make(4 * HOUR);
    expect(folder.names()[1]).toBe('footing-2026-11-02T120000Z-since-2026-11-02T090000Z.json.gz');
  });

  it('bring everything back, the whole one and what came since', async () => {
    await tab.rememberDeal(snapshot(ACME, { name: 'Acme "1,200" — für Ö' }));
    await say();
    await make(0);
    await say(GLOBEX);
    await make(DAY);
    const kept = await everything(tab);
    await lose();
    const looked = await preview();
    expect(looked).toMatchObject({ newDeals: 2, added: 3, header: { ops: 3 } });
    await backup.importPack(looked);
    expect(await everything(tab)).toMatchObject({ ops: kept.ops, deals: kept.deals, summaries: kept.summaries });
  });

  it('add to what is here and replace nothing', async () => {
    await say();
    await make(0);
    const old = (await everything(tab)).ops;
    await lose();
    const mine = await say(GLOBEX);
    await backup.importPack(await preview());
    expect((await everything(tab)).ops).toEqual([...old, mine]);
  });

  it('are whole again after a week, and after a merge brought something older', async () => {
    await say();
    const early = (await everything(tab)).ops.map((op) => ({ ...op, id: `0${op.id.slice(1, -1)}f`, subject: GLOBEX }));
    await make(0);
    await say();
    expect(await make(6 * DAY)).toMatchObject({ since: START });
    await say();
    expect(await make(7 * DAY)).toMatchObject({ since: null });
    await tab.receive(early.map((op) => ({ ...op, id: `00${op.id.slice(2)}` })));
    expect(await make(7 * DAY + HOUR)).toMatchObject({ since: null });
    const { ops } = await everything(tab);
    await lose();
    expect((await preview()).added).toBe(ops.length);
  });

  it('are not taken in by one that was never written to its end, or is damaged', async () => {
    await say();
    await make(0);
    writeFileSync(join(folder.path, 'footing-2026-11-05T090000Z-whole.json.gz'), '');
    writeFileSync(join(folder.path, 'notes.txt'), 'mine');
    expect((await files.backupsIn(folder.handle)).length).toBe(1);
    writeFileSync(join(folder.path, 'footing-2026-11-02T081000Z-whole.json.gz'), 'not compressed at all');
    await say();
    // It cannot be gone on from, so the next one is whole.
    expect(await make(HOUR)).toMatchObject({ since: null });
    await lose();
    expect((await preview()).added).toBe(2);
  });

  it('leave no half file where the disk gives out', async () => {
    await say();
    await make(0);
    const before = folder.names();
    const { handle } = folder;
    const full = {
      ...handle,
      entries: () => handle.entries(),
      async getFileHandle(name: string, options?: FileSystemGetFileOptions) {
        const file = await handle.getFileHandle(name, options);
        const refuse = () => Promise.reject(new DOMException('no space', 'QuotaExceededError'));
        return { ...file, createWritable: async () => new WritableStream({ write: refuse }) };
      },
    } as unknown as FileSystemDirectoryHandle;
    await say();
    await expect(backups.makeBackup(full, START + HOUR)).rejects.toThrow();
    const kept = await files.backupsIn(handle);
    expect(kept.map(({ name }) => name)).toEqual(before);
  });
});

describe('erasing for good', () => {
  const texts = async () => {
    const all = (await files.backupsIn(folder.handle)).map(async ({ name }) => {
      const file = await files.fileIn(folder.handle, name);
      return new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).text();
    });
    return (await Promise.all(all)).join();
  };

  it('takes it out of every backup, and leaves the rest of each', async () => {
    await say(ACME);
    await tab.saveRivals(GLOBEX, ['globex stays']);
    await make(0);
    await say(ACME, 'urgency.event');
    await make(DAY);
    const scope = { what: 'deal', deal: ACME } as const;
    expect(await texts()).toContain(WORD);
    await erasing.eraseFromBackups(folder.handle, scope);
    expect(await texts()).not.toContain(WORD);
    expect(await texts()).not.toContain(ACME);
    const { erase } = await import('../../lib/storage/erase');
    await erase(scope);
    // What was erased is no reason to begin anew.
    await say(GLOBEX);
    expect(await make(2 * DAY)).toMatchObject({ since: START });
    await lose();
    expect(await preview()).toMatchObject({ newDeals: 1, added: 2 });
  });

  it('takes every backup where everything is erased, and one that cannot be read in any case', async () => {
    await say();
    await make(0);
    writeFileSync(join(folder.path, 'footing-2026-11-02T081000Z-whole.json.gz'), WORD);
    writeFileSync(join(folder.path, 'notes.txt'), 'mine');
    await erasing.eraseFromBackups(folder.handle, { what: 'deal', deal: GLOBEX });
    expect(folder.names()).toEqual(['footing-2026-11-02T080000Z-whole.json.gz', 'notes.txt']);
    await erasing.eraseFromBackups(folder.handle, { what: 'everything' });
    expect(folder.names()).toEqual(['notes.txt']);
  });
});
