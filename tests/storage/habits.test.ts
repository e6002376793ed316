import { beforeEach, expect, it } from 'vitest';
import { freshAnswer } from '../../lib/domain/answer';
import { ACME, GLOBEX, newProfile, openTab, type Tab } from './tab';

const MONDAY = '2026-11-16';
const SELLER = 'c'.repeat(16);

let tab: Tab;
beforeEach(async () => {
  newProfile();
  tab = await openTab();
});

const shown = async (authors = [SELLER]) => (await tab.readHabits(authors)).map(({ about, to }) => [about, to]);

it('begins two, refuses the third with the reason, and writes nothing of it', async () => {
  expect(await tab.beginHabit([SELLER], 'fit.owner', MONDAY)).toBeNull();
  expect(await tab.beginHabit([SELLER], 'fit.owner', MONDAY)).toBe('already');
  expect(await tab.beginHabit([SELLER], 'next.agreed', MONDAY)).toBeNull();
  expect(await tab.beginHabit([SELLER], 'urgency.cost', MONDAY)).toBe('full');
  expect(await shown()).toEqual([
    ['fit.owner', null],
    ['next.agreed', null],
  ]);
  // Another person's are their own.
  expect(await tab.beginHabit(['d'.repeat(16)], 'urgency.cost', MONDAY)).toBeNull();
});

it('lets two tabs begin no third one together', async () => {
  const other = await openTab();
  const begun = await Promise.all([
    tab.beginHabit([SELLER], 'a', MONDAY),
    other.beginHabit([SELLER], 'b', MONDAY),
    tab.beginHabit([SELLER], 'c', MONDAY),
  ]);
  expect(begun.filter((refusal) => refusal === 'full')).toHaveLength(1);
  expect(await shown()).toHaveLength(2);
});

it('ends one on its last day, which makes room; one that began the same day is taken back', async () => {
  await tab.beginHabit([SELLER], 'fit.owner', MONDAY);
  const [habit] = await tab.readHabits([SELLER]);
  if (!habit) throw new Error('nothing begun');
  await tab.endHabit(habit, '2026-11-20');
  expect(await shown()).toEqual([['fit.owner', '2026-11-20']]);
  await tab.beginHabit([SELLER], 'next.agreed', MONDAY);
  const second = (await tab.readHabits([SELLER])).find(({ about }) => about === 'next.agreed');
  if (!second) throw new Error('nothing begun');
  await tab.endHabit(second, MONDAY);
  expect(await shown()).toEqual([['fit.owner', '2026-11-20']]);
});

it('gives those of one day in the order in which they were written, whatever their keys', async () => {
  const news = ['f', '0', '8'].map((unique, index) => ({
    kind: 'habit.set' as const,
    subject: `person:${SELLER}`,
    key: `habit:${unique}`,
    value: { about: `q${index}`, from: MONDAY, to: null },
    version: null,
  }));
  await tab.append(news);
  expect((await shown()).map(([about]) => about)).toEqual(['q0', 'q1', 'q2']);
});

it('is read from every id of the person, and changes nothing that a row of the review stands on', async () => {
  await tab.saveAnswer(ACME, 'fit.owner', freshAnswer('yes', MONDAY), 'basics@1');
  const before = await tab.readGround();
  const [me = ''] = await tab.authors();
  await tab.beginHabit([SELLER], 'fit.owner', MONDAY);
  await tab.beginHabit([me], 'next.agreed', MONDAY);
  expect(await shown([me, SELLER])).toHaveLength(2);
  expect(await tab.readGround()).toEqual(before);
});

it('reads the logs of several deals at once, each its own', async () => {
  await tab.saveAnswer(ACME, 'fit.owner', freshAnswer('yes', MONDAY), 'basics@1');
  const logs = await tab.logsOf([GLOBEX, ACME]);
  expect(logs.map((ops) => ops.map(({ subject }) => subject))).toEqual([[], [ACME]]);
});
