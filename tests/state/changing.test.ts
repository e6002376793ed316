import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { MAX_TEXT } from '../../lib/domain/answer';
import { draftMeeting } from '../../lib/domain/draft-meeting';
import { meetingsOf } from '../../lib/domain/meeting-log';
import { scoreDeal } from '../../lib/domain/score';
import { waitingOf } from '../../lib/domain/waiting';
import { MEETING_WORDS } from '../../lib/domain/words/meeting';
import { basics } from '../../lib/playbooks/basics';
import { ACME, newProfile, openTab, type Tab } from '../storage/tab';

/** A panel over ACME, with modules of its own: it shares the disk with others and nothing else. */
async function openPanel() {
  const tab = await openTab();
  const [answering, meeting, waiting, link] = await Promise.all([
    import('../../lib/state/answering'),
    import('../../lib/state/meeting'),
    import('../../lib/state/waiting'),
    import('../../lib/state/page-link'),
  ]);
  link.standAt(ACME);
  return { tab, ...answering, ...meeting, ...waiting };
}

beforeEach(newProfile);
afterEach(() => void vi.useRealTimers());

const said = <T>(value: T) => ({ value, source: { who: 'Ana Ruiz', rung: 'said' } }) as const;

async function keptWaiting(tab: Tab) {
  const doc = await tab.readDeal(ACME);
  return doc && waitingOf(doc, await tab.authors());
}

const PLANNED = draftMeeting({
  id: 'm1',
  score: scoreDeal({ playbook: basics, phase: 'discover', answers: {}, sightings: [], today: '2026-11-22' }),
  phase: 'discover',
  promises: [],
  last: null,
  attendees: [],
  when: null,
  zone: 'Europe/Berlin',
  minutes: 30,
  today: '2026-11-22',
  words: MEETING_WORDS,
});

async function keptMeetings(tab: Tab) {
  const doc = await tab.readDeal(ACME);
  return doc ? meetingsOf(doc, await tab.authors()) : [];
}

it('keeps what two panels say of waiting at the same time', async () => {
  const [one, other] = [await openPanel(), await openPanel()];
  // The first write makes the identity that both write with.
  await one.tab.setPhase(ACME, 'discover');
  await Promise.all([
    one.typeWaiting(ACME, 'EUR', { volume: said(12) }),
    other.typeWaiting(ACME, 'EUR', { unitCost: said(3000) }),
  ]);
  await Promise.all([one.leaveWaiting(ACME), other.leaveWaiting(ACME)]);
  expect(await keptWaiting(one.tab)).toMatchObject({ volume: said(12), unitCost: said(3000), currency: 'EUR' });
});

it('does not let a draft that was left behind overrule what was kept since', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: 1_795_000_000_000 });
  const left = await openPanel();
  await left.typeWaiting(ACME, 'EUR', { volume: said(12) });
  await left.typeMeeting(ACME, PLANNED, 'purpose', (meeting) => ({ ...meeting, purpose: 'Half a sent' }));
  vi.setSystemTime(1_795_000_060_000);
  const since = await openPanel();
  await since.typeWaiting(ACME, 'EUR', { volume: said(80) });
  await since.leaveWaiting(ACME);
  await since.changeMeeting(ACME, PLANNED, 'purpose', (meeting) => ({ ...meeting, purpose: 'A whole sentence.' }));
  const later = await openPanel();
  await later.waitings.recover(ACME);
  await later.meetings.recover(ACME);
  expect(await keptWaiting(later.tab)).toMatchObject({ volume: said(80) });
  expect(await keptMeetings(later.tab)).toMatchObject([{ purpose: 'A whole sentence.' }]);
});

it('keeps an answer that is half said as a draft, and the currency of a number that nobody left', async () => {
  const one = await openPanel();
  await one.change(ACME, 'fit.owner', { verdict: 'notApplicable' });
  await one.typeWaiting(ACME, 'EUR', { volume: said(12) });
  const other = await openPanel();
  await other.answers.recover(ACME);
  await other.waitings.recover(ACME);
  expect(await other.tab.historyOf(ACME, 'answer:fit.owner')).toEqual([]);
  expect(await keptWaiting(other.tab)).toMatchObject({ volume: said(12), currency: 'EUR' });
  await other.type(ACME, 'fit.owner', { reason: 'They have no such person' });
  await other.leave(ACME, 'fit.owner');
  const revisions = await other.tab.historyOf(ACME, 'answer:fit.owner');
  expect(revisions).toMatchObject([{ value: { verdict: 'notApplicable', reason: 'They have no such person' } }]);
  expect(await other.tab.draftsOf(ACME)).toEqual([]);
});

it('keeps a name that is too long as it was typed, until it is shorter', async () => {
  const panel = await openPanel();
  const volume = { value: 12, source: { who: 'A'.repeat(MAX_TEXT + 1), rung: 'said' } } as const;
  await panel.typeWaiting(ACME, 'EUR', { volume });
  await panel.leaveWaiting(ACME);
  expect(await keptWaiting(panel.tab)).toBeNull();
  expect(await panel.tab.draftsOf(ACME)).toMatchObject([{ value: { patch: { volume } } }]);
  await panel.typeWaiting(ACME, 'EUR', { volume: said(12) });
  await panel.leaveWaiting(ACME);
  expect(await keptWaiting(panel.tab)).toMatchObject({ volume: said(12) });
});

it('writes no revision that changes nothing', async () => {
  const panel = await openPanel();
  for (const verdict of ['yes', 'yes'] as const) await panel.change(ACME, 'fit.owner', { verdict });
  expect(await panel.tab.historyOf(ACME, 'answer:fit.owner')).toHaveLength(1);
});
