import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { freshAnswer } from '../../lib/domain/answer';
import { timeOf } from '../../lib/domain/clock';
import { foldOps } from '../../lib/domain/fold';
import { answerKey, type NewOp, type Op } from '../../lib/domain/op';
import { readOp } from '../../lib/domain/op-check';
import { summaryOf } from '../../lib/domain/summary';
import { logArb } from '../domain/ops';
import { ACME, everything, GLOBEX, newProfile, openTab, snapshot, type Tab } from './tab';

const answered = (subject: string, question: string): NewOp => ({
  kind: 'answer.set',
  subject,
  key: answerKey(question),
  value: freshAnswer('yes', '2026-11-20'),
  version: 'basics@1',
});

/** What is appended, in steps of one transaction each. */
const steps = fc.array(
  fc.array(
    fc.oneof(
      fc
        .tuple(fc.constantFrom(ACME, GLOBEX), fc.constantFrom('fit.owner', 'fit.sweetSpot'))
        .map(([deal, question]) => answered(deal, question)),
      fc.tuple(fc.constantFrom(ACME, GLOBEX), fc.constantFrom('Qualify', 'Discovery')).map(
        ([deal, stage]): NewOp => ({
          kind: 'snapshot.seen',
          subject: deal,
          key: 'snapshot',
          value: snapshot(deal, { stage }),
          version: null,
        }),
      ),
      fc.constantFrom('won', null).map(
        (value): NewOp => ({
          kind: 'stage.mapped',
          subject: 'salesforce:acme',
          key: 'stage:x',
          value,
          version: null,
        }),
      ),
    ),
    { maxLength: 4 },
  ),
  { maxLength: 6 },
);

/** Documents and summaries as they follow from the log alone. */
function derived(ops: readonly Op[]) {
  const docs = [...Map.groupBy(ops, (op) => op.subject).values()]
    .map((own) => foldOps(own))
    .filter((doc) => doc !== null)
    .sort((a, b) => (a.subject < b.subject ? -1 : 1));
  const deals = docs.filter((doc) => doc.subject.split(':').length === 3);
  return {
    deals,
    orgs: docs.filter((doc) => !deals.includes(doc)),
    summaries: deals.map(summaryOf),
  };
}

async function expectDerived(tab: Tab) {
  const { ops, deals, orgs, summaries } = await everything(tab);
  expect({ deals, orgs, summaries }).toEqual(derived(ops));
}

let tab: Tab;
beforeEach(async () => {
  vi.useRealTimers();
  newProfile();
  tab = await openTab();
});

describe('append', () => {
  it('keeps documents and summaries at what the log says, step by step', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        newProfile();
        tab = await openTab();
        const appended: Op[] = [];
        for (const news of all) appended.push(...(await tab.append(news)));
        const kept = (await everything(tab)).ops;
        expect(kept).toEqual(appended);
        await expectDerived(tab);
        await tab.rebuild();
        await expectDerived(tab);
      }),
      { numRuns: 25 },
    );
  });

  it('gives ids in order, whatever the clock of the machine does', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1_795_000_000_000 });
    const first = await tab.appendOne(answered(ACME, 'a'));
    vi.setSystemTime(1_700_000_000_000);
    const second = await tab.appendOne(answered(ACME, 'a'));
    vi.setSystemTime(1_795_000_000_001);
    const third = await tab.appendOne(answered(ACME, 'a'));
    const ids = [first, second, third].map((op) => op.id);
    expect(ids.toSorted()).toEqual(ids);
    expect(ids.map(timeOf)).toEqual([1_795_000_000_000, 1_795_000_000_000, 1_795_000_000_001]);
    await expectDerived(tab);
  });

  it('lets two tabs write at once: no id twice, nothing lost', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1_795_000_000_000 });
    const other = await openTab();
    const both = Array.from({ length: 40 }, (_, n) => (n % 2 ? tab : other).append([answered(ACME, `q${n % 5}`)]));
    const ids = (await Promise.all(both)).flat().map((op) => op.id);
    expect(new Set(ids).size).toBe(40);
    const { ops } = await everything(tab);
    expect(ops.length).toBe(40);
    expect(new Set(ops.map((op) => op.by)).size).toBe(1);
    // What orders two ops is the clock's part of the id, and the transaction hands it out once.
    expect(new Set(ids.map((id) => id.slice(0, 16))).size).toBe(40);
    await expectDerived(other);
  });

  it('refuses what its kind does not allow, and keeps nothing of it', async () => {
    const wrong: NewOp[] = [
      { ...answered(ACME, 'a'), value: { verdict: 'maybe' } },
      { ...answered(ACME, 'a'), value: { ...freshAnswer('yes', '2026-11-20'), evidenceOn: '2026-02-31' } },
      { ...answered(ACME, 'a'), subject: 'not a deal' },
      { kind: 'phase.set', subject: ACME, key: 'phase', value: 'later', version: null },
      { kind: 'field.typed', subject: ACME, key: 'field:name', value: 7, version: null },
    ];
    for (const news of wrong) await expect(tab.append([answered(ACME, 'b'), news])).rejects.toBeInstanceOf(tab.BadOp);
    expect((await everything(tab)).ops).toEqual([]);
  });
});

describe('receive', () => {
  it('gives one state from any order, repetition and split', async () => {
    const whole = logArb.map((ops) => ops.filter((op) => 'op' in readOp(op)));
    const parts = whole.chain((ops) =>
      fc.tuple(fc.constant(ops), fc.shuffledSubarray(ops, { minLength: ops.length }), fc.nat(ops.length)),
    );
    await fc.assert(
      fc.asyncProperty(parts, async ([ops, mixed, cut]) => {
        newProfile();
        tab = await openTab();
        for (const part of [mixed.slice(cut), mixed.slice(0, cut), mixed]) await tab.receive(part);
        expect((await everything(tab)).ops.length).toBe(ops.length);
        await expectDerived(tab);
      }),
      { numRuns: 25 },
    );
  });

  it('moves the clock past every id it takes in', async () => {
    const ahead = await tab.appendOne(answered(ACME, 'a'));
    const id = `${(timeOf(ahead.id) + 86_400_000).toString(16).padStart(11, '0')}${ahead.id.slice(11)}`;
    await tab.receive([{ ...ahead, id }]);
    const next = await tab.appendOne(answered(ACME, 'a'));
    expect(next.id > id).toBe(true);
    await expectDerived(tab);
  });

  it('takes all or nothing', async () => {
    const kept = await tab.appendOne(answered(ACME, 'a'));
    const before = await everything(tab);
    const good = { ...kept, id: kept.id.replace(/.{8}$/, '00000001') };
    const bad = { ...good, id: 'no id' };
    await expect(tab.receive([good, bad])).rejects.toBeInstanceOf(tab.BadOp);
    expect(await everything(tab)).toEqual(before);
  });
});

describe('rebuild', () => {
  it('folds anew from the log whatever the documents say', async () => {
    await tab.append([answered(ACME, 'a'), answered(GLOBEX, 'b')]);
    const { deals, summaries } = await everything(tab);
    await tab.database().deals.update(ACME, { cells: {} });
    await tab.database().summaries.clear();
    await tab.rebuild();
    expect(await everything(tab)).toMatchObject({ deals, summaries });
  });

  it('takes an op aside that cannot be read, and keeps it', async () => {
    await tab.append([answered(ACME, 'a')]);
    const other = await tab.appendOne(answered(ACME, 'b'));
    const spoiled = { ...other, by: 7 } as unknown as Op;
    await tab.database().ops.put(spoiled);
    await tab.rebuild();
    expect(Object.keys((await tab.readDeal(ACME))?.cells ?? {})).toEqual([answerKey('a')]);
    expect(await tab.database().aside.toArray()).toMatchObject([{ id: other.id, record: spoiled }]);
  });

  it('mends a document that cannot be read at the next append', async () => {
    await tab.append([answered(ACME, 'a')]);
    await tab.database().deals.put({ subject: ACME } as never);
    await tab.append([answered(ACME, 'b')]);
    await expectDerived(tab);
  });
});
