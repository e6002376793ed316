import { describe, expect, it } from 'vitest';
import {
  type Criterion,
  callFor,
  comesBack,
  criteriaOf,
  criterionKey,
  DECISION_KEY,
  type Decision,
  decisionOf,
  type KeptCriterion,
  lacksOf,
} from '../../lib/domain/decision';
import { foldOps } from '../../lib/domain/fold';
import { flawOf } from '../../lib/domain/op-check';
import { TODAY, workedExample } from './grounds';
import { kept, noon } from './kept';
import { MANAGER, ME, op } from './ops';

const LONG_AGO = noon('2026-09-01');

function criterion(rest: Partial<KeptCriterion>): KeptCriterion {
  return { calls: 'stop', question: 'urgency.commitment', when: 'no', by: null, writtenAt: LONG_AGO, ...rest };
}

const withAnswer = (question: string, answer: ReturnType<typeof kept>) => ({
  ...workedExample,
  answers: { ...workedExample.answers, [question]: answer },
});

describe('a decision', () => {
  const blank: Decision = { choice: 'continue', trigger: '', on: null, reason: '' };

  it.each<[Partial<Decision>, string[]]>([
    [{ choice: 'continue' }, []],
    [{ choice: 'stop' }, ['reason']],
    [{ choice: 'stop', reason: 'no budget until 2028, said Ana' }, []],
    [{ choice: 'recycle' }, ['trigger', 'date']],
    [{ choice: 'recycle', trigger: 'new fiscal year', on: TODAY }, ['laterDate']],
    [{ choice: 'recycle', trigger: 'new fiscal year', on: '2027-04-01' }, []],
  ])('of %o lacks %o', (choice, lacks) => {
    expect(lacksOf({ ...blank, ...choice }, TODAY)).toEqual(lacks);
  });

  it('brings a recycled deal back on its day', () => {
    const recycled: Decision = { ...blank, choice: 'recycle', trigger: 'new year', on: '2027-04-01' };
    expect(comesBack(recycled, '2027-03-31')).toBe(false);
    expect(comesBack(recycled, '2027-04-01')).toBe(true);
    expect(comesBack({ ...recycled, choice: 'stop' }, '2027-04-01')).toBe(false);
    expect(comesBack(null, '2027-04-01')).toBe(false);
  });
});

describe('what the criteria call for', () => {
  it('is a stop when the customer says no, and not when we think so', () => {
    const stop = [criterion({})];
    expect(callFor(stop, withAnswer('urgency.commitment', kept('no', 'said', TODAY))).call).toBe('stop');
    expect(callFor(stop, withAnswer('urgency.commitment', kept('no', 'guess', TODAY))).call).toBeNull();
    const hedged = kept('no', 'said', TODAY, { quote: 'probably not this year' });
    expect(callFor(stop, withAnswer('urgency.commitment', hedged)).call).toBeNull();
  });

  it('is a recycle from the day after the one by which something had to be firm', () => {
    const recycle = [criterion({ calls: 'recycle', when: 'notFirmBy', by: TODAY })];
    expect(callFor(recycle, workedExample).call).toBeNull();
    expect(callFor(recycle, { ...workedExample, today: '2026-11-23' }).call).toBe('recycle');
    const firm = withAnswer('urgency.commitment', kept('yes', 'shown', TODAY));
    expect(callFor(recycle, { ...firm, today: '2026-11-23' }).call).toBeNull();
  });

  it('is to go on when all of that is met, however late its questions are due', () => {
    const goOn = [
      criterion({ calls: 'continue', when: 'firm', question: 'fit.sweetSpot' }),
      criterion({ calls: 'continue', when: 'firm', question: 'plan.mutual' }),
    ];
    expect(callFor(goOn, workedExample).call).toBeNull();
    expect(callFor(goOn, withAnswer('plan.mutual', kept('yes', 'shown', TODAY))).call).toBe('continue');
  });

  it('puts a stop before a recycle, and a recycle before going on', () => {
    const all = [
      criterion({ calls: 'continue', when: 'firm', question: 'fit.sweetSpot' }),
      criterion({ calls: 'recycle', when: 'notFirmBy', by: '2026-11-01' }),
      criterion({ question: 'rivals.alternatives' }),
    ];
    expect(callFor(all, workedExample).call).toBe('stop');
    expect(callFor(all.slice(0, 2), workedExample).call).toBe('recycle');
    expect(callFor(all.slice(0, 1), workedExample).call).toBe('continue');
    expect(callFor([], workedExample)).toEqual({ call: null, criteria: [] });
  });

  it('does not listen to a criterion that was written when its evidence was there', () => {
    const late = [criterion({ question: 'rivals.alternatives', writtenAt: noon(TODAY) + 1 })];
    expect(callFor(late, workedExample)).toMatchObject({ call: null, criteria: [{ met: true, afterwards: true }] });
  });

  it('is open for a question that no playbook asks any more', () => {
    const gone = [criterion({ calls: 'continue', when: 'firm', question: 'fit.gone' })];
    expect(callFor(gone, workedExample)).toMatchObject({ call: null, criteria: [{ met: false }] });
  });
});

describe('what is kept of them', () => {
  const stop: Decision = { choice: 'stop', trigger: '', on: null, reason: 'no budget until 2028' };
  const written: Criterion = { calls: 'stop', question: 'fit.owner', when: 'no', by: null };
  const decided = (at: number, value: unknown, by = ME) =>
    op(at, { kind: 'decision.set', key: DECISION_KEY, value, by });
  const wrote = (at: number, unique: string, value: unknown) =>
    op(at, { kind: 'criterion.set', key: criterionKey(unique), value });

  it('is the newest decision of these authors, and none once it was taken back', () => {
    const [first, back] = [noon('2026-11-10'), noon('2026-11-12')];
    const other = decided(noon('2026-11-11'), { ...stop, reason: 'the manager’s' }, MANAGER);
    const doc = foldOps([decided(first, stop), other]);
    expect(doc && decisionOf(doc, [ME])).toEqual({ ...stop, decidedAt: first });
    const after = foldOps([decided(first, stop), other, decided(back, null)]);
    expect(after && decisionOf(after, [ME])).toBeNull();
  });

  it('is each criterion with the moment at which it was written as it stands', () => {
    const [first, second, changed] = [noon('2026-11-10'), noon('2026-11-11'), noon('2026-11-12')];
    const doc = foldOps([
      wrote(first, 'a', written),
      wrote(second, 'b', { ...written, question: 'fit.sweetSpot' }),
      wrote(changed, 'a', { ...written, when: 'notFirmBy', by: '2026-12-01' }),
      wrote(changed + 1, 'c', written),
      wrote(changed + 2, 'c', null),
      wrote(changed + 3, 'd', { calls: 'nobody knows' }),
    ]);
    expect(doc && criteriaOf(doc, [ME]).map(({ key, writtenAt }) => [key, writtenAt])).toEqual([
      ['criterion:b', second],
      ['criterion:a', changed],
    ]);
  });

  it('is refused at the door where it is none', () => {
    const news = { kind: 'decision.set', subject: 'salesforce:acme:1', key: DECISION_KEY, version: null } as const;
    expect(flawOf({ ...news, value: stop })).toBeNull();
    expect(flawOf({ ...news, value: null })).toBeNull();
    expect(flawOf({ ...news, value: { ...stop, on: 'tomorrow' } })?.field).toBe('value.on');
    expect(flawOf({ ...news, value: { ...stop, choice: 'wait' } })?.field).toBe('value.choice');
  });
});
