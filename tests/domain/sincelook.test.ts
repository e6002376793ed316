import { describe, expect, it } from 'vitest';
import type { Field } from '../../lib/domain/deal';
import type { Change } from '../../lib/domain/fold';
import { type LookInput, sinceLook } from '../../lib/domain/sincelook';
import { TODAY, workedExample } from './grounds';
import { kept, noon } from './kept';

function change(day: string, field: Field, from: string, to: string, pushed?: true): Change {
  return { at: noon(day), field, from, to, ...(pushed && { pushed }) };
}

function look(rest: Partial<LookInput>) {
  const ground = { ...workedExample, answers: {}, sightings: [] };
  return sinceLook({ changes: [], ground, lastLook: noon('2026-11-10'), now: noon(TODAY), offset: 0, ...rest });
}

describe('what changed since the last look', () => {
  it('is each field once, from what was seen then to what is there now', () => {
    const changes = [
      change('2026-11-09', 'stage', 'Prospecting', 'Qualification'),
      change('2026-11-11', 'owner', 'Kim', 'Lee'),
      change('2026-11-12', 'closeDate', '15 Dec', '31 Dec', true),
      change('2026-11-14', 'closeDate', '31 Dec', '31 Jan', true),
      change('2026-11-15', 'stage', 'Qualification', 'Discovery'),
      change('2026-11-16', 'name', 'Acme', 'Acme Ltd'),
    ];
    expect(look({ changes }).fields).toEqual([
      { field: 'stage', from: 'Qualification', to: 'Discovery', at: noon('2026-11-15'), pushes: 0 },
      { field: 'closeDate', from: '15 Dec', to: '31 Jan', at: noon('2026-11-14'), pushes: 2 },
      { field: 'owner', from: 'Kim', to: 'Lee', at: noon('2026-11-11'), pushes: 0 },
    ]);
  });

  it('is nothing where a field is back where it was, and at the first look', () => {
    const changes = [change('2026-11-12', 'stage', 'A', 'B'), change('2026-11-13', 'stage', 'B', 'A')];
    expect(look({ changes }).fields).toEqual([]);
    expect(look({ changes: changes.slice(0, 1), lastLook: null })).toEqual({ fields: [], gone: [] });
  });

  it('names answers that were firm then and have gone stale, or on recheck, since', () => {
    const answers = {
      'urgency.event': kept('yes', 'said', '2026-10-20'),
      'fit.owner': kept('yes', 'said', '2026-09-01'),
      'urgency.commitment': kept('yes', 'shown', '2026-11-05'),
      'fit.sweetSpot': kept('yes', 'said', '2026-11-05'),
    };
    const moved = { event: 'closeDate', at: noon('2026-11-15'), day: '2026-11-15', what: '', question: null } as const;
    const gone = look({ ground: { ...workedExample, answers, sightings: [moved] } }).gone;
    expect(gone.map(({ question, reason }) => [question.id, reason])).toEqual([
      ['urgency.event', 'recheck'],
      ['fit.sweetSpot', 'recheck'],
      ['urgency.commitment', 'recheck'],
    ]);
    const quiet = look({ ground: { ...workedExample, answers, sightings: [] } }).gone;
    expect(quiet.map(({ question, reason }) => [question.id, reason])).toEqual([['urgency.event', 'stale']]);
  });

  it('heals after a clock that had jumped a year ahead', () => {
    const changes = [change('2026-11-15', 'stage', 'A', 'B')];
    const ahead = look({ changes, lastLook: noon('2027-11-22') });
    expect(ahead).toEqual({ fields: [], gone: [] });
    expect(
      look({ changes: [change('2026-11-23', 'stage', 'A', 'B')], lastLook: noon('2027-11-22') }).fields,
    ).toHaveLength(1);
  });
});
