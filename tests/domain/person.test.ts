import { describe, expect, it } from 'vitest';
import { foldOps } from '../../lib/domain/fold';
import { personKey } from '../../lib/domain/habit';
import { NAME_KEY } from '../../lib/domain/op';
import { dealsOf, ME as me, peopleOf } from '../../lib/domain/person';
import { MANAGER, ME, op } from './ops';
import { rowOf } from './rows';

const SELLER = 'c'.repeat(16);

describe('people', () => {
  it('are me first, then sellers by name; several ids with one name are one person', () => {
    const rows = [
      rowOf({ seller: ME }),
      rowOf({ seller: SELLER, owner: 'Kim Lee' }),
      rowOf({ seller: SELLER, owner: 'Kim Lee' }),
      rowOf({ seller: SELLER, owner: 'Jo Novak' }),
      rowOf({ seller: MANAGER, owner: 'Kim Lee' }),
      rowOf({ seller: 'd'.repeat(16), owner: 'Ana Silva' }),
      rowOf({ seller: 'e'.repeat(16), owner: null }),
      rowOf({ seller: null, owner: 'Nobody answered' }),
    ];
    const people = peopleOf(rows, [ME], []);
    expect(people.map(({ name, authors }) => [name, authors.length])).toEqual([
      [null, 1],
      ['Ana Silva', 1],
      ['Kim Lee', 2],
      [null, 1],
    ]);
    expect(people[0]?.id).toBe(me);
    expect(people.map((person) => dealsOf(rows, person).length)).toEqual([1, 1, 4, 1]);
  });

  it('are called what they call themselves, whoever owns their deals', () => {
    const named = op(1, { kind: 'person.named', subject: personKey(SELLER), key: NAME_KEY, value: 'Jo', by: SELLER });
    const doc = foldOps([named]);
    const people = peopleOf([rowOf({ seller: SELLER, owner: 'Kim Lee' })], [ME], doc ? [doc] : []);
    expect(people.map(({ name }) => name)).toEqual([null, 'Jo']);
  });
});
