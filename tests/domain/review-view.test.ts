import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PHASES } from '../../lib/domain/phase';
import {
  COLUMNS,
  FLAGS,
  type Flag,
  GROUPS,
  isShown,
  type ReviewView,
  readView,
  SCREENS,
  TEAM,
  USUAL_VIEW,
  writeView,
} from '../../lib/domain/review-view';
import { rowOf } from './rows';

const inOrder = <T extends string>(all: readonly T[]) =>
  fc.subarray([...all]).map((some) => all.filter((one) => some.includes(one)));

const views: fc.Arbitrary<ReviewView> = fc.record({
  screen: fc.constantFrom(...SCREENS),
  search: fc.string({ unit: 'grapheme' }).map((text) => text.toWellFormed()),
  phases: inOrder(PHASES),
  owners: fc.uniqueArray(
    fc.string({ unit: 'grapheme', minLength: 1 }).map((text) => text.toWellFormed()),
    { maxLength: 3 },
  ),
  flags: inOrder(Object.keys(FLAGS) as Flag[]),
  closed: fc.boolean(),
  group: fc.constantFrom(...GROUPS),
  sort: fc.record({ by: fc.constantFrom(...COLUMNS), down: fc.boolean() }),
  columns: inOrder(COLUMNS).map((some) => COLUMNS.filter((one) => one === 'deal' || some.includes(one))),
  person: fc.constantFrom(null, 'me', TEAM, 'c'.repeat(16)),
  span: fc.constantFrom('month', 'quarter'),
  deal: fc.constantFrom(null, 'salesforce:acme:006000000000001AAA' as const),
  handing: fc.constantFrom(null, 'out', 'back', 'in', 'salesforce:acme:006000000000001AAA'),
  check: fc.option(
    fc.record({
      of: fc.constantFrom(1, 5, 50, 'salesforce:acme:006000000000001AAA' as const),
      seed: fc.integer({ min: 0, max: 0xffffff }),
    }),
  ),
});

describe('the address of a view', () => {
  it('is nothing for the usual one, and reads back as itself for any', () => {
    expect(writeView(USUAL_VIEW)).toBe('');
    expect(readView('')).toEqual(USUAL_VIEW);
    fc.assert(
      fc.property(views, (view) => {
        expect(readView(`#${writeView(view)}`)).toEqual(view);
      }),
    );
  });

  it('is short and plain', () => {
    const view: ReviewView = { ...USUAL_VIEW, phases: ['propose', 'commit'], group: 'owner', flags: ['moved'] };
    expect(writeView(view)).toBe('phase=propose%2Ccommit&only=moved&group=owner');
  });

  it('never throws, and passes over what it does not know', () => {
    fc.assert(fc.property(fc.string(), (text) => void readView(text)));
    expect(
      readView(
        '#sort=-colour&group=tribe&phase=later&only=red&deal=nonsense&check=9999&draw=xx&view=stars&person=boss&by=day',
      ),
    ).toEqual(USUAL_VIEW);
  });
});

describe('a filter', () => {
  const view = (change: Partial<ReviewView>) => ({ ...USUAL_VIEW, ...change });

  it('leaves closed deals out until they are asked for', () => {
    const won = rowOf({ phase: 'closed', step: 'won' });
    expect(isShown(won, USUAL_VIEW)).toBe(false);
    expect(isShown(won, view({ closed: true }))).toBe(true);
    expect(isShown(won, view({ phases: ['closed'] }))).toBe(true);
  });

  it('takes one phase or the other, one owner or the other, and every mark', () => {
    const row = rowOf({ phase: 'propose', owner: 'Kim', pushes: 2, confirmed: null });
    expect(isShown(row, view({ phases: ['discover', 'propose'], owners: ['Lee', 'Kim'] }))).toBe(true);
    expect(isShown(row, view({ owners: ['Lee'] }))).toBe(false);
    expect(isShown(row, view({ flags: ['moved', 'noEvidence'] }))).toBe(true);
    expect(isShown(row, view({ flags: ['moved', 'overridden'] }))).toBe(false);
  });

  it('finds every word, in any order, with or without accents', () => {
    const row = rowOf({ name: 'Pumpen für Köln', account: 'Müller AG', owner: 'Kim Lee' });
    for (const search of ['koln', 'KÖLN müller', 'lee  pumpen', ' ']) expect(isShown(row, view({ search }))).toBe(true);
    for (const search of ['koln berlin', 'mueller']) expect(isShown(row, view({ search }))).toBe(false);
  });
});
