import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { answersOf } from '../../lib/domain/fold';
import { answerKey, type Op, PHASE_KEY, RIVALS_KEY } from '../../lib/domain/op';
import { ACME, GLOBEX, newProfile, openTab, type Tab } from '../storage/tab';

const OWNER = 'fit.owner';

/** The panel's own state, over the storage of the tab that was opened last. */
async function openPanel() {
  const [answering, facts, link, saving, sharing] = await Promise.all([
    import('../../lib/state/answering'),
    import('../../lib/state/deal-facts'),
    import('../../lib/state/page-link'),
    import('../../lib/state/saving'),
    import('../../lib/state/sharing'),
  ]);
  return { ...answering, ...facts, ...link, ...saving, ...sharing };
}

let tab: Tab;
let panel: Awaited<ReturnType<typeof openPanel>>;
beforeEach(async () => {
  newProfile();
  tab = await openTab();
  panel = await openPanel();
  panel.standAt(ACME);
});
afterEach(() => vi.restoreAllMocks());

const kept = async () => {
  const doc = await tab.readDeal(ACME);
  return doc ? answersOf(doc, await tab.authors()) : {};
};

/** What the button beside the mark does. */
async function again(key: string): Promise<void> {
  const mark = panel.markOf(ACME, key);
  if (!mark || !('again' in mark)) throw new Error(`nothing to try again: ${mark?.state}`);
  await mark.again();
}

/** A disk without room, until it is given some. */
function fillDisk() {
  return vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('no room', 'QuotaExceededError');
  });
}

it('keeps what the page could not agree to, until the person says that it is meant', async () => {
  panel.standAt(GLOBEX);
  await panel.saveStep(ACME, 'propose');
  expect(panel.markOf(ACME, PHASE_KEY)?.state).toBe('waiting');
  expect(await tab.historyOf(ACME, PHASE_KEY)).toEqual([]);
  await again(PHASE_KEY);
  expect(panel.markOf(ACME, PHASE_KEY)?.state).toBe('waiting');
  panel.standAt(ACME);
  await again(PHASE_KEY);
  expect(panel.markOf(ACME, PHASE_KEY)?.state).toBe('saved');
  expect(await tab.historyOf(ACME, PHASE_KEY)).toMatchObject([{ value: 'propose' }]);
});

it('keeps a clearing, a confirming and an undo that waited', async () => {
  await panel.change(ACME, OWNER, { verdict: 'yes' });
  panel.standAt(GLOBEX);
  await panel.undoLast(ACME, answerKey(OWNER));
  panel.standAt(ACME);
  await again(answerKey(OWNER));
  expect(panel.markOf(ACME, answerKey(OWNER))?.state).toBe('undone');
  expect(await kept()).toEqual({});
  await panel.change(ACME, OWNER, { verdict: 'no' });
  for (const act of [panel.confirm, panel.clear]) {
    panel.standAt(GLOBEX);
    await act(ACME, OWNER);
    panel.standAt(ACME);
    await again(answerKey(OWNER));
  }
  const kinds = (await tab.historyOf(ACME, answerKey(OWNER))).map(({ kind, value }) => [kind, value === null]);
  expect(kinds.slice(0, 3)).toEqual([
    ['answer.set', true],
    ['answer.confirmed', false],
    ['answer.set', false],
  ]);
});

it('says why it failed, and writes the same once more', async () => {
  const disk = fillDisk();
  await panel.saveField(ACME, 'name', 'Acme', () => undefined);
  await panel.change(ACME, OWNER, { verdict: 'yes' });
  expect(panel.markOf(ACME, 'field:name')).toMatchObject({ state: 'failed', reason: 'full' });
  expect(panel.markOf(ACME, answerKey(OWNER))).toMatchObject({ state: 'failed', reason: 'full' });
  disk.mockRestore();
  await again('field:name');
  await again(answerKey(OWNER));
  expect(await tab.historyOf(ACME, 'field:name')).toMatchObject([{ value: 'Acme' }]);
  expect(await kept()).toMatchObject({ [OWNER]: { verdict: 'yes' } });
});

it('says whether the names of competitors are kept: what is not stays as it was typed', async () => {
  const disk = fillDisk();
  expect(await panel.keepRivals(ACME, 'Globex, Initech')).toBe(false);
  disk.mockRestore();
  panel.standAt(GLOBEX);
  expect(await panel.keepRivals(ACME, 'Globex, Initech')).toBe(false);
  panel.standAt(ACME);
  expect(await panel.keepRivals(ACME, 'Globex, Initech')).toBe(true);
  expect(await tab.historyOf(ACME, RIVALS_KEY)).toMatchObject([{ value: ['Globex', 'Initech'] }]);
});

it('says that nothing was undone where another panel was there since', async () => {
  await panel.change(ACME, OWNER, { verdict: 'yes' });
  await tab.saveAnswer(ACME, OWNER, null, 'basics@1');
  await panel.undoLast(ACME, answerKey(OWNER));
  expect(panel.markOf(ACME, answerKey(OWNER))?.state).toBe('overtaken');
});

it('takes the half-typed text away with the answer that is cleared', async () => {
  await panel.change(ACME, OWNER, { verdict: 'yes', rung: 'said' });
  await panel.type(ACME, OWNER, { quote: 'We wait three wee' });
  await panel.clear(ACME, OWNER);
  expect(await tab.draftsOf(ACME)).toEqual([]);
  await panel.answers.recover(ACME);
  expect(await kept()).toEqual({});
});

it('speaks of the newest change of a key, in whichever order writes come to an end', async () => {
  const op = { id: 'one' } as unknown as Op;
  const ends = fc.array(fc.boolean(), { minLength: 2, maxLength: 6 });
  const order = fc.array(fc.nat(), { minLength: 6, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(ends, order, async (succeeds, ranks) => {
      const writes = succeeds.map((well) => {
        const write = Promise.withResolvers<Op>();
        const over = panel.saveAnyway(ACME, 'one', () => write.promise);
        const end = () => (well ? write.resolve(op) : write.reject(new Error('no room')));
        return { end, over, mark: well ? 'saved' : 'failed' };
      });
      const newest = writes.at(-1);
      let expected = 'saving';
      for (const one of writes.toSorted((a, b) => (ranks[writes.indexOf(a)] ?? 0) - (ranks[writes.indexOf(b)] ?? 0))) {
        one.end();
        await one.over;
        if (one === newest) expected = one.mark;
        expect(panel.markOf(ACME, 'one')?.state).toBe(expected);
      }
    }),
  );
});

it('does not take the question whether a change is meant away with the save of the one before', async () => {
  const write = Promise.withResolvers<null>();
  const first = panel.save(ACME, PHASE_KEY, () => write.promise);
  await vi.waitFor(() => expect(panel.markOf(ACME, PHASE_KEY)?.state).toBe('saving'));
  panel.standAt(GLOBEX);
  await panel.saveStep(ACME, 'propose');
  write.resolve(null);
  await first;
  expect(panel.markOf(ACME, PHASE_KEY)?.state).toBe('waiting');
});

it('keeps the way back where a field is left twice at once', async () => {
  await panel.type(ACME, OWNER, { verdict: 'yes', quote: 'We wait three weeks' });
  await Promise.all([panel.leave(ACME, OWNER), panel.answers.leaveAll()]);
  expect(panel.markOf(ACME, answerKey(OWNER))).toMatchObject({ state: 'saved', op: { kind: 'answer.set' } });
  expect(await tab.historyOf(ACME, answerKey(OWNER))).toHaveLength(1);
});
