import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KeptAnswer, Rung } from '../../lib/domain/answer';
import { addDays } from '../../lib/domain/day';
import type { SeenField } from '../../lib/domain/deal';
import { answerKey } from '../../lib/domain/op';
import { refuseEvent } from '../../lib/domain/our-event';
import { type EventDay, eventDays, slipsIn } from '../../lib/domain/slip';
import { knowByDays, timeline } from '../../lib/domain/timeline';
import { readUrgency, URGENCY_FACTS, type UrgencyInput } from '../../lib/domain/urgency';
import { kept, noon } from './kept';
import { MANAGER, ME, op } from './ops';

const TODAY = '2026-11-22';
const EVENT_DAY = '2027-01-31';

type Answers = Record<string, KeptAnswer>;

/** The four facts, each at its own rung; `null`: not answered. */
function facts(event: Rung | null, date: Rung | null, owner: Rung | null, consequence: Rung | null): Answers {
  const rungs = { event, date, owner, consequence };
  return Object.fromEntries(
    URGENCY_FACTS.flatMap((fact) => {
      const rung = rungs[fact];
      const on = fact === 'date' ? EVENT_DAY : null;
      return rung ? [[`urgency.${fact}`, kept('yes', rung, '2026-11-20', { on, quote: `their ${fact}` })]] : [];
    }),
  );
}

function close(value: string | null, text = value ?? ''): SeenField<string> {
  return { text, from: 'detail', value };
}

function read(answers: Answers, more: Partial<UrgencyInput> = {}) {
  return readUrgency({ answers, history: [], closeDate: null, today: TODAY, phase: 'discover', ...more });
}

/** The event's day as it was given on each day. */
function history(...days: [given: string, on: string | null][]): EventDay[] {
  return days.map(([given, on]) => ({ at: noon(given), on }));
}

describe('the urgency level', () => {
  it.each([
    [facts(null, null, null, null), 0, 'none'],
    [facts('guess', 'sign', null, null), 0, 'none'],
    [facts('said', null, null, null), 1, 'claimed'],
    [facts('said', 'shown', 'guess', null), 2, 'dated'],
    [facts('said', 'said', null, 'said'), 3, 'owned'],
    [facts('said', 'said', 'said', 'shown'), 4, 'proven'],
    [facts(null, null, 'said', null), 1, 'claimed'],
  ] as const)('counts the facts that stand on the customer’s word', (answers, level, name) => {
    expect(read(answers)).toMatchObject({ level, standing: level, name, lowered: false });
  });

  it('counts no fact whose quote hedges', () => {
    const answers = facts('said', 'said', null, null);
    answers['urgency.date'] = kept('yes', 'said', '2026-11-20', { quote: 'probably in January', on: EVENT_DAY });
    expect(read(answers).level).toBe(1);
  });
});

describe('the slip test', () => {
  const all = facts('said', 'said', 'said', 'said');
  const moved = history(['2026-09-01', '2026-12-01'], ['2026-10-01', '2026-12-31'], ['2026-11-01', '2027-01-31']);

  it('keeps each move to a later day, and takes one level for any number of them', () => {
    const { slips, level, standing, lowered, name } = read(all, { history: moved });
    expect(slips.map(({ from, to }) => [from, to])).toEqual([
      ['2026-12-01', '2026-12-31'],
      ['2026-12-31', '2027-01-31'],
    ]);
    expect({ level, standing, lowered, name }).toEqual({ level: 3, standing: 4, lowered: true, name: 'owned' });
  });

  it('never takes the level below none', () => {
    expect(read({}, { history: moved })).toMatchObject({ level: 0, lowered: false });
  });

  it('gives the level back when somebody at the customer says, after the last move, why it will hold', () => {
    const holds = (rung: Rung, day: string) => ({ ...all, 'urgency.holds': kept('yes', rung, day) });
    expect(read(holds('said', '2026-11-02'), { history: moved }).level).toBe(4);
    expect(read(holds('guess', '2026-11-02'), { history: moved }).level).toBe(3);
    expect(read(holds('said', '2026-10-15'), { history: moved }).level).toBe(3);
  });

  it('counts no earlier day, no first day, no day put right at once, and sees through a day taken away', () => {
    expect(slipsIn(history(['2026-09-01', '2026-12-01'], ['2026-10-01', '2026-11-30']))).toEqual([]);
    expect(
      slipsIn(history(['2026-09-01', '2026-12-01'], ['2026-10-01', null], ['2026-11-01', '2026-12-02'])),
    ).toHaveLength(1);
    const typed = { at: noon('2026-09-01'), on: '2026-01-31' };
    expect(slipsIn([typed, { at: typed.at + 60_000, on: '2027-01-31' }])).toEqual([]);
    expect(slipsIn([typed, { at: typed.at + 5 * 60_000 + 1, on: '2027-01-31' }])).toHaveLength(1);
  });

  it('is the same whatever the order in which the history comes', () => {
    const entry = fc.record({
      at: fc.integer({ min: 0, max: 1e12 }),
      on: fc.option(fc.constantFrom('2026-12-01', '2027-01-31')),
    });
    const entries = fc.uniqueArray(entry, { selector: ({ at }) => at });
    fc.assert(
      fc.property(entries, (days) => {
        expect(slipsIn(days.toReversed())).toEqual(slipsIn(days));
      }),
    );
  });

  it('reads the day through time from the log: the date’s own, else the event’s', () => {
    const given = (ms: number, question: string, on: string | null, by = ME) =>
      op(ms, { key: answerKey(question), value: on && kept('yes', 'said', '2026-11-01', { on }), by });
    const ops = [
      given(400, 'urgency.date', null),
      given(100, 'urgency.event', '2026-12-01'),
      given(200, 'urgency.date', '2026-12-15'),
      given(250, 'urgency.date', '2026-12-24', MANAGER),
      given(300, 'urgency.event', '2026-12-31'),
      given(350, 'fit.owner', '2027-06-01'),
    ];
    expect(eventDays(ops, [ME])).toEqual([
      { at: 100, on: '2026-12-01' },
      { at: 200, on: '2026-12-15' },
      { at: 400, on: '2026-12-31' },
    ]);
  });
});

describe('an event of ours', () => {
  it.each([
    ['It has to be in before our quarter end', 'ourQuarterEnd', 'our quarter end'],
    ['Ende unseres Quartals', 'ourQuarterEnd', 'ende unseres quartals'],
    ['The discount expires on 31 December', 'ourDiscount', 'discount expires'],
    ['Unser 20%iger Rabatt läuft aus', 'ourDiscount', 'rabatt läuft aus'],
    ['Our 2027 price increase', 'ourPriceRise', 'our 2027 price increase'],
    ['wir erhöhen die Preise im Januar', 'ourPriceRise', 'wir erhöhen die preise'],
  ])('is refused: "%s"', (text, code, phrase) => {
    expect(refuseEvent(text)).toMatchObject({ code, phrase });
    expect(text.slice(refuseEvent(text)?.start, refuseEvent(text)?.end).toLowerCase()).toBe(phrase);
  });

  it.each([
    'Their quarter end is 31 January',
    'Their present discount expires in March',
    'Der Vertrag mit ihrem Lieferanten endet',
    'Energy prices go up in January',
    'The audit starts on 31 January, said Ana',
    '',
  ])('is not: "%s"', (text) => {
    expect(refuseEvent(text)).toBeNull();
  });

  it('takes its date with it, and leaves the close date without a reason', () => {
    const answers = facts('said', 'said', 'said', null);
    answers['urgency.event'] = kept('yes', 'said', '2026-11-20', { quote: 'our quarter end' });
    const urgency = read(answers, { closeDate: close('2026-12-15') });
    expect(urgency).toMatchObject({ level: 1, day: null, refusal: { code: 'ourQuarterEnd' } });
    expect(urgency.findings).toEqual([{ code: 'closeWithoutEvent', days: null, wrong: true }]);
  });

  it('is theirs once the seller says so: the one who is quoted says "our" too', () => {
    const answers = facts('said', 'said', null, null);
    answers['urgency.event'] = kept('yes', 'said', '2026-11-20', { quote: 'our quarter end', confirmed: true });
    expect(read(answers)).toMatchObject({ level: 2, refusal: null });
  });
});

describe('the two dates', () => {
  const known = facts('said', 'said', null, null);
  const undated = facts('said', null, null, null);
  const codes = (answers: Answers, more: Partial<UrgencyInput>) => read(answers, more).findings.map(({ code }) => code);

  it.each([
    ['a close date before the event is fine', known, close('2026-12-15'), [['closeBeforeEvent', 47, false]]],
    ['so is one on its day', known, close(EVENT_DAY), [['closeBeforeEvent', 0, false]]],
    ['one after it is not', known, close('2027-02-10'), [['closeAfterEvent', 10, true]]],
    ['one without an event has no reason', {}, close('2026-12-15'), [['closeWithoutEvent', null, true]]],
    ['an event wants a day', undated, close('2026-12-15'), [['eventWithoutDay', null, true]]],
    ['no date, no word', {}, null, []],
    ['an unreadable date is said', {}, close(null, 'sometime soon'), [['closeUnreadable', null, true]]],
    ['an empty one is not', {}, close(null, ' '), []],
  ] as const)('%s', (_, answers, closeDate, findings) => {
    const found = read({ ...answers }, { closeDate }).findings;
    expect(found.map(({ code, days, wrong }) => [code, days, wrong])).toEqual(findings);
  });

  it('names a date that can be read in two ways', () => {
    expect(codes(known, { closeDate: { ...close('2027-01-03', '03/01/2027'), unsure: true } })).toEqual([
      'closeUnsure',
      'closeBeforeEvent',
    ]);
  });

  it('names what has passed, the worst first', () => {
    expect(read(known, { closeDate: close('2027-02-10'), today: '2027-02-15' }).findings).toEqual([
      { code: 'closePassed', days: 5, wrong: true },
      { code: 'eventPassed', days: 15, wrong: true },
      { code: 'closeAfterEvent', days: 10, wrong: true },
    ]);
  });

  it('counts a year for a clock that jumped one, and throws nothing away', () => {
    const urgency = read(known, { closeDate: close('2026-12-15'), today: '2027-11-22' });
    expect(urgency.findings[0]).toEqual({ code: 'closePassed', days: 342, wrong: true });
    expect(urgency.level).toBe(2);
  });

  it('says when only we speak of the event', () => {
    expect(codes(facts('guess', 'guess', null, null), { closeDate: close('2026-12-15') })).toEqual([
      'eventOnlyOurWord',
      'closeBeforeEvent',
    ]);
  });

  it('takes the date’s day before the event’s, and none of an event that was denied', () => {
    const event = kept('yes', 'said', '2026-11-20', { on: '2027-03-01' });
    expect(read({ ...known, 'urgency.event': event }).day).toBe(EVENT_DAY);
    expect(read({ 'urgency.event': event }).day).toBe('2027-03-01');
    expect(read({ 'urgency.event': { ...event, verdict: 'no' } }).day).toBeNull();
  });

  it('is left alone once the deal is closed', () => {
    expect(codes({}, { closeDate: close('2026-01-01'), phase: 'closed' })).toEqual([]);
  });
});

describe('the time line', () => {
  it('puts the days in their order, the first at 0 and the last at 1', () => {
    const marks = timeline({
      today: '2026-11-22',
      event: '2027-01-31',
      closeDate: '2026-12-15',
      meetings: ['2026-11-12', '2026-11-22'],
      knowBy: knowByDays({
        'buying.path': { verdict: 'unknown', knowBy: '2026-12-02' },
        'fit.owner': { verdict: 'yes', knowBy: '2026-12-03' },
      }),
    });
    expect(marks.map(({ kind, days, position }) => [kind, days, position])).toEqual([
      ['meeting', -10, 0],
      ['today', 0, 0.125],
      ['meeting', 0, 0.125],
      ['knowBy', 10, 0.25],
      ['closeDate', 23, 0.4125],
      ['event', 70, 1],
    ]);
    expect(marks[3]?.question).toBe('buying.path');
  });

  it('shows today alone at 0', () => {
    expect(timeline({ today: TODAY, event: null, closeDate: null, meetings: [], knowBy: [] })).toEqual([
      { kind: 'today', day: TODAY, days: 0, position: 0, question: null },
    ]);
  });

  it('never leaves its ends, and keeps the order of the days', () => {
    const day = fc.integer({ min: -4000, max: 4000 }).map((count) => addDays(TODAY, count));
    fc.assert(
      fc.property(fc.option(day), fc.option(day), fc.array(day), (event, closeDate, meetings) => {
        const marks = timeline({ today: TODAY, event, closeDate, meetings, knowBy: [] });
        const positions = marks.map(({ position }) => position);
        expect(positions).toEqual(positions.toSorted((a, b) => a - b));
        for (const position of positions) {
          expect(position).toBeGreaterThanOrEqual(0);
          expect(position).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
