import { beforeEach, describe, expect, it } from 'vitest';
import { freshAnswer } from '../../lib/domain/answer';
import { answersOf, stageMapOf, typedOf } from '../../lib/domain/fold';
import { answerKey, type Op } from '../../lib/domain/op';
import { ACME, GLOBEX, newProfile, openTab, snapshot, type Tab } from './tab';

const yes = freshAnswer('yes', '2026-11-20');
const no = freshAnswer('no', '2026-11-21');
const VERSION = 'basics@1';

let tab: Tab;
beforeEach(async () => {
  newProfile();
  tab = await openTab();
});

const present = async () => {
  const doc = await tab.readDeal(ACME);
  return doc ? answersOf(doc, await tab.authors()) : {};
};

describe('remembering a deal', () => {
  it('keeps a page once, and again only when it shows something new', async () => {
    expect(await tab.readDeal(ACME)).toBeNull();
    expect(await tab.rememberDeal(snapshot(ACME, { name: 'Acme', stage: 'Qualify' }))).toBe(true);
    expect(await tab.rememberDeal(snapshot(ACME, { name: 'Acme', stage: 'Qualify' }))).toBe(false);
    expect(await tab.rememberDeal(snapshot(ACME, { name: 'Acme' }))).toBe(false);
    expect(await tab.rememberDeal(snapshot(ACME, { name: 'Acme', stage: 'Discovery' }))).toBe(true);
    expect(await tab.rememberDeal(snapshot(ACME, { name: 'Acme', owner: 'Ana' }))).toBe(true);
    expect(await tab.rememberDeal(snapshot(ACME, { name: 'Acme', stage: 'Qualify' }))).toBe(true);
    expect((await tab.readDeal(ACME))?.changes.map((change) => change.to)).toEqual(['Discovery', 'Qualify']);
  });

  it('keeps a deal whose page shows nothing that can be read', async () => {
    expect(await tab.rememberDeal(snapshot(ACME, {}))).toBe(true);
    expect(await tab.rememberDeal(snapshot(ACME, {}))).toBe(false);
    expect((await tab.readDeal(ACME))?.url).toContain('006000000000001AAA');
  });

  it('keeps it once when panel and service worker see it at the same time', async () => {
    const worker = await openTab();
    const shown = snapshot(ACME, { name: 'Acme', stage: 'Qualify' });
    const kept = await Promise.all([tab, worker, tab, worker].map((one) => one.rememberDeal(shown)));
    expect(kept.filter(Boolean).length).toBe(1);
    expect((await tab.historyOf(ACME, 'snapshot')).length).toBe(1);
  });

  it('keeps no storm of changes that comes faster than the disk', async () => {
    const kept = await Promise.all(
      Array.from({ length: 50 }, (_, n) => tab.rememberDeal(snapshot(ACME, { name: 'Acme', stage: `Stage ${n}` }))),
    );
    expect(kept.filter(Boolean)).toHaveLength(30);
  });

  it('keeps no storm of changes, and what the page shows after it', async () => {
    const at = (second: number, stage: string) =>
      tab.rememberDeal({ ...snapshot(ACME, { stage }), seenAt: 1_795_000_000_000 + second * 1000 });
    let kept = 0;
    for (let change = 0; change < 300; change++) kept += (await at(change / 10, `Stage ${change}`)) ? 1 : 0;
    expect(kept).toBe(30);
    expect(await tab.rememberDeal(snapshot(GLOBEX, { stage: 'Qualify' }))).toBe(true);
    expect(await at(90, 'Stage 299')).toBe(true);
    expect((await tab.readDeal(ACME))?.seen.stage?.text).toBe('Stage 299');
  });

  it('lists deals by when they were last touched', async () => {
    await tab.rememberDeal(snapshot(ACME, { name: 'Acme' }));
    await tab.rememberDeal(snapshot(GLOBEX, { name: 'Globex' }));
    await tab.saveAnswer(ACME, 'fit.owner', yes, VERSION);
    const recent = await tab.recentDeals(10);
    expect(recent.map((summary) => summary.seen.name?.text)).toEqual(['Acme', 'Globex']);
    expect((await tab.recentDeals(1)).length).toBe(1);
  });
});

describe('answers', () => {
  it('keeps every revision, newest first, and shows the newest', async () => {
    await tab.saveAnswer(ACME, 'fit.owner', no, VERSION);
    await tab.saveAnswer(ACME, 'fit.owner', yes, VERSION);
    await tab.confirmAnswer(ACME, 'fit.owner', { ...yes, evidenceOn: '2026-11-22' }, VERSION);
    expect(await present()).toMatchObject({
      'fit.owner': { verdict: 'yes', evidenceOn: '2026-11-22', revisions: 3, version: VERSION },
    });
    const history = await tab.historyOf(ACME, answerKey('fit.owner'));
    expect(history.map((op) => op.kind)).toEqual(['answer.confirmed', 'answer.set', 'answer.set']);
    expect(await tab.historyOf(GLOBEX, answerKey('fit.owner'))).toEqual([]);
  });

  it('undoes to what was there before, and undoes the undoing', async () => {
    const first = await tab.saveAnswer(ACME, 'fit.owner', no, VERSION);
    await tab.undo(first);
    expect(await present()).toEqual({});
    await tab.saveAnswer(ACME, 'fit.owner', no, VERSION);
    const second = await tab.saveAnswer(ACME, 'fit.owner', yes, VERSION);
    const undone = await tab.undo(second);
    expect(await present()).toMatchObject({ 'fit.owner': no });
    await tab.undo(undone as Op);
    expect(await present()).toMatchObject({ 'fit.owner': yes });
    expect((await tab.historyOf(ACME, answerKey('fit.owner'))).length).toBe(6);
  });

  it('undoes to an answer that came home with a backup, written as another author', async () => {
    const before = await tab.saveAnswer(ACME, 'fit.owner', no, VERSION);
    newProfile();
    tab = await openTab();
    await tab.receive([before], [before.by]);
    const after = await tab.saveAnswer(ACME, 'fit.owner', yes, VERSION);
    expect(after.by).not.toBe(before.by);
    await tab.undo(after);
    expect(await present()).toMatchObject({ 'fit.owner': no });
  });

  it('undoes nothing where another panel has changed it since', async () => {
    const mine = await tab.saveAnswer(ACME, 'fit.owner', no, VERSION);
    const other = await openTab();
    await other.saveAnswer(ACME, 'fit.owner', yes, VERSION);
    expect(await tab.undo(mine)).toBeNull();
    expect(await present()).toMatchObject({ 'fit.owner': yes });
    expect((await tab.historyOf(ACME, answerKey('fit.owner'))).length).toBe(2);
  });

  it('cannot make a page unseen', async () => {
    await tab.rememberDeal(snapshot(ACME, { name: 'Acme' }));
    const [seen] = await tab.historyOf(ACME, 'snapshot');
    await expect(tab.undo(seen as never)).rejects.toBeInstanceOf(RangeError);
  });
});

describe('what a person types and sets', () => {
  it('keeps a typed field without its edges, and clears it', async () => {
    await tab.typeField(ACME, 'name', '  Acme, 1,200 Widgets ');
    const me = await tab.authors();
    const typed = async () => {
      const doc = await tab.readDeal(ACME);
      return doc && typedOf(doc, 'name', me);
    };
    expect(await typed()).toBe('Acme, 1,200 Widgets');
    await tab.typeField(ACME, 'name', '   ');
    expect(await typed()).toBeNull();
  });

  it('keeps what a stage stands for with the org, under any spelling of its name', async () => {
    await tab.mapStage('salesforce:acme', 'Solution  Fit', 'validate');
    const org = await tab.readOrg('salesforce:acme');
    expect(org && stageMapOf(org, await tab.authors())).toEqual({ 'solution fit': 'validate' });
    await tab.mapStage('salesforce:acme', 'solution fit', null);
    const cleared = await tab.readOrg('salesforce:acme');
    expect(cleared && stageMapOf(cleared, await tab.authors())).toEqual({});
    expect(await tab.recentDeals(10)).toEqual([]);
  });

  it('keeps drafts by deal and field until they are dropped, through another tab', async () => {
    await tab.keepDraft(ACME, answerKey('fit.owner'), { quote: 'We wait three wee' });
    await tab.keepDraft(ACME, answerKey('fit.owner'), { quote: 'We wait three weeks' });
    await tab.keepDraft(GLOBEX, answerKey('fit.owner'), { quote: 'other' });
    const later = await openTab();
    expect(await later.draftsOf(ACME)).toMatchObject([{ value: { quote: 'We wait three weeks' } }]);
    await later.dropDraft(ACME, answerKey('fit.owner'));
    expect(await tab.draftsOf(ACME)).toEqual([]);
    expect((await tab.draftsOf(GLOBEX)).length).toBe(1);
  });

  it('knows its own author from the first write on, the same in every tab', async () => {
    expect(await tab.authors()).toEqual([]);
    const op = await tab.setPhase(ACME, 'propose');
    const other = await openTab();
    expect(await other.authors()).toEqual([op.by]);
    expect((await other.setPhase(ACME, null)).by).toBe(op.by);
  });
});

describe('every deal', () => {
  it.each([0, 1, 250, 251, 600])('of %i is walked through once, in parts', async (count) => {
    const deals = Array.from({ length: count }, (_, n) => `salesforce:acme:006${String(n).padStart(15, '0')}`);
    const named = deals.map((subject) => ({
      kind: 'answer.set' as const,
      subject,
      key: answerKey('fit.owner'),
      value: yes,
      version: VERSION,
    }));
    await tab.append(named);
    const parts: string[][] = [];
    for await (const part of tab.allSummaries()) parts.push(part.map(({ subject }) => subject));
    expect(parts.flat()).toEqual(deals);
    for (const part of parts) expect(part.length).toBeLessThanOrEqual(250);
  });
});
