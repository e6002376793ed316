/** The lock, from the disk's side: what stands there, what is read, and what a kill leaves behind. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { freshAnswer } from '../../lib/domain/answer';
import type { Op } from '../../lib/domain/op';
import { meeting, promise, topic } from '../domain/meetings';
import { type DiskFolder, diskFolder } from './folder';
import { localStorageOf } from './local-storage';
import { ACME, everything, GLOBEX, newProfile, openTab, snapshot } from './tab';

const PASS = 'four words are plenty';
/** Typed into every text; wherever it stands on the disk, a text got out. */
const WORD = 'Quagga';

async function tabWithLock() {
  const tab = await openTab();
  const [lock, locking, backup, looks, reviews, copies, ...more] = await Promise.all([
    import('../../lib/storage/lock'),
    import('../../lib/storage/locking'),
    import('../../lib/storage/backup'),
    import('../../lib/storage/looks'),
    import('../../lib/storage/reviews'),
    import('../../lib/storage/draft-copies'),
    import('../../lib/storage/backups'),
    import('../../lib/storage/backup-files'),
    import('../../lib/storage/pack-file'),
    import('../../lib/storage/integrity'),
  ]);
  lock.followLock(new AbortController().signal);
  if (lock.mayBeLocked()) await lock.look();
  return {
    ...tab,
    ...lock,
    ...locking,
    ...backup,
    ...looks,
    ...reviews,
    ...copies,
    ...more[0],
    ...more[1],
    ...more[2],
    ...more[3],
  };
}
type LockTab = Awaited<ReturnType<typeof tabWithLock>>;

/** The browser is killed and started again: what was in its memory is gone. */
async function restarted(): Promise<LockTab> {
  await fakeBrowser.storage.session.clear();
  return tabWithLock();
}

async function all(steps: AsyncIterable<number>): Promise<void> {
  for await (const _ of steps);
}

/** Goes so many steps and no further, as when the browser is killed then; says whether that was before the end. */
async function upTo(count: number, steps: AsyncIterator<number>): Promise<boolean> {
  for (let step = 0; step < count; step++) if ((await steps.next()).done) return false;
  return true;
}

async function disk(tab: LockTab): Promise<string> {
  const aside = await tab.database().aside.toArray();
  return JSON.stringify([await everything(tab), aside, { ...localStorage }]);
}

const quoted = (text: string) => ({
  ...freshAnswer('yes', '2026-11-20'),
  rung: 'said' as const,
  who: WORD,
  quote: text,
});

/** A profile in which every kind of text was written. */
async function fill(tab: LockTab): Promise<void> {
  await tab.rememberDeal(snapshot(ACME, { name: 'Acme', stage: 'Discovery' }));
  await tab.saveAnswer(ACME, 'fit.owner', quoted(`${WORD} owns it`), 'basics@1');
  await tab.saveAnswer(ACME, 'fit.owner', quoted(`I think ${WORD} owns it`), 'basics@1');
  await tab.saveMeeting(ACME, meeting({ purpose: WORD, topics: [topic('t1', { note: WORD })] }));
  const { at: _, ...made } = promise({ what: WORD, who: WORD });
  await tab.savePromise(ACME, 'p1', made);
  await tab.saveRivals(GLOBEX, [WORD]);
  await tab.saveAnswer(GLOBEX, 'fit.sweetSpot', quoted(`We at ${WORD} need it`), 'basics@1');
  await tab.keepDraft(ACME, 'answer:fit.owner@panel', { patch: { quote: WORD }, held: false });
  tab.copyDraft(GLOBEX, 'answer:fit.owner@panel', { patch: { quote: `${WORD} again` }, held: false });
  await tab.setAside(ACME, `sameText ${WORD}`);
  await tab.database().aside.put({ id: 'x', record: { id: 'x', note: WORD }, why: 'kind: missing' });
}

/** What a person sees of it. */
async function read(tab: LockTab) {
  const deals = await Promise.all([ACME, GLOBEX].map((deal) => tab.readDeal(deal)));
  const log = (await Promise.all([ACME, GLOBEX].map((deal) => tab.historyOf(deal, 'answer:fit.owner')))).flat();
  const drafts = (await Promise.all([ACME, GLOBEX].map((deal) => tab.draftsOf(deal)))).flat();
  const rows = [...drafts, ...tab.allCopies()].map(({ deal, key, value }) => ({ deal, key, value }));
  return { deals, log, drafts: rows, aside: (await tab.readLook(ACME)).aside };
}

let tab: LockTab;
beforeEach(async () => {
  newProfile();
  vi.stubGlobal('localStorage', localStorageOf());
  fakeBrowser.runtime.getManifest = () => ({ version: '0.1.0' }) as ReturnType<typeof fakeBrowser.runtime.getManifest>;
  tab = await tabWithLock();
});

describe('the lock', () => {
  it('leaves no text on the disk, and shows everything while it is open', async () => {
    await fill(tab);
    const before = await read(tab);
    expect(await disk(tab)).toContain(WORD);
    await all(tab.turnOn(PASS, null));
    expect(await disk(tab)).not.toContain(WORD);
    expect(tab.lockState()).toBe('open');
    expect(await read(tab)).toEqual(before);
    // Another document of the same browser needs no passphrase.
    expect(await read(await tabWithLock())).toEqual(before);
  });

  it('shows the same deals without their texts while it is locked, and keeps what needs none', async () => {
    await fill(tab);
    await all(tab.turnOn(PASS, null));
    const later = await restarted();
    expect(later.lockState()).toBe('locked');
    expect(JSON.stringify(await read(later))).not.toContain(WORD);
    const cell = Object.values((await later.readDeal(ACME))?.cells['answer:fit.owner'] ?? {})[0];
    // The last quote hedges, so the answer counts as a guess; that is known without it.
    expect(cell?.value).toMatchObject({ verdict: 'yes', rung: 'guess', evidenceOn: '2026-11-20' });
    expect(await later.rememberDeal(snapshot(ACME, { stage: 'Proposal' }))).toBe(true);
    await later.setPhase(ACME, 'propose');
    const refused = { name: 'NotSaved', reason: 'locked' };
    await expect(later.saveAnswer(ACME, 'fit.owner', quoted('x'), 'basics@1')).rejects.toMatchObject(refused);
    await expect(later.keepDraft(ACME, 'answer:x', { patch: {} })).rejects.toMatchObject(refused);
    await expect(later.exportAll()).rejects.toMatchObject(refused);
    await expect(all(later.turnOff())).rejects.toMatchObject(refused);
  });

  it('opens to its passphrase alone, until it is changed', async () => {
    await fill(tab);
    const before = await read(tab);
    await all(tab.turnOn(PASS, null));
    const later = await restarted();
    expect(await later.unlock('four words are plenty ')).toBe(false);
    expect(later.lockState()).toBe('locked');
    expect(await later.unlock(PASS)).toBe(true);
    expect(await read(later)).toEqual(before);
    expect(await later.changePassphrase('wrong', 'another')).toBe(false);
    expect(await later.changePassphrase(PASS, 'another')).toBe(true);
    const last = await restarted();
    expect(await last.unlock(PASS)).toBe(false);
    expect(await last.unlock('another')).toBe(true);
    expect(await read(last)).toEqual(before);
  });

  it('seals what is written from then on, in every document, and undoes and merges as before', async () => {
    const other = await tabWithLock();
    await fill(tab);
    const file = await tab.exportAll();
    await all(tab.turnOn(PASS, null));
    // A document that has not heard of it yet.
    const first = await other.saveAnswer(ACME, 'fit.owner', quoted(`${WORD} says no`), 'basics@1');
    expect(first.value).toMatchObject({ quote: `${WORD} says no` });
    expect(await disk(tab)).not.toContain(WORD);
    expect((await other.undo(first))?.value).toMatchObject({ quote: `I think ${WORD} owns it` });
    expect(
      (await other.historyOf(ACME, 'answer:fit.owner')).map(({ value }) => (value as { quote: string }).quote),
    ).toEqual([`I think ${WORD} owns it`, `${WORD} says no`, `I think ${WORD} owns it`, `${WORD} owns it`]);
    // The file from before it was turned on: nothing new in it, and nothing that contradicts.
    expect(await other.readPack(file)).toMatchObject({ added: 0 });
    const whole = await other.exportAll();
    expect(await whole.text()).toContain(WORD);
    newProfile();
    localStorage.removeItem('footing-lock');
    const home = await tabWithLock();
    await home.importPack(await home.readPack(whole));
    const { texts: _, ...here } = await everything(home).then(({ ops, deals }) => ({ ops, deals, texts: 0 }));
    expect(here.deals).toEqual(await Promise.all([ACME, GLOBEX].map((deal) => home.readDeal(deal))));
    expect(JSON.stringify(here)).toContain(`${WORD} says no`);
  });

  it('takes in a file sealed, and folds documents anew without a key', async () => {
    await fill(tab);
    const file = await tab.exportAll();
    const before = await read(tab);
    newProfile();
    const home = await tabWithLock();
    await all(home.turnOn(PASS, null));
    await home.importPack(await home.readPack(file));
    expect(JSON.stringify((await everything(home)).ops)).not.toContain(WORD);
    const docs = await everything(home);
    await (await restarted()).rebuild();
    expect(await everything(home)).toEqual(docs);
    const later = await restarted();
    await later.unlock(PASS);
    expect((await read(later)).deals).toEqual(before.deals);
  });

  it('closes by itself when it was not used for as long as the person said', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      await fill(tab);
      await all(tab.turnOn(PASS, 15));
      vi.setSystemTime(Date.now() + 14 * 60_000);
      await tab.stayOpen();
      vi.setSystemTime(Date.now() + 14 * 60_000);
      expect(await tab.look()).toBe('open');
      vi.setSystemTime(Date.now() + 60_000);
      expect(await tab.look()).toBe('locked');
      expect(await fakeBrowser.storage.session.get('lock')).toEqual({});
    } finally {
      vi.useRealTimers();
    }
  });

  it('lets a live query see a change to what it opened', async () => {
    await fill(tab);
    await all(tab.turnOn(PASS, null));
    const seen: string[] = [];
    const { liveQuery } = await import('dexie');
    const query = liveQuery(async () => {
      await tab.readDeal(GLOBEX);
      // Read after something else was opened: it has to be watched all the same.
      return String((await tab.historyOf(ACME, 'answer:fit.sweetSpot')).length);
    });
    const heard = new Promise<void>((resolve) => {
      query.subscribe((now) => {
        seen.push(now);
        if (seen.length === 1) void tab.saveAnswer(ACME, 'fit.sweetSpot', quoted(WORD), 'basics@1');
        if (now === '1') resolve();
      });
    });
    await heard;
    expect(seen.at(-1)).toBe('1');
  });
});

describe('backups that Footing makes by itself', () => {
  const folders: DiskFolder[] = [];
  const newFolder = () => {
    const folder = diskFolder();
    folders.push(folder);
    return folder;
  };
  afterEach(() => {
    for (const folder of folders.splice(0)) folder.remove();
    vi.unstubAllGlobals();
  });
  const NOW = Date.UTC(2026, 10, 22, 9);
  const files = async (now: LockTab, folder: FileSystemDirectoryHandle) => now.filesOfNewest(folder);
  const text = async (now: LockTab, folder: FileSystemDirectoryHandle) => {
    let all = '';
    for (const file of await files(now, folder)) for await (const piece of now.backupText(file)) all += piece;
    return all;
  };

  it('are sealed under the lock, and bring it along when everything else is lost', async () => {
    await fill(tab);
    await all(tab.turnOn(PASS, 60));
    const before = await read(tab);
    const folder = newFolder().handle;
    await tab.makeBackup(folder, NOW);
    expect(await text(tab, folder)).not.toContain(WORD);
    // Into what holds it all already.
    expect(await tab.readPack(await files(tab, folder))).toMatchObject({ added: 0, isSealed: false });

    newProfile();
    localStorage.removeItem('footing-lock');
    const home = await tabWithLock();
    await home.saveAnswer(GLOBEX, 'fit.owner', quoted(`${WORD}, written since`), 'basics@1');
    const preview = await home.readPack(await files(home, folder));
    expect(preview).toMatchObject({ isSealed: true });
    await home.importPack(preview);
    expect(home.lockState()).toBe('locked');
    expect(JSON.stringify((await home.readDeal(ACME))?.cells)).not.toContain(WORD);
    expect(await home.unlock(PASS)).toBe(true);
    await all(home.finish());
    expect(await disk(home)).not.toContain(WORD);
    expect((await read(home)).deals[0]).toEqual(before.deals[0]);
    expect(JSON.stringify((await read(home)).deals[1])).toContain('written since');
    // Merged once more, and proved: nothing new, nothing unreadable.
    expect(await home.readPack(await files(home, folder))).toMatchObject({ added: 0 });
    expect(await home.prove()).toMatchObject({ unreadable: 0, differing: 0, counted: true });
  });

  it('are refused under another lock, and taken where it is off', async () => {
    await fill(tab);
    const before = await read(tab);
    await all(tab.turnOn(PASS, null));
    const folder = newFolder().handle;
    await tab.makeBackup(folder, NOW);
    await all(tab.turnOff());
    // What is here is open, and stays so.
    expect(await tab.readPack(await files(tab, folder))).toMatchObject({ added: 0 });
    await all(tab.turnOn('another passphrase', null));
    await expect(tab.readPack(await files(tab, folder))).rejects.toMatchObject({ refusal: { code: 'otherLock' } });
    expect((await read(tab)).deals).toEqual(before.deals);
  });

  it('are let go when the lock is turned on: they held every text', async () => {
    await fill(tab);
    const folder = newFolder().handle;
    const storage = { getDirectory: async () => ({ getDirectoryHandle: async () => folder }) };
    const locks = { request: (_: string, work: () => unknown) => work() };
    vi.stubGlobal('navigator', { ...navigator, storage, locks });
    await tab.makeBackup(folder, NOW);
    expect(await text(tab, folder)).toContain(WORD);
    await all(tab.turnOn(PASS, null));
    expect(await tab.backupsIn(folder)).toEqual([]);
    await tab.makeBackup(folder, NOW + 1000);
    expect(await text(tab, folder)).toContain('"sealed":"v1:');
    expect(await text(tab, folder)).not.toContain(WORD);
  });
});

describe('a kill while it is turned on or off', () => {
  it('at any step leaves what reads right, and is gone on with at the next unlock', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(9), fc.nat(9), fc.boolean(), async (on, off, writes) => {
        newProfile();
        for (const key of Object.keys(localStorage)) localStorage.removeItem(key);
        const first = await tabWithLock();
        await fill(first);
        const more = async (now: LockTab, text: string) => {
          if (writes) await now.saveAnswer(GLOBEX, 'fit.owner', quoted(`${WORD} ${text}`), 'basics@1');
        };
        const before = await read(first);
        await upTo(on, first.turnOn(PASS, null));

        let now = await restarted();
        if (now.lockState() === 'locked') {
          // Not a sentence is lost or shown, whatever was sealed by then; structure reads the same.
          expect((await now.readDeal(ACME))?.newest).toBe(before.deals[0]?.newest);
          expect(await now.unlock(PASS)).toBe(true);
          expect(await read(now)).toEqual(before);
          await more(now, 'in between');
          await all(now.finish());
          expect(await disk(now)).not.toContain(WORD);
        } else await all(now.turnOn(PASS, null));
        const half = await read(now);

        await upTo(off, now.turnOff());
        now = await restarted();
        if (now.lockState() === 'locked') {
          expect(await now.unlock(PASS)).toBe(true);
          expect(await read(now)).toEqual(half);
          await more(now, 'on the way out');
          await all(now.finish());
          if ((await now.readVault())?.state === 'sealed') await all(now.turnOff());
        }
        expect(now.lockState()).toBe('off');
        const { ops, deals } = await everything(now);
        expect(JSON.stringify(await everything(now))).not.toMatch(/sealed|v1:/);
        expect(deals).toEqual(await Promise.all(deals.map(({ subject }) => now.readDeal(subject as typeof ACME))));
        const said = ops.filter(({ subject }) => subject === GLOBEX).map(({ value }: Op) => JSON.stringify(value));
        if (writes && on > 0) expect(said.join()).toContain('in between');
        expect((await read(now)).deals[0]).toEqual(before.deals[0]);
        expect((await read(now)).drafts).toEqual(half.drafts);
      }),
      { numRuns: 12 },
    );
  });
});
