import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { freshAnswer } from '../../lib/domain/answer';
import { foldOps } from '../../lib/domain/fold';
import { personKey } from '../../lib/domain/habit';
import { PackCount } from '../../lib/domain/handover';
import { meetingKey } from '../../lib/domain/meeting-log';
import type { AuthorId, Op } from '../../lib/domain/op';
import { answerKey, TEAM } from '../../lib/domain/op';
import { reviewKey } from '../../lib/domain/review';
import type { Wish } from '../../lib/storage/handover';
import type { Doing } from '../../lib/storage/watch';
import { meeting, topic } from '../domain/meetings';
import { ACME, everything, GLOBEX, newProfile, openTab, snapshot, type Tab } from './tab';

const PASSPHRASE = 'four words are plenty';
const HANDOVER: Omit<Wish, 'deals'> = { kind: 'handover', to: [], withNotes: false };

/** A browser profile: its own disk, to which one comes back. */
interface Profile {
  disk: IDBFactory;
  storage: Record<string, unknown>;
}

let tab: Tab;
let handover: typeof import('../../lib/storage/handover');
let backup: typeof import('../../lib/storage/backup');

/** Sits down at a profile; without one, at a new one. */
async function sitAt(profile?: Profile): Promise<Profile> {
  newProfile();
  fakeBrowser.runtime.getManifest = () => ({ manifest_version: 3, name: 'Footing', version: '0.1.0' });
  if (profile) globalThis.indexedDB = profile.disk;
  tab = await openTab();
  handover = await import('../../lib/storage/handover');
  backup = await import('../../lib/storage/backup');
  return profile ?? { disk: globalThis.indexedDB, storage: {} };
}

const answer = (question: string, quote: string) =>
  tab.saveAnswer(ACME, question, { ...freshAnswer('yes', '2026-11-20'), rung: 'said', quote }, 'basics@1');

const review = (at: number, ask = 'Who told you?') =>
  tab.appendOne({
    kind: 'review.set',
    subject: ACME,
    key: reviewKey(String(at)),
    value: { answers: [], ask, followUp: null, seed: 1, at },
    version: null,
  });

const open = async (file: Blob, passphrase: string | null = null) => handover.openPack(file, passphrase, {});
const merge = async (file: Blob, passphrase: string | null = null) =>
  handover.mergePack(await open(file, passphrase), {});

/** What is kept of deals, orgs and people, without who and where this profile is. */
const content = async () => {
  const { ops, deals, orgs, summaries } = await everything(tab);
  return { ops, deals, orgs, summaries };
};

beforeEach(async () => {
  await sitAt();
});

describe('what goes', () => {
  const notes = { topics: [topic('t1', { note: 'They are afraid of Sam' })], debrief: null };
  const used = async () => {
    await tab.rememberDeal(snapshot(ACME, { name: 'Widgets', stage: 'Qualify' }));
    await answer('fit.owner', 'Every order waits');
    await tab.appendOne({
      kind: 'meeting.set',
      subject: ACME,
      key: meetingKey('m1'),
      value: meeting({ id: 'm1', ...notes }),
      version: null,
    });
    await tab.saveAnswer(GLOBEX, 'fit.owner', freshAnswer('no', '2026-11-20'), 'basics@1');
    await tab.mapStage('salesforce:acme', 'Solution Fit', 'validate');
    await tab.mapStage('salesforce:globex', 'Wonder', 'validate');
    await tab.retirePlaybook('team.old', true);
    await handover.nameMyself('Kim Lee');
  };

  it('is what was chosen and what it cannot be read without, said to the last change', async () => {
    await used();
    const count = await handover.countChoice({ ...HANDOVER, deals: [ACME] });
    const { file, name } = await handover.makePack({ ...HANDOVER, deals: [ACME] }, '');
    expect(name).toMatch(/^footing-handover-\d{4}-\d\d-\d\d\.json$/);
    const { header, ops } = JSON.parse(await file.text()) as { header: { ops: number }; ops: Op[] };
    expect(header).toMatchObject({ kind: 'handover', ops: count.changes, authors: await tab.authors() });
    expect(new Set(ops.map(({ subject }) => subject))).toEqual(
      new Set([ACME, 'salesforce:acme', personKey((await tab.authors())[0] ?? '')]),
    );
    expect(ops.every(({ scope }) => scope === 'shared')).toBe(true);
    expect(count.deals).toMatchObject([{ deal: ACME, name: 'Widgets', answers: 1, meetings: 1, changes: 3 }]);
    expect([...count.orgs]).toEqual(['salesforce:acme']);
  });

  it('leaves private notes out unless they were chosen, and a whole copy takes the place of one without', async () => {
    await used();
    const without = await handover.makePack({ ...HANDOVER, deals: [ACME] }, '');
    const whole = await handover.makePack({ ...HANDOVER, deals: [ACME], withNotes: true }, '');
    expect(await without.file.text()).not.toContain('afraid');
    expect((await handover.countChoice({ ...HANDOVER, deals: [ACME] })).notes).toEqual({ with: 0, without: 1 });
    const seller = await backup.exportAll();
    await sitAt();
    await merge(whole.file);
    const both = await content();
    await sitAt();
    expect(await merge(without.file)).toEqual({ added: 5 });
    expect(await merge(whole.file)).toEqual({ added: 1 });
    expect(await content()).toEqual(both);
    expect(await merge(without.file)).toEqual({ added: 0 });
    expect(await content()).toEqual(both);
    // The person's own backup tells the same of what was handed over.
    expect(await backup.readPack(seller)).toMatchObject({ known: 5 });
  });

  it('goes nowhere else: the one who opens it stays who they are', async () => {
    await used();
    const { file } = await handover.makePack({ ...HANDOVER, deals: [ACME, GLOBEX] }, '');
    const kim = await tab.authors();
    await sitAt();
    await merge(file);
    expect(await tab.authors()).toEqual([]);
    expect(await handover.sellers()).toEqual([
      { authors: kim, deals: expect.arrayContaining([ACME, GLOBEX]), checked: [] },
    ]);
  });
});

describe('many deals', () => {
  const [first, last] = [0, 599];
  const dealOf = (n: number) => `salesforce:acme:006${String(n).padStart(12, '0')}AAA` as const;

  it('go and come, can be told how far they are, and stop without a trace', async () => {
    await tab.saveAnswer(dealOf(first), 'fit.owner', freshAnswer('yes', '2026-11-20'), 'basics@1');
    const [op] = (await content()).ops;
    if (!op) throw new Error('nothing was kept');
    const many = Array.from({ length: last }, (_, index) => ({
      ...op,
      id: op.id.replace(/.{8}$/, String(index).padStart(8, '0')),
      subject: dealOf(index + 1),
    }));
    await tab.receive(many);
    const deals = Array.from({ length: last + 1 }, (_, n) => dealOf(n));
    const count = await handover.countChoice({ ...HANDOVER, deals });
    expect(count.deals).toHaveLength(deals.length);
    const { file } = await handover.makePack({ ...HANDOVER, deals }, PASSPHRASE);
    const kept = (await content()).deals;
    await sitAt();
    const shares: number[] = [];
    const told: Doing[] = [];
    const progress = (share: number, now?: Doing) => {
      shares.push(share);
      if (now) told.push(now);
    };
    const opened = await handover.openPack(file, PASSPHRASE, { progress });
    expect(opened).toMatchObject({ added: deals.length, erased: 0 });
    expect(opened.newDeals.size).toBe(deals.length);
    const empty = await everything(tab);
    // Stopped at any step of it, the last one too.
    for (const step of ['checking', 'adding', 'folding', 'keeping'] as const) {
      const stop = new AbortController();
      const stopping = (_: number, now?: Doing) => now?.step === step && now.done > 0 && stop.abort();
      const merging = handover.mergePack(opened, { progress: stopping, signal: stop.signal });
      await expect(merging).rejects.toMatchObject({ name: 'AbortError' });
      expect(await everything(tab)).toEqual(empty);
    }
    await handover.mergePack(opened, { progress });
    expect((await content()).deals).toEqual(kept);
    expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
    expect(shares.at(-1)).toBe(1);
    const steps = Map.groupBy(told, ({ step }) => step);
    expect([...steps.keys()]).toEqual(['reading', 'checking', 'adding', 'folding', 'keeping']);
    expect(steps.get('reading')?.at(-1)?.done).toBe(deals.length);
    for (const step of ['adding', 'folding'] as const) {
      // However large the file is, no part of it is.
      const done = [...(steps.get(step) ?? []).map((now) => now.done), deals.length];
      const parts = done.slice(1).map((now, index) => now - (done[index] ?? 0));
      expect(Math.max(...parts), step).toBeLessThanOrEqual(250);
      expect(
        parts.reduce((sum, part) => sum + part),
        step,
      ).toBe(deals.length);
    }
    // A manager's review goes back to this seller alone.
    await tab.appendOne({
      kind: 'review.set',
      subject: dealOf(7),
      key: reviewKey('1'),
      value: { answers: [], ask: 'Who?', followUp: null, seed: 1, at: 1 },
      version: null,
    });
    expect(await handover.sellers()).toMatchObject([{ authors: [op.by], checked: [dealOf(7)] }]);
  });
});

describe('a pack is refused', () => {
  const made = async (passphrase = '') => {
    await answer('fit.owner', 'Every order waits');
    await answer('fit.sweetSpot', 'x'.repeat(3000));
    return (await handover.makePack({ ...HANDOVER, deals: [ACME] }, passphrase)).file;
  };
  const elsewhere = async () => {
    await sitAt();
    await answer('fit.owner', 'mine');
    return everything(tab);
  };
  const refusal = (file: Blob, passphrase: string | null = null) =>
    open(file, passphrase).then(
      () => null,
      (error: { refusal: unknown }) => error.refusal,
    );

  it('where it is sealed and the passphrase is not known, or is another', async () => {
    const file = await made(PASSPHRASE);
    expect(await file.text()).not.toContain('Every order');
    const before = await elsewhere();
    expect(await refusal(file)).toEqual({ code: 'sealed' });
    expect(await refusal(file, `${PASSPHRASE} `)).toEqual({ code: 'wrongPassphrase' });
    expect(await everything(tab)).toEqual(before);
    expect((await open(file, PASSPHRASE)).added).toBe(2);
  });

  it('where any byte was changed, cut off or added', async () => {
    const file = new Uint8Array(await (await made(PASSPHRASE)).arrayBuffer());
    const before = await elsewhere();
    const places = [0, 30, 100, 200, file.indexOf(10) + 3, file.length - 900, file.length - 1];
    for (const at of places) {
      const altered = file.slice();
      altered[at] = (altered[at] ?? 0) ^ 1;
      expect(await refusal(new Blob([altered]), PASSPHRASE), `byte ${at}`).not.toBeNull();
    }
    for (const size of [10, 400, file.length - 20, file.length - 1]) {
      expect(await refusal(new Blob([file.slice(0, size)]), PASSPHRASE), `${size} bytes`).not.toBeNull();
    }
    expect(await refusal(new Blob([file, 'x']), PASSPHRASE)).toMatchObject({ code: 'otherLength' });
    const last = file.slice();
    last[file.length - 1] = (last[file.length - 1] ?? 0) ^ 1;
    expect(await refusal(new Blob([last]), PASSPHRASE)).toEqual({ code: 'altered' });
    expect(await everything(tab)).toEqual(before);
  });

  it('of a gigabyte, before a byte of it is read', async () => {
    const huge = new Blob([]);
    Object.defineProperty(huge, 'size', { value: 1_000_000_000 });
    expect(await refusal(huge)).toMatchObject({ code: 'tooLarge', bytes: 1_000_000_000 });
  });

  it('where it is cut off, foreign, newer, a backup, or this person’s own', async () => {
    const text = await (await made()).text();
    const own = new Blob([text]);
    expect(await refusal(own)).toEqual({ code: 'own' });
    const kept = await backup.exportAll();
    const before = await elsewhere();
    expect(await refusal(new Blob([text.slice(0, -400)]))).toMatchObject({ code: 'truncated' });
    expect(await refusal(new Blob(['Name,Amount\nAcme,1\n']))).toEqual({ code: 'notJson', look: 'csv' });
    expect(await refusal(new Blob([text.replace('"format":1', '"format":2')]))).toMatchObject({ code: 'newer' });
    expect(await refusal(kept)).toEqual({ code: 'otherKind', kind: 'backup' });
    await expect(backup.readPack(own)).rejects.toMatchObject({ refusal: { code: 'otherKind', kind: 'handover' } });
    expect(await everything(tab)).toEqual(before);
  });

  it('where it speaks for somebody else', async () => {
    const text = await (await made()).text();
    const [author = ''] = await tab.authors();
    const other = 'c'.repeat(16);
    const ops = JSON.parse(text).ops as Op[];
    const before = await elsewhere();
    const forged = (change: Partial<Op>) => {
      const all = ops.map((op, index) => (index === 0 ? { ...op, ...change } : op));
      return new Blob([JSON.stringify({ header: JSON.parse(text).header, ops: all })]);
    };
    expect(await refusal(forged({ by: other }))).toMatchObject({ code: 'badRecord', record: 1, field: 'by' });
    expect(
      await refusal(forged({ kind: 'playbook.retired', subject: TEAM, key: 'retired:x', value: true })),
    ).toMatchObject({ code: 'badRecord', field: 'kind' });
    const name = { kind: 'person.named', key: 'name', value: 'The boss' };
    expect(await refusal(forged({ ...name, subject: personKey(other) }))).toMatchObject({ field: 'subject' });
    expect(await refusal(forged({ ...name, subject: personKey(author) }))).toBeNull();
    // Nobody gives somebody else something to practise, but in what goes back to that person.
    const habit = { kind: 'habit.set', key: 'habit:1', value: { about: 'fit.owner', from: '2026-11-20', to: null } };
    const [me = ''] = await tab.authors();
    expect(await refusal(forged({ ...habit, subject: personKey(me) }))).toMatchObject({ field: 'subject' });
    const back = (subject: string) => {
      const [op] = ops;
      const header = { ...JSON.parse(text).header, kind: 'reviews', ops: 1 };
      return new Blob([JSON.stringify({ header, ops: [{ ...op, ...habit, subject }] })]);
    };
    expect(await refusal(back('salesforce:acme'))).toMatchObject({ field: 'subject' });
    expect(await refusal(back(personKey(other)))).toEqual({ code: 'notForYou' });
    expect(await refusal(back(personKey(me)))).toBeNull();
    expect(await everything(tab)).toEqual(before);
  });

  it('never half: told to stop, nothing was changed', async () => {
    const file = await made();
    const before = await elsewhere();
    const opened = await open(file);
    const stop = new AbortController();
    const merging = handover.mergePack(opened, { signal: stop.signal, progress: () => stop.abort() });
    await expect(merging).rejects.toMatchObject({ name: 'AbortError' });
    expect(await everything(tab)).toEqual(before);
    const stopped = { signal: AbortSignal.abort() };
    await expect(handover.openPack(file, null, stopped)).rejects.toMatchObject({ name: 'AbortError' });
    await expect(handover.makePack({ ...HANDOVER, deals: [ACME] }, '', stopped)).rejects.toMatchObject({
      name: 'AbortError',
    });
  });
});

/** What three people do, in some order; packs go as files, some of them sealed. */
type Deed =
  | { by: 'ann' | 'ben'; does: 'answers'; question: string; quote: string }
  | { by: 'ann' | 'ben'; does: 'notes'; note: string }
  | { by: 'ann' | 'ben'; does: 'hands'; sealed: boolean; withNotes: boolean }
  | { by: 'mia'; does: 'reviews'; ask: string }
  | { by: 'mia'; does: 'hands'; sealed: boolean; withNotes: false };

const seller = fc.constantFrom('ann' as const, 'ben' as const);
const deedArb: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({
    by: seller,
    does: fc.constant('answers' as const),
    question: fc.constantFrom('fit.owner', 'urgency.event'),
    quote: fc.string({ unit: 'grapheme', maxLength: 12 }),
  }),
  fc.record({ by: seller, does: fc.constant('notes' as const), note: fc.constantFrom('', 'for me') }),
  fc.record({ by: seller, does: fc.constant('hands' as const), sealed: fc.constant(false), withNotes: fc.boolean() }),
  fc.record({
    by: fc.constant('mia' as const),
    does: fc.constant('reviews' as const),
    ask: fc.string({ maxLength: 12 }),
  }),
);

describe('merging', () => {
  it('gives everybody the same of the same packs, in any order, any number of times', async () => {
    const order = fc.array(fc.nat(11), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(deedArb, { minLength: 2, maxLength: 6 }),
        order,
        fc.boolean(),
        async (deeds, turns, sealed) => {
          const passphrase = sealed ? PASSPHRASE : '';
          const profiles = new Map<string, Profile>();
          const packs: Blob[] = [];
          const handed = async (wish: Omit<Wish, 'deals'>) =>
            packs.push(
              (await handover.makePack({ ...wish, deals: [ACME] }, packs.length === 0 ? passphrase : '')).file,
            );
          for (const deed of deeds) {
            profiles.set(deed.by, await sitAt(profiles.get(deed.by)));
            if (deed.does === 'answers') await answer(deed.question, deed.quote);
            else if (deed.does === 'reviews') await review(Number(`1${packs.length}`), deed.ask);
            else if (deed.does === 'hands') await handed({ ...HANDOVER, withNotes: deed.withNotes });
            else {
              const value = meeting({ id: 'm', topics: [topic('t1', { note: deed.note })] });
              await tab.appendOne({ kind: 'meeting.set', subject: ACME, key: meetingKey('m'), value, version: null });
            }
          }
          for (const by of profiles.keys()) {
            await sitAt(profiles.get(by));
            await handed({ kind: by === 'mia' ? 'reviews' : 'handover', to: [], withNotes: false });
          }
          const secret = (pack: Blob) => (pack === packs[0] && sealed ? PASSPHRASE : null);
          const mergeAll = async (some: readonly Blob[]) => {
            await sitAt();
            for (const pack of some) await merge(pack, secret(pack));
            return content();
          };
          const once = await mergeAll(packs);
          const mixed = turns.flatMap((turn) => packs[turn % packs.length] ?? []);
          expect(await mergeAll([...mixed, ...packs.toReversed(), ...mixed])).toEqual(once);
          // The documents are what the ops say, whichever way they came.
          for (const doc of once.deals) {
            expect(foldOps(once.ops.filter(({ subject }) => subject === doc.subject))).toEqual(doc);
          }
          // Nobody's own work is lost or changed by what others hand them.
          for (const by of profiles.keys()) {
            await sitAt(profiles.get(by));
            const mine = await tab.authors();
            const before = (await content()).ops.filter((op) => mine.includes(op.by));
            for (const pack of packs) await merge(pack, secret(pack)).catch(isOwn);
            expect((await content()).ops.filter((op) => mine.includes(op.by))).toEqual(before);
          }
        },
      ),
      { numRuns: 5 },
    );
  });

  it('hands reviews back to those they are about, and to nobody else', async () => {
    await answer('fit.owner', 'Every order waits');
    const kim: AuthorId[] = await tab.authors();
    const { file } = await handover.makePack({ ...HANDOVER, deals: [ACME] }, '');
    const before = (await content()).ops;
    const seat = { disk: globalThis.indexedDB, storage: {} };
    await sitAt();
    await merge(file);
    await review(1);
    await tab.appendOne({
      kind: 'review.set',
      subject: GLOBEX,
      key: reviewKey('2'),
      value: { answers: [], ask: 'Of another', followUp: null, seed: 1, at: 2 },
      version: null,
    });
    const back = await handover.makePack({ kind: 'reviews', to: kim, withNotes: false, deals: [ACME] }, '');
    expect(await back.file.text()).not.toContain('Of another');
    await sitAt(seat);
    await tab.rememberDeal(snapshot(ACME, { name: 'Widgets' }));
    const opened = await open(back.file);
    expect(opened.count.deals).toMatchObject([{ deal: ACME, name: 'Widgets', reviews: 1 }]);
    await merge(back.file);
    await merge(back.file);
    const { ops } = await content();
    expect(ops.filter(({ by, kind }) => kim.includes(by) && kind !== 'snapshot.seen')).toEqual(before);
    expect(ops.map(({ kind }) => kind).filter((kind) => kind === 'review.set')).toHaveLength(1);
  });
});

function isOwn(error: { refusal?: { code: string } }): void {
  if (error.refusal?.code !== 'own') throw error;
}

it('counts what a pack holds in whatever order it comes', () => {
  const op = (n: number, key: string): Op => ({
    id: `019f0000000-0000-${'a'.repeat(16)}-${n.toString(16).padStart(8, '0')}`,
    kind: 'answer.set',
    subject: ACME,
    key,
    value: null,
    by: 'a'.repeat(16),
    version: null,
    scope: 'shared',
  });
  const ops = [op(1, answerKey('a')), op(2, answerKey('a')), op(3, answerKey('b'))];
  const counts = [ops, ops.toReversed()].map((some) => {
    const count = new PackCount();
    for (const one of some) count.add(one);
    return count.deals;
  });
  expect(counts[0]).toEqual(counts[1]);
  expect(counts[0]).toMatchObject([{ answers: 2, changes: 3 }]);
});
