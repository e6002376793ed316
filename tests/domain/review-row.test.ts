import { describe, expect, it } from 'vitest';
import { type Answer, freshAnswer, type Rung, type Verdict } from '../../lib/domain/answer';
import { DECISION_KEY } from '../../lib/domain/decision';
import { foldOps } from '../../lib/domain/fold';
import { answerKey, type Op, PHASE_KEY } from '../../lib/domain/op';
import { reviewKey } from '../../lib/domain/review';
import { atStake, reviewRow } from '../../lib/domain/review-row';
import { eventDays } from '../../lib/domain/slip';
import { summaryOf } from '../../lib/domain/summary';
import { dealView } from '../../lib/domain/view';
import { ownershipOf } from '../../lib/domain/whose';
import { basics } from '../../lib/playbooks/basics';
import { noon } from './kept';
import { DEAL, MANAGER, ME, op, seenOp } from './ops';

const TODAY = '2026-11-22';

const answered = (on: string, question: string, verdict: Verdict, rung: Rung | null, more: Partial<Answer> = {}): Op =>
  op(noon(on), { key: answerKey(question), value: { ...freshAnswer(verdict, on), rung, ...more } });

function row(ops: readonly Op[], from: 'document' | 'summary' = 'summary') {
  const whole = foldOps(ops);
  if (!whole) throw new Error('nothing to fold');
  const doc = from === 'summary' ? summaryOf(whole) : whole;
  const view = dealView({ deal: DEAL, doc, org: null, authors: [ME], playbook: basics, today: TODAY, offset: 0 });
  const of = ownershipOf(doc, [ME]);
  return reviewRow({ doc, view, of, names: [], history: eventDays(ops, [ME]), today: TODAY, offset: 0 });
}

/** The worked example of the score, on a page with amount, owner and a close date that moved. */
const EXAMPLE: readonly Op[] = [
  seenOp(noon('2026-09-01'), {
    name: { text: 'Acme - 1,200 Widgets', value: 'Acme - 1,200 Widgets' },
    owner: { text: ' Kim Lee ', value: 'Kim Lee' },
    stage: { text: 'Discovery', value: 'Discovery' },
    amount: { text: '$140,000', value: { minor: 14_000_000, currency: 'USD' } },
    closeDate: { text: '12/1/2026', value: '2026-12-01' },
  }),
  seenOp(noon('2026-09-10'), { closeDate: { text: '12/31/2026', value: '2026-12-31' } }),
  answered('2026-11-12', 'fit.sweetSpot', 'yes', 'said'),
  answered('2026-11-17', 'urgency.event', 'partly', 'said', { on: '2026-12-15', quote: 'Their line stops' }),
  answered('2026-11-21', 'buying.path', 'yes', 'sign'),
];

describe('a row of the review', () => {
  it('says what stands, what is at stake, and what is weakest', () => {
    const shown = row(EXAMPLE);
    expect(shown).toMatchObject({
      name: 'Acme - 1,200 Widgets',
      owner: 'Kim Lee',
      phase: 'discover',
      amount: { minor: 14_000_000, currency: 'USD' },
      answered: 3,
      urgency: 1,
      urgencyName: 'claimed',
      confirmed: 5,
      closeDate: '2026-12-31',
      event: '2026-12-15',
      dates: { code: 'closeAfterEvent', days: 16 },
      pushes: 1,
      checked: null,
      overrides: 0,
    });
    expect(shown.weakest).toMatchObject({ question: { id: 'buying.path' }, gap: 'onlyOurWord', age: 1 });
    expect(shown.oldest).toMatchObject({ question: { id: 'fit.sweetSpot' }, gap: null, age: 10 });
    // 2.4 + 1.2 + 0.9 of 23 points; the interaction basics give 2 (no promise is late) of 8.
    expect(shown.firmness).toBe(21);
    expect(shown.atStake).toBeCloseTo(110_600);
  });

  it('is the same from a summary as from the whole deal', () => {
    expect(row(EXAMPLE, 'summary')).toEqual(row(EXAMPLE, 'document'));
  });

  it('knows what is open and why, and whose answers it shows', () => {
    const later = { ...answered('2026-11-21', 'urgency.cost', 'yes', 'said'), by: MANAGER };
    const shown = row([...EXAMPLE, later]);
    expect(shown.gaps[0]).toMatchObject({ question: { id: 'urgency.commitment' }, gap: 'unanswered' });
    expect(shown.seller).toBe(ME);
    expect(shown.worked).toBe(true);
    const stop = { choice: 'stop', trigger: '', on: null, reason: 'Nobody owns it' };
    const stopped = op(noon('2026-11-22'), { kind: 'decision.set', key: DECISION_KEY, value: stop });
    expect(row([...EXAMPLE, stopped]).worked).toBe(false);
    expect(row(EXAMPLE.slice(0, 2)).seller).toBeNull();
  });

  it('takes a level of urgency when the date of the event moved', () => {
    const moved = [...EXAMPLE, answered('2026-11-20', 'urgency.event', 'partly', 'said', { on: '2027-01-20' })];
    expect(row(moved)).toMatchObject({ urgency: 0, urgencyName: 'none', event: '2027-01-20' });
  });

  it('counts neither a guess nor a hedge as something that the customer confirmed', () => {
    const guess = [answered('2026-11-20', 'fit.owner', 'yes', 'guess')];
    expect(row(guess).confirmed).toBeNull();
    const hedged = [answered('2026-11-20', 'fit.owner', 'yes', 'said', { quote: 'I think it is probably Ana' })];
    expect(row(hedged).confirmed).toBeNull();
    // A "no" of theirs is a word of theirs.
    expect(row([answered('2026-11-20', 'fit.owner', 'no', 'said')]).confirmed).toBe(2);
  });

  it('tells the last check and what was asked, and how often the deal moved on with gaps', () => {
    const advance = (at: string, gaps: unknown[]): Op =>
      op(noon(at), {
        kind: 'advance.made',
        key: `advance:${noon(at)}`,
        value: { from: 'qualify', to: 'discover', step: 'discover', at: noon(at), gaps, reason: null },
      });
    const check = op(noon('2026-11-15'), {
      kind: 'review.set',
      key: reviewKey('1'),
      by: MANAGER,
      value: { answers: [], ask: 'Who signs?', followUp: '2026-11-20', seed: 1, at: noon('2026-11-15') },
    });
    const shown = row([
      ...EXAMPLE,
      advance('2026-11-13', []),
      advance('2026-11-14', [{ question: 'fit.owner', reason: 'unanswered' }]),
      check,
    ]);
    expect(shown).toMatchObject({ checked: 7, promise: { ask: 'Who signs?', followUp: '2026-11-20' }, overrides: 1 });
  });

  it('links to web pages alone', () => {
    const script = op(noon('2026-11-01'), {
      kind: 'snapshot.seen',
      key: 'snapshot',
      value: { ...(seenOp(1, {}).value as object), url: 'javascript:alert(1)' },
    });
    expect(row([script]).url).toBeNull();
  });

  it('is at qualify while nothing is known, and closed when somebody says so', () => {
    const won = op(noon('2026-11-21'), { kind: 'phase.set', key: PHASE_KEY, value: 'won' });
    expect(row([won])).toMatchObject({ phase: 'closed', step: 'won', dates: null, atStake: null });
  });
});

describe('what is at stake', () => {
  it('is amount x (1 - firmness), in whole units of any currency', () => {
    expect(atStake({ minor: 14_000_000, currency: 'USD' }, 31)).toBeCloseTo(96_600);
    expect(atStake({ minor: 14_000_000, currency: 'JPY' }, 50)).toBe(7_000_000);
    expect(atStake({ minor: 100_00, currency: null }, 100)).toBe(0);
    expect(atStake({ minor: 100_00, currency: null }, null)).toBe(100);
  });
});
