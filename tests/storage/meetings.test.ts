import { beforeEach, expect, it } from 'vitest';
import { freshAnswer } from '../../lib/domain/answer';
import { answersOf } from '../../lib/domain/fold';
import { meetingsOf, promisesOf, rivalsOf } from '../../lib/domain/meeting-log';
import { closePromise } from '../../lib/domain/promise';
import { meeting, promise } from '../domain/meetings';
import { ACME, newProfile, openTab, type Tab } from './tab';

let tab: Tab;
beforeEach(async () => {
  newProfile();
  tab = await openTab();
});

async function kept() {
  const [doc, mine] = [await tab.readDeal(ACME), await tab.authors()];
  if (!doc) throw new Error('nothing kept');
  const promises = promisesOf(doc, mine).map(({ at: _, ...rest }) => rest);
  return { meetings: meetingsOf(doc, mine), promises, rivals: rivalsOf(doc, mine), answers: answersOf(doc, mine) };
}

const { at: _, ...ours } = promise({ id: 'p1' });

it('keeps each version of a meeting, newest first', async () => {
  await tab.saveMeeting(ACME, meeting({ purpose: 'first' }));
  await tab.saveMeeting(ACME, meeting({ purpose: 'second' }));
  expect((await kept()).meetings).toEqual([meeting({ purpose: 'second' })]);
  expect((await tab.revisionsOf(ACME, 'm1')).map(({ purpose }) => purpose)).toEqual(['second', 'first']);
});

it('keeps a promise until it is taken back, and an undo brings it again', async () => {
  await tab.savePromise(ACME, 'p1', ours);
  await tab.savePromise(ACME, 'p1', closePromise(ours, 'kept', '2026-11-21'));
  const gone = await tab.savePromise(ACME, 'p1', null);
  expect((await kept()).promises).toEqual([]);
  await tab.undo(gone);
  expect((await kept()).promises).toEqual([{ ...ours, state: 'kept', closedOn: '2026-11-21' }]);
});

it('keeps the names of competitors, and forgets them when none is left', async () => {
  await tab.saveRivals(ACME, ['Globex', 'Initech']);
  expect((await kept()).rivals).toEqual(['Globex', 'Initech']);
  await tab.saveRivals(ACME, []);
  expect((await kept()).rivals).toEqual([]);
});

it('keeps a debrief whole, or nothing of it', async () => {
  await tab.saveMeeting(ACME, meeting());
  const told = {
    meeting: meeting({ debrief: { topics: [], unprepared: true, note: '' } }),
    answers: [{ question: 'urgency.cost', answer: freshAnswer('yes', '2026-11-20') }],
    promises: [ours],
    next: meeting({ id: 'm2' }),
    version: 'basics@1',
  };
  const broken = { ...told, next: meeting({ id: 'm2', zone: 'Nowhere/Land' }) };
  await expect(tab.saveTold(ACME, broken)).rejects.toThrow('meeting.set value.zone');
  expect(await kept()).toMatchObject({ meetings: [meeting()], promises: [], answers: {} });

  await tab.saveTold(ACME, told);
  const { meetings, promises, answers } = await kept();
  expect(meetings).toEqual([told.meeting, told.next]);
  expect([promises, answers['urgency.cost']?.version]).toEqual([[ours], 'basics@1']);
});
