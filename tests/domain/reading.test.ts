import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELDS, type RawDeal } from '../../lib/domain/deal';
import {
  fieldHealth,
  isLost,
  LOST_AFTER,
  noteReading,
  reportText,
  type SiteHealth,
  sameHealth,
  siteHealthSchema,
  tellLost,
} from '../../lib/domain/reading';

const NOW = Date.UTC(2026, 10, 22, 9);

/** What a page shows: these fields, all from one place. */
const shown = (...fields: string[]) =>
  Object.fromEntries(
    FIELDS.map((field) => [field, fields.includes(field) ? { text: 'x', from: 'detail' } : null]),
  ) as RawDeal['fields'];

const look = (health: SiteHealth, id: number, ...fields: string[]) =>
  noteReading(health, `odoo:acme:${id}`, shown(...fields), NOW + id);

describe('a field that stops being readable', () => {
  it('is lost on the third deal in a row, and told of once', () => {
    let health = look({}, 1, 'name', 'stage');
    for (const id of [2, 3]) {
      health = look(health, id, 'name');
      expect(tellLost(health).lost).toEqual([]);
    }
    health = look(health, 4, 'name');
    const { lost, told } = tellLost(health);
    expect(lost).toEqual(['stage']);
    expect(tellLost(told).lost).toEqual([]);
    expect(tellLost(look(told, 5, 'name')).lost).toEqual([]);
    expect(isLost(fieldHealth(told, 'stage'))).toBe(true);
  });

  it('is not lost by many looks at one deal, nor where it was never read', () => {
    let health = look({}, 1, 'name', 'stage');
    for (let again = 0; again < 10; again++) health = look(health, 2, 'name');
    expect(isLost(fieldHealth(health, 'stage'))).toBe(false);
    for (let id = 3; id < 9; id++) health = look(health, id, 'name');
    expect(isLost(fieldHealth(health, 'amount'))).toBe(false);
  });

  it('is found again by one reading, and can then be told of anew', () => {
    let health = look({}, 1, 'name', 'stage');
    for (const id of [2, 3, 4]) health = look(health, id, 'name');
    health = look(tellLost(health).told, 4, 'name', 'stage');
    expect(isLost(fieldHealth(health, 'stage'))).toBe(false);
    for (const id of [5, 6, 7]) health = look(health, id, 'name');
    expect(tellLost(health).lost).toEqual(['stage']);
  });

  it('is lost if and only if the last looks at three different deals lacked it', () => {
    const looks = fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.boolean()), { maxLength: 20 });
    fc.assert(
      fc.property(looks, (all) => {
        let health: SiteHealth = {};
        for (const [id, reads] of all) health = look(health, id, ...(reads ? ['stage'] : []));
        const last = all.findLastIndex(([, reads]) => reads);
        const since = new Set(all.slice(last + 1).map(([id]) => id));
        expect(isLost(fieldHealth(health, 'stage'))).toBe(last >= 0 && since.size >= LOST_AFTER);
        expect(siteHealthSchema.parse(health)).toEqual(health);
      }),
    );
  });

  it('is not written anew for each look', () => {
    const health = look({}, 1, 'name');
    expect(sameHealth(health, look(health, 2, 'name'))).toBe(false);
    const whole = look({}, 1, ...FIELDS);
    expect(sameHealth(whole, look(whole, 2, ...FIELDS))).toBe(true);
    expect(sameHealth(whole, noteReading(whole, 'odoo:acme:2', shown(...FIELDS), NOW + 7_200_000))).toBe(false);
  });
});

it('a report says how a page is read, and neither whose nor what', () => {
  let health = look({}, 1, 'name', 'stage');
  health = look(health, 2, 'name');
  const outline = [{ field: 'stage' as const, places: [{ from: 'path', found: 4, shown: 1, tags: 'ul>li' }] }];
  const text = reportText({ app: '0.1.0', browser: 'Chrome 150', crm: 'odoo', health, outline }, NOW + 3 * 86_400_000);
  expect(text).toBe(
    [
      'Footing 0.1.0, Chrome 150, CRM: odoo',
      'Fields:',
      '- name: last read 2 d ago (detail)',
      '- account: never read, missing on 2 since',
      '- stage: last read 2 d ago (detail), missing on 1 since',
      '- amount: never read, missing on 2 since',
      '- closeDate: never read, missing on 2 since',
      '- owner: never read, missing on 2 since',
      'This page:',
      '- stage',
      '  - path: 4 found, 1 with text (ul>li)',
      '',
    ].join('\n'),
  );
});
