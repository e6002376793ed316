import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../lib/domain/day';
import { foldOps } from '../../lib/domain/fold';
import {
  type Habit,
  habitKey,
  habitsOf,
  MOST_HABITS,
  openHabits,
  personKey,
  refuseHabit,
} from '../../lib/domain/habit';
import { habitCount, habitWindow, sumCounts } from '../../lib/domain/habit-count';
import { promiseKey } from '../../lib/domain/meeting-log';
import type { Op } from '../../lib/domain/op';
import { checkOp } from '../../lib/domain/op-check';
import { answered, logOf, saw, TODAY } from './grounds';
import { noon } from './kept';
import { promise } from './meetings';
import { DEAL, MANAGER, ME, op } from './ops';

const NOW = noon(TODAY);
const habit = (about: string, from = '2026-11-10', to: string | null = null): Habit => ({ about, from, to });
const habitOp = (ms: number, unique: string, value: Habit | null, by = ME): Op =>
  op(ms, { kind: 'habit.set', subject: personKey(ME), key: habitKey(unique), value, by, version: null });

describe('habits', () => {
  it('are two at most; the third is refused with the reason', () => {
    const two = [habit('fit.owner'), habit('next.agreed')];
    expect(refuseHabit(two.slice(0, 1), 'urgency.cost')).toBeNull();
    expect(refuseHabit(two, 'urgency.cost')).toBe('full');
    expect(refuseHabit(two, 'fit.owner')).toBe('already');
    // One that has ended makes room.
    expect(refuseHabit([habit('fit.owner', '2026-10-01', '2026-11-01'), habit('next.agreed')], 'fit.owner')).toBeNull();
  });

  it('never are more than two, in whatever order they are begun and ended', () => {
    const steps = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.boolean()), { maxLength: 30 });
    fc.assert(
      fc.property(steps, (taken) => {
        let all: Habit[] = [];
        for (const [about, begins] of taken) {
          if (begins) {
            if (refuseHabit(all, about) === null) all = [...all, habit(about)];
          } else all = all.map((one) => (one.about === about ? { ...one, to: TODAY } : one));
          expect(openHabits(all).length).toBeLessThanOrEqual(MOST_HABITS);
        }
      }),
    );
  });

  it('are read from every id of the person; whoever changed one last is believed', () => {
    const doc = foldOps([
      habitOp(1, 'x', habit('fit.owner')),
      habitOp(2, 'y', habit('next.agreed', '2026-10-01')),
      habitOp(3, 'x', habit('fit.owner', '2026-11-10', '2026-11-20'), MANAGER),
      habitOp(4, 'z', null),
    ]);
    const other = foldOps([{ ...habitOp(1, 'w', habit('urgency.cost', '2026-09-01')), subject: personKey(MANAGER) }]);
    const read = habitsOf([doc, other].flatMap((one) => one ?? []));
    expect(read.map(({ about, to }) => [about, to])).toEqual([
      ['urgency.cost', null],
      ['next.agreed', null],
      ['fit.owner', '2026-11-20'],
    ]);
  });

  it('come through the door with their days, and not without', () => {
    expect(checkOp(habitOp(1, 'x', habit('fit.owner')))).toHaveProperty('op');
    expect(checkOp(habitOp(1, 'x', habit('fit.owner', 'soon')))).toMatchObject({ flaw: { field: 'value.from' } });
    expect(checkOp({ ...habitOp(1, 'x', null), subject: DEAL })).toHaveProperty('op');
  });
});

describe('how a habit goes', () => {
  it('is whether the question is firm where it is due, before the start and now', () => {
    const ops = [
      saw('2026-10-01', 'Discovery'),
      answered('2026-10-02', 12, 'fit.owner', { rung: 'guess' }),
      answered('2026-11-15', 12, 'fit.owner', { rung: 'said' }),
    ];
    expect(habitCount(logOf(ops), habit('fit.owner'), TODAY, NOW)).toEqual({
      before: { good: 0, of: 1 },
      since: { good: 1, of: 1 },
    });
    // Not due yet, not worked on any more, not there yet: it says nothing.
    expect(habitCount(logOf(ops), habit('commit.decision'), TODAY, NOW).since.of).toBe(0);
    const lost = [...ops, saw('2026-11-20', 'Closed Lost')];
    expect(habitCount(logOf(lost), habit('fit.owner'), TODAY, NOW).since.of).toBe(0);
    expect(habitCount(logOf(ops), habit('fit.owner', '2026-10-01'), TODAY, NOW).before.of).toBe(0);
  });

  it('is for promises what fell due since, against as long before, a month at least', () => {
    const due = (day: string, state: 'kept' | 'open') => {
      const value = promise({ due: day, state, closedOn: state === 'kept' ? day : null });
      return op(noon(TODAY) + Number(value.id.slice(1)), { kind: 'promise.set', key: promiseKey(value.id), value });
    };
    const ops = [due('2026-09-01', 'open'), due('2026-10-20', 'open'), due('2026-11-12', 'kept')];
    expect(habitWindow(habit('promises.kept'), TODAY)).toEqual({ before: '2026-10-11', until: TODAY });
    expect(habitCount(logOf(ops), habit('promises.kept'), TODAY, NOW)).toEqual({
      before: { good: 0, of: 1 },
      since: { good: 1, of: 1 },
    });
    const ended = habit('promises.kept', '2026-11-10', addDays('2026-11-10', 1));
    expect(habitCount(logOf(ops), ended, TODAY, NOW).since.of).toBe(0);
  });

  it('adds up over deals', () => {
    const one = { before: { good: 1, of: 2 }, since: { good: 3, of: 4 } };
    expect(sumCounts([one, one])).toEqual({ before: { good: 2, of: 4 }, since: { good: 6, of: 8 } });
  });
});
