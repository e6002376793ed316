import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answer, freshAnswer, RUNGS, type Rung, type Verdict } from '../../lib/domain/answer';
import { calibrate, claimsOf } from '../../lib/domain/calibration';
import { asksPremortem, closingOf, premortemsOf } from '../../lib/domain/close';
import { foldOps } from '../../lib/domain/fold';
import type { Op } from '../../lib/domain/op';
import { flawOf } from '../../lib/domain/op-check';
import { PHASES } from '../../lib/domain/phase';
import { MANAGER, ME, op } from './ops';

const DAY = 86_400_000;
const START = Date.UTC(2026, 8, 1, 9);

const answer = (verdict: Verdict, rung: Rung | null): Answer => ({ ...freshAnswer(verdict, '2026-09-01'), rung });
const answered = (day: number, verdict: Verdict, rung: Rung | null, rest: Partial<Op> = {}) =>
  op(START + day * DAY, { value: answer(verdict, rung), ...rest });
const ended = (outcome = 'won') =>
  op(START + 90 * DAY, { kind: 'outcome.set', key: 'outcome', value: outcome, version: null });

const held = (...ops: Op[]) =>
  Object.fromEntries(
    calibrate(claimsOf({ ops: [...ops, ended()], authors: [ME], offset: 0 }))
      .filter(({ held: is, fell }) => is + fell > 0)
      .map(({ rung, held: is, fell }) => [rung, `${is} of ${is + fell}`]),
  );

describe('calibration', () => {
  it('counts a yes that stood to the end as held, at its rung', () => {
    expect(held(answered(0, 'yes', 'said'))).toEqual({ said: '1 of 1' });
  });

  it('counts a yes that became less than one as fallen', () => {
    for (const [verdict, rung] of [
      ['partly', 'said'],
      ['no', 'said'],
      ['unknown', null],
    ] as const) {
      expect(held(answered(0, 'yes', 'sign'), answered(9, verdict, rung))).toEqual({ sign: '0 of 1' });
    }
  });

  it('counts a guess that they said themselves later as held, and the later claim by itself', () => {
    expect(held(answered(0, 'yes', 'guess'), answered(9, 'yes', 'said'))).toEqual({ guess: '1 of 1', said: '1 of 1' });
    const fell = held(answered(0, 'yes', 'guess'), answered(9, 'yes', 'said'), answered(20, 'no', 'said'));
    expect(fell).toEqual({ guess: '1 of 1', said: '0 of 1' });
  });

  it('passes over what did not outlive its day, what was corrected, and what was taken back', () => {
    expect(held(answered(0, 'yes', 'guess'), answered(0.1, 'yes', 'said'))).toEqual({ said: '1 of 1' });
    expect(held(answered(0, 'yes', 'shown'), answered(9, 'yes', 'said'))).toEqual({ said: '1 of 1' });
    expect(held(answered(0, 'yes', 'said'), op(START + 9 * DAY, { value: null }))).toEqual({});
    expect(held(answered(0, 'yes', 'said'), answered(9, 'notApplicable', null))).toEqual({});
  });

  it('believes who says at close that it turned out otherwise, of the revision that stood then', () => {
    const said = answered(0, 'yes', 'said');
    const otherwise = (of: Op) =>
      op(START + 91 * DAY, { kind: 'otherwise.set', key: 'otherwise:fit.owner', value: { answer: of.id } });
    expect(held(said, otherwise(said))).toEqual({ said: '0 of 1' });
    expect(held(said, answered(20, 'yes', 'said'), otherwise(said))).toEqual({ said: '1 of 1' });
  });

  it('counts nothing of a deal whose end nobody told, nor what another person said', () => {
    const mine = answered(0, 'yes', 'said');
    expect(claimsOf({ ops: [mine], authors: [ME], offset: 0 })).toEqual([]);
    expect(held(answered(0, 'yes', 'said', { by: MANAGER }))).toEqual({});
  });

  it('gives a rate from five cases on', () => {
    const claims = (many: number) =>
      Array.from({ length: many }, (_, index) => ({
        ops: [answered(0, 'yes', 'said'), ...(index === 0 ? [answered(9, 'no', 'said')] : []), ended()],
        authors: [ME],
        offset: 0,
      })).flatMap(claimsOf);
    expect(calibrate(claims(4)).find(({ rung }) => rung === 'said')).toMatchObject({ held: 3, fell: 1, rate: null });
    expect(calibrate(claims(5)).find(({ rung }) => rung === 'said')).toMatchObject({ held: 4, fell: 1, rate: 0.8 });
  });

  it('has at most one case for each revision, whatever their order', () => {
    const claim = fc.record({
      day: fc.integer({ min: 0, max: 80 }),
      verdict: fc.constantFrom<Verdict>('yes', 'partly', 'no', 'unknown'),
      rung: fc.constantFrom<Rung>(...RUNGS),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(claim, { selector: ({ day }) => day }),
        fc.infiniteStream(fc.nat()),
        (claims, random) => {
          const ops = [...claims.map(({ day, verdict, rung }) => answered(day, verdict, rung)), ended()];
          const log = { ops, authors: [ME], offset: 0 };
          const counts = calibrate(claimsOf(log));
          const cases = counts.reduce((sum, { held: is, fell }) => sum + is + fell, 0);
          expect(cases).toBeLessThanOrEqual(claims.filter(({ verdict }) => verdict === 'yes').length);
          const [key] = random;
          const shuffled = ops.toSorted(
            (a, b) => ((a.id.charCodeAt(8) * (key ?? 1)) % 7) - ((b.id.charCodeAt(8) * (key ?? 1)) % 7),
          );
          expect(calibrate(claimsOf({ ...log, ops: shuffled }))).toEqual(counts);
        },
      ),
    );
  });
});

describe('at close', () => {
  it('keeps each line with whose word it is, and passes over what it cannot read', () => {
    const told = { text: 'The audit in March', from: 'customer', who: 'Ana Ruiz' };
    const doc = foldOps([
      ended('noDecision'),
      op(START + 91 * DAY, { kind: 'close.told', key: 'close:started', value: told }),
      op(START + 92 * DAY, { kind: 'close.told', key: 'close:nearly', value: { text: 7 } }),
    ]);
    expect(doc && closingOf(doc, [ME])).toEqual({
      outcome: 'noDecision',
      lines: { started: told },
      otherwise: {},
    });
    expect(doc && closingOf(doc, [MANAGER]).outcome).toBeNull();
  });

  it('lets no op in that says something else', () => {
    const news = { subject: 'salesforce:acme:1', version: null };
    expect(flawOf({ ...news, kind: 'outcome.set', key: 'outcome', value: 'draw' })).not.toBeNull();
    expect(flawOf({ ...news, kind: 'outcome.set', key: 'outcome', value: 'lost' })).toBeNull();
    expect(flawOf({ ...news, kind: 'close.told', key: 'close:started', value: { text: 'x' } })).not.toBeNull();
  });

  it('opens every pre-mortem of these people, oldest first', () => {
    const sealed = (day: number, reason: string, by = ME) =>
      op(START + day * DAY, { kind: 'premortem.sealed', key: 'premortem', value: { reason }, by });
    const ops = [sealed(5, 'no budget'), sealed(1, 'they build it themselves'), sealed(2, 'not mine', MANAGER)];
    expect(premortemsOf(ops, [ME]).map(({ reason }) => reason)).toEqual(['they build it themselves', 'no budget']);
  });

  it('asks for one from the proposal on, while the deal is open', () => {
    expect(PHASES.filter(asksPremortem)).toEqual(['propose', 'commit']);
  });
});
