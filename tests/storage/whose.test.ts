/** A deal that goes from one seller to the next by a real file, and what becomes of it there. */
import { expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { freshAnswer } from '../../lib/domain/answer';
import { answersOf } from '../../lib/domain/fold';
import type { AuthorId } from '../../lib/domain/op';
import { ACME, GLOBEX, newProfile, openTab, snapshot } from './tab';

async function sitAt() {
  newProfile();
  fakeBrowser.runtime.getManifest = () => ({ manifest_version: 3, name: 'Footing', version: '0.1.0' });
  const [tab, whose, handover, deleted] = [
    await openTab(),
    await import('../../lib/storage/whose'),
    await import('../../lib/storage/handover'),
    await import('../../lib/storage/deleted'),
  ];
  return { ...tab, ...whose, ...handover, ...deleted };
}

const said = (quote: string) => ({ ...freshAnswer('yes', '2026-11-20'), rung: 'said' as const, quote });

/** Kim's file: one deal that she answered in, one that she only opened. */
async function fromKim() {
  const kim = await sitAt();
  await kim.rememberDeal(snapshot(ACME, { name: 'Widgets' }));
  await kim.rememberDeal(snapshot(GLOBEX, { name: 'Pumps' }));
  await kim.saveAnswer(ACME, 'fit.owner', said('Every order waits'), 'basics@1');
  await kim.nameMyself('Kim Lee');
  const deals = [ACME, GLOBEX];
  const { file } = await kim.makePack({ kind: 'handover', to: [], withNotes: false, deals }, '');
  return { file, kim: await kim.authors() };
}

async function open(at: Awaited<ReturnType<typeof sitAt>>, file: Blob) {
  await at.mergePack(await at.openPack(file, null, {}), {});
}

it('shows a deal that was only opened as the one of who handed it over', async () => {
  const { file, kim } = await fromKim();
  const mia = await sitAt();
  await mia.rememberDeal(snapshot(GLOBEX, { name: 'Pumps' }));
  await open(mia, file);
  expect(await mia.sellers()).toEqual([{ authors: kim, deals: expect.arrayContaining([ACME, GLOBEX]), checked: [] }]);
  expect(await mia.whoseIs(await mia.readDeal(GLOBEX))).toMatchObject({ isMine: false, owners: kim });
});

it('takes a deal over, answers in it, takes back what was answered, and leaves it again', async () => {
  const { file, kim } = await fromKim();
  const ana = await sitAt();
  await open(ana, file);
  const present = async () => {
    const { doc, authors } = await ana.readWhole(ACME);
    const { quote, by } = (doc && answersOf(doc, authors)['fit.owner']) ?? {};
    return { quote, isMine: (await ana.whoseIs(doc)).isMine, isKims: by !== undefined && kim.includes(by as AuthorId) };
  };
  const kims = { quote: 'Every order waits', isKims: true };
  expect(await present()).toEqual({ ...kims, isMine: false });
  const taken = await ana.takeOver(ACME);
  expect(await present()).toEqual({ ...kims, isMine: true });

  // Her own answer comes on top; undone, what Kim said is there again, and not nothing.
  const answer = await ana.saveAnswer(ACME, 'fit.owner', said('Two days a week'), 'basics@1');
  expect(await present()).toEqual({ quote: 'Two days a week', isMine: true, isKims: false });
  expect(await ana.undo(answer)).not.toBeNull();
  expect(await present()).toEqual({ ...kims, isMine: true });

  // What she deletes of Kim's can be brought back.
  await ana.saveAnswer(ACME, 'fit.owner', null, 'basics@1');
  const [deleted] = await ana.readDeleted(Date.now(), 10);
  expect(deleted).toMatchObject({ deal: ACME, before: { quote: 'Every order waits' } });
  expect(deleted && (await ana.bringBack(deleted))).toBe(true);
  expect(await present()).toEqual({ ...kims, isMine: true });

  await ana.leaveIt(ACME);
  expect(await present()).toEqual({ ...kims, isMine: false });
  // It was said again since: the first of it is not undone behind that.
  expect(await ana.undo(taken)).toBeNull();
});

it('takes over back what was taken, where nothing was said since', async () => {
  const { file } = await fromKim();
  const ana = await sitAt();
  await open(ana, file);
  const taken = await ana.takeOver(ACME);
  expect(await ana.undo(taken)).not.toBeNull();
  expect((await ana.whoseIs(await ana.readDeal(ACME))).isMine).toBe(false);
});

it('tells their manager, in any order of files, who has it now', async () => {
  const { file, kim } = await fromKim();
  const ana = await sitAt();
  await open(ana, file);
  await ana.takeOver(ACME);
  const anas = await ana.authors();
  const wish = { kind: 'handover', to: [], withNotes: false, deals: [ACME] } as const;
  const { file: next } = await ana.makePack(wish, '');
  for (const files of [
    [file, next],
    [next, file],
  ]) {
    const mia = await sitAt();
    for (const one of files) await open(mia, one);
    const of = await mia.whoseIs(await mia.readDeal(ACME));
    expect(of).toMatchObject({ isMine: false, owners: anas, authors: [...anas, ...kim] });
  }
});
