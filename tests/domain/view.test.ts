import { describe, expect, it } from 'vitest';
import { freshAnswer, type Rung, type Verdict } from '../../lib/domain/answer';
import { foldOps } from '../../lib/domain/fold';
import type { Meeting } from '../../lib/domain/meeting';
import { meetingKey, promiseKey } from '../../lib/domain/meeting-log';
import { answerKey, fieldKey, type Op, PHASE_KEY, stageKey } from '../../lib/domain/op';
import type { KeptPromise } from '../../lib/domain/promise';
import { dealView, type ViewInput } from '../../lib/domain/view';
import { basics } from '../../lib/playbooks/basics';
import { meeting, promise } from './meetings';
import { DEAL, MANAGER, ME, op, seenOp } from './ops';

const ORG = 'salesforce:acme';
const NOON = Date.UTC(2026, 10, 22, 12);

function view(ops: Op[], rest: Partial<ViewInput> = {}) {
  const input = { deal: DEAL, org: null, authors: [ME], playbook: basics, today: '2026-11-22', offset: 60 } as const;
  return dealView({ ...input, doc: foldOps(ops), ...rest });
}

const typed = (ms: number, field: string, value: string) =>
  op(ms, { kind: 'field.typed', key: fieldKey(field), value });
const stage = (text: string) => ({ stage: { text, value: text } });

it('begins with the first question and nothing made up', () => {
  const { facts, stage, step, phase, phaseUnknown, score } = view([]);
  expect(Object.values(facts)).toEqual([null, null, null, null, null, null]);
  expect([stage, step, phase, phaseUnknown]).toEqual([null, null, 'qualify', false]);
  // Nothing of ours is late: that is all that can be seen of a deal on which nothing was done.
  expect([score.points, score.of, score.firmness, score.terms.length]).toEqual([2, 19, 11, 8]);
  expect([score.next?.id, score.weakest, score.oldest]).toEqual(['fit.sweetSpot', null, null]);
});

describe('facts', () => {
  it('come from the page before they come from the keyboard', () => {
    const { facts } = view([seenOp(1, stage('Discovery')), typed(2, 'stage', 'Mine'), typed(3, 'owner', ' Ana ')]);
    expect(facts.stage).toMatchObject({ text: 'Discovery', value: 'Discovery', typed: false });
    expect(facts.owner).toMatchObject({ text: 'Ana', value: 'Ana', typed: true });
  });

  it('come from the keyboard where the page can be read in more than one way', () => {
    const shown = seenOp(1, { closeDate: { text: '03/04/2027', unsure: true } });
    expect(view([shown]).facts.closeDate).toMatchObject({ text: '03/04/2027', value: null, unsure: true });
    expect(view([shown, typed(2, 'closeDate', '2027-04-03')]).facts.closeDate?.value).toBe('2027-04-03');
  });

  it('read what was typed in the language of who typed it', () => {
    const amount = (locale?: string) => view([typed(1, 'amount', '1.250,50 €')], { locale }).facts.amount?.value;
    expect(amount('de-DE')).toEqual({ minor: 125_050, currency: 'EUR' });
    const day = (locale?: string) => view([typed(1, 'closeDate', '03/04/2027')], { locale }).facts.closeDate?.value;
    expect([day('en-GB'), day('en-US'), day()]).toEqual(['2027-04-03', '2027-03-04', null]);
  });
});

describe('where the deal stands', () => {
  const org = foldOps([op(1, { subject: ORG, kind: 'stage.mapped', key: stageKey('discovery'), value: 'propose' })]);
  const set = op(5, { kind: 'phase.set', key: PHASE_KEY, value: 'lost' });

  it('is what the hand says, then what the org calls it, then what the CRM does', () => {
    const shown = seenOp(1, stage('Discovery'));
    expect(view([shown]).step).toBe('discover');
    expect(view([shown], { org }).step).toBe('propose');
    expect(view([shown, set], { org })).toMatchObject({ step: 'lost', phase: 'closed', phaseUnknown: false });
    expect(view([shown], { org, authors: [MANAGER] }).step).toBe('discover');
  });

  it('is asked where a stage is shown that nobody knows', () => {
    const unknown = view([seenOp(1, stage('Technical win'))]);
    expect(unknown).toMatchObject({ stage: 'Technical win', step: null, phase: 'qualify', phaseUnknown: true });
  });
});

describe('sightings', () => {
  it('are stages that moved and close dates that were pushed, on the day of the person', () => {
    const closes = (day: string) => ({ closeDate: { text: day, value: day } });
    const lateEvening = Date.UTC(2026, 10, 21, 23, 30);
    const { sightings } = view([
      seenOp(1, { ...stage('Discovery'), ...closes('2026-12-15') }),
      seenOp(lateEvening, { ...stage('Proposal'), ...closes('2026-12-01') }),
      seenOp(NOON, closes('2027-01-31')),
    ]);
    expect(sightings).toEqual([
      { event: 'stage', at: lateEvening, day: '2026-11-22', what: 'Discovery → Proposal', question: null },
      { event: 'closeDate', at: NOON, day: '2026-11-22', what: '2026-12-01 → 2027-01-31', question: null },
    ]);
  });

  it('are days of the customer that have passed', () => {
    const event = (on: string) =>
      op(1, {
        key: answerKey('urgency.event'),
        value: { ...freshAnswer('yes', '2026-11-01'), rung: 'said', on },
      });
    expect(view([event('2026-11-22')]).sightings).toEqual([]);
    const { sightings, score } = view([event('2026-11-20')]);
    const startOfNextDay = Date.UTC(2026, 10, 20, 23);
    expect(sightings).toEqual([
      { event: 'eventPassed', at: startOfNextDay, day: '2026-11-21', what: '2026-11-20', question: 'urgency.event' },
    ]);
    expect(score.call).toBe('recheck');
    // The event's day has a row of its own; it goes before the one that the event itself was given.
    const date = op(2, {
      key: answerKey('urgency.date'),
      value: { ...freshAnswer('yes', '2026-11-01'), on: '2026-11-21' },
    });
    expect(view([event('2027-01-31'), date]).sightings).toMatchObject([{ event: 'eventPassed', day: '2026-11-22' }]);
  });
});

it('scores a quote that hedges as our word, and shows what was claimed', () => {
  const value = { ...freshAnswer('yes', '2026-11-20'), rung: 'said', quote: 'I think Ana owns it' };
  const owner = (more: object) => {
    const { answers, score } = view([op(1, { key: answerKey('fit.owner'), value: { ...value, ...more } })]);
    return [answers['fit.owner']?.rung, score.terms.find((term) => term.question.id === 'fit.owner')?.gap];
  };
  expect(owner({})).toEqual(['said', 'onlyOurWord']);
  expect(owner({ confirmed: true })).toEqual(['said', null]);
});

it('puts in doubt what was known before the stage moved, until it is confirmed', () => {
  const path = { ...freshAnswer('yes', '2026-11-20'), rung: 'said' };
  const before = [
    seenOp(1, stage('Discovery')),
    op(NOON - 2000, { key: answerKey('buying.path'), value: path }),
    seenOp(NOON, stage('Needs Analysis')),
  ];
  const gapOf = (ops: Op[]) => view(ops).score.terms.find((term) => term.question.id === 'buying.path')?.gap;
  const still = op(NOON + 1, {
    kind: 'answer.confirmed',
    key: answerKey('buying.path'),
    value: { ...path, evidenceOn: '2026-11-22' },
  });
  expect(gapOf(before)).toBe('recheck');
  expect(gapOf([...before, still])).toBeNull();
});

describe('meetings and promises', () => {
  const given = (question: string, verdict: Verdict, rung: Rung | null, day: string, more: object = {}) =>
    op(NOON - 2000 + basics.questions.findIndex(({ id }) => id === question), {
      key: answerKey(question),
      value: { ...freshAnswer(verdict, day), rung, ...more },
    });
  const kept = (value: Meeting) => op(NOON, { kind: 'meeting.set', key: meetingKey(value.id), value });
  const promised = ({ at, ...value }: KeptPromise) => op(at, { kind: 'promise.set', key: promiseKey(value.id), value });

  it('make the worked example 36', () => {
    const { score } = view([
      seenOp(1, stage('Discovery')),
      given('fit.sweetSpot', 'yes', 'said', '2026-11-12'),
      given('fit.owner', 'yes', 'shown', '2026-09-23'),
      given('urgency.event', 'partly', 'said', '2026-11-17'),
      given('urgency.commitment', 'yes', 'guess', '2026-11-22'),
      given('urgency.cost', 'unknown', null, '2026-11-22'),
      given('buying.path', 'yes', 'sign', '2026-11-21'),
      // Halved in the example because a contact left, which no page shows: half as much here too.
      given('value.measure', 'partly', 'said', '2026-11-19'),
      given('rivals.alternatives', 'no', 'said', '2026-11-22'),
      kept(meeting()),
    ]);
    expect([score.points.toFixed(5), score.of, score.firmness]).toEqual(['11.13333', 31, 36]);
  });

  it('are of the deal, and put in doubt what the customer keeps missing', () => {
    const broken = (id: string, closedOn: string) =>
      promise({ id, side: 'them', state: 'broken', closedOn, at: Date.parse(`${closedOn}T09:00:00Z`) });
    const missed = [broken('p1', '2026-11-18'), broken('p2', '2026-11-19')];
    const { meetings, promises, sightings, score } = view([
      given('urgency.event', 'yes', 'said', '2026-11-10', { on: '2027-01-31' }),
      kept(meeting()),
      ...missed.map(promised),
    ]);
    expect(meetings).toEqual([meeting()]);
    expect(promises).toEqual(missed);
    expect(sightings.map(({ event, question }) => [event, question])).toEqual([['promisesBroken', 'urgency.event']]);
    expect(score.terms.find(({ question }) => question.id === 'urgency.event')?.gap).toBe('recheck');
  });
});
