import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AdvanceCheck,
  advanceCheck,
  advanceKey,
  advanceMade,
  advancesOf,
  allAdvances,
  checkAhead,
  unexplained,
} from '../../lib/domain/advance';
import { timeOf } from '../../lib/domain/clock';
import { foldOps } from '../../lib/domain/fold';
import type { Op } from '../../lib/domain/op';
import { STEPS } from '../../lib/domain/phase';
import { replay } from '../../lib/domain/replay';
import { answered, logOf, saw, TODAY, workedExample } from './grounds';
import { kept, noon } from './kept';
import { logArb, MANAGER, ME, op } from './ops';

describe('the check before an advance', () => {
  it('names the weakest, the oldest, one question, and what is due and not firm', () => {
    const check = advanceCheck(workedExample, 'validate');
    expect(check).toMatchObject({
      from: 'discover',
      to: 'validate',
      firmness: 31,
      weakest: { question: { id: 'urgency.commitment' } },
      oldest: { question: { id: 'fit.owner' }, age: 60 },
      next: { id: 'urgency.commitment' },
    });
    expect(check?.gaps.map(({ question, gap }) => [question.id, gap])).toEqual([
      ['urgency.commitment', 'onlyOurWord'],
      ['buying.decider', 'unanswered'],
      ['buying.path', 'onlyOurWord'],
      ['urgency.cost', 'unknown'],
      ['rivals.alternatives', 'no'],
      ['value.measure', 'recheck'],
      ['fit.owner', 'stale'],
    ]);
  });

  it('holds nothing against a move that is due only where it leads', () => {
    const firm = Object.fromEntries(
      workedExample.playbook.questions
        .filter(({ phase }) => phase === 'qualify')
        .map(({ id }) => [id, kept('yes', 'shown', TODAY)]),
    );
    const ground = { ...workedExample, phase: 'qualify', answers: firm, sightings: [] } as const;
    expect(advanceCheck(ground, 'discover')).toMatchObject({ gaps: [], firmness: 100, next: null });
  });

  it('asks for the phases that a move skips, and for all of them before a win', () => {
    const skipping = advanceCheck(workedExample, 'commit')?.gaps.map(({ question }) => question.phase);
    expect(new Set(skipping)).toEqual(new Set(['qualify', 'discover', 'validate', 'propose']));
    const winning = advanceCheck(workedExample, 'won');
    expect(winning).toMatchObject({ to: 'closed' });
    expect(winning?.gaps.map(({ question }) => question.id)).toContain('commit.openIssues');
  });

  it.each(['qualify', 'discover', 'lost'] as const)('has nothing to say before a move to %s', (step) => {
    expect(advanceCheck(workedExample, step)).toBeNull();
  });

  it('takes a hedged quote for the guess that it is', () => {
    const hedged = kept('yes', 'said', TODAY, { quote: 'I think Ana can sign' });
    const answers = { ...workedExample.answers, 'buying.decider': hedged };
    const gapOf = (confirmed: boolean) =>
      advanceCheck(
        { ...workedExample, answers: { ...answers, 'buying.decider': { ...hedged, confirmed } } },
        'validate',
      )?.gaps.find(({ question }) => question.id === 'buying.decider')?.gap;
    expect(gapOf(false)).toBe('onlyOurWord');
    expect(gapOf(true)).toBeUndefined();
  });
});

const shown = advanceCheck(workedExample, 'validate') as AdvanceCheck;

function recorded(day: string, reason: string | null, rest: Partial<Op> = {}): Op {
  const at = noon(day) - 5_000;
  return op(at, {
    kind: 'advance.made',
    key: advanceKey(String(at)),
    value: advanceMade(shown, 'validate', at, reason),
    ...rest,
  });
}

describe('the check for one step on', () => {
  it.each([
    ['qualify', 'discover'],
    ['propose', 'commit'],
    ['commit', 'closed'],
  ] as const)('from %s looks ahead to %s', (phase, to) => {
    expect(checkAhead({ ...workedExample, phase })).toMatchObject({ from: phase, to });
  });

  it('has nothing to say of a closed deal', () => {
    expect(checkAhead({ ...workedExample, phase: 'closed' })).toBeNull();
  });
});

describe('the advances of a deal', () => {
  it('are kept with the gaps and the reason, a skipped one as skipped', () => {
    const ops = [recorded('2026-11-10', 'their budget round ends Friday'), recorded('2026-11-12', null)];
    const doc = foldOps(ops);
    const advances = doc ? advancesOf(doc, [ME]) : [];
    expect(advances.map(({ at, reason }) => [at, reason])).toEqual([
      [noon('2026-11-10') - 5_000, 'their budget round ends Friday'],
      [noon('2026-11-12') - 5_000, null],
    ]);
    expect(advances[0]?.gaps[0]).toEqual({ question: 'urgency.commitment', reason: 'onlyOurWord' });
  });

  it('take the reason that came later, leave out what was taken back, and pass over what cannot be read', () => {
    const first = recorded('2026-11-10', null);
    const later = recorded('2026-11-11', 'said later', { key: first.key });
    const undone = recorded('2026-11-12', null);
    const ops = [
      first,
      later,
      undone,
      op(noon('2026-11-13'), { key: undone.key, value: null }),
      op(noon('2026-11-14'), { key: advanceKey('odd'), value: { from: 'nowhere' } }),
      recorded('2026-11-15', 'the manager’s', { by: MANAGER }),
    ];
    const doc = foldOps(ops);
    expect(doc && advancesOf(doc, [ME]).map(({ reason }) => reason)).toEqual(['said later']);
  });

  const log = [
    saw('2026-11-01', 'Prospecting'),
    answered('2026-11-02', 9, 'fit.sweetSpot', {}),
    answered('2026-11-02', 10, 'fit.owner', {}),
    answered('2026-11-02', 11, 'urgency.event', {}),
    saw('2026-11-10', 'Discovery'),
    answered('2026-11-11', 9, 'urgency.commitment', {}),
  ];

  it('are told from a changed stage too, with the gaps that stood then and not the ones of today', () => {
    expect(allAdvances(logOf(log))).toEqual([
      {
        from: 'qualify',
        to: 'discover',
        step: 'discover',
        at: noon('2026-11-10'),
        gaps: [
          { question: 'urgency.commitment', reason: 'unanswered' },
          // No meeting was planned then.
          { question: 'next.dated', reason: 'no' },
          { question: 'next.agreed', reason: 'no' },
          { question: 'next.prepared', reason: 'no' },
        ],
        reason: null,
        op: null,
        key: null,
      },
    ]);
  });

  it('are asked for a reason once, while they are fresh and if something was open', () => {
    const advances = allAdvances(logOf(log));
    const seen = advances[0];
    if (!seen) throw new Error('the log shows an advance');
    expect(unexplained(advances, noon('2026-11-11') - 1)).toBe(seen);
    expect(unexplained(advances, noon('2026-11-11'))).toBeNull();
    expect(unexplained([{ ...seen, gaps: [] }], seen.at)).toBeNull();
    expect(unexplained([{ ...seen, op: 'said' }], seen.at)).toBeNull();
    expect(unexplained([seen, { ...seen, op: 'said' }], seen.at)).toBeNull();
    expect(unexplained([], seen.at)).toBeNull();
  });

  it('are told once where the click was seen and the change as well', () => {
    const moved = [...log, saw('2026-11-18', 'Value Proposition')];
    expect(allAdvances(logOf(moved)).map(({ to, op: from }) => [to, from])).toEqual([
      ['discover', null],
      ['validate', null],
    ]);
    const clicked = recorded('2026-11-18', 'go');
    expect(allAdvances(logOf([...moved, clicked])).map(({ to, reason }) => [to, reason])).toEqual([
      ['discover', null],
      ['validate', 'go'],
    ]);
  });

  it('are none when a stage moves back, is renamed to a name that nobody knows, or comes from one', () => {
    const ops = [
      saw('2026-11-01', 'Negotiation'),
      saw('2026-11-02', 'Discovery'),
      saw('2026-11-03', 'Explore together'),
      saw('2026-11-04', 'Proposal'),
      saw('2026-11-05', 'Closed Lost'),
    ];
    expect(allAdvances(logOf(ops))).toEqual([]);
  });

  it('never go back, whatever the log holds', () => {
    fc.assert(
      fc.property(logArb, (ops) => {
        for (const { from, to, step } of allAdvances(logOf(ops))) {
          expect(from).not.toBe(to);
          expect(STEPS).toContain(step);
        }
      }),
    );
  });
});

describe('a replay', () => {
  it('is the fold of what was there, and the whole document in the end', () => {
    fc.assert(
      fc.property(logArb, fc.integer({ min: 0, max: 60 }), (ops, until) => {
        expect(replay(ops, until)).toEqual(foldOps(ops.filter(({ id }) => timeOf(id) <= until)));
        expect(replay(ops, 60)).toEqual(foldOps(ops));
      }),
    );
  });
});
