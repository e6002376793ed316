/** What a taught address pattern takes for a deal, and what is proposed from one address. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namedIn } from '../../lib/crm/address';
import { asPattern, proposalsFor, rulesOf } from '../../lib/crm/address-pattern';

const HOST = 'https://crm.acme.example';
const UUID = '3f2b8a5e-0c1d-4e7f-9a6b-5c4d3e2f1a0b';
const at = (path: string) => new URL(HOST + path);

/** The id that `other` names, by what is proposed first for `taught`. */
const idAt = (taught: string, other: string) => {
  const [best] = proposalsFor(at(taught));
  return best ? (namedIn(rulesOf(best.address), at(other))?.id ?? null) : 'nothing proposed';
};

describe('an address that a person teaches', () => {
  const cases: [from: string, pattern: string, id: string][] = [
    ['/deals/12', '/deals/{id}', '12'],
    ['/app/deals/12/overview?tab=2', '/app/deals/{id}', '12'],
    ['/contacts/4711/record/0-3/998877', '/contacts/4711/record/0-3/{id}', '998877'],
    [`/object/opportunity/${UUID}`, '/object/opportunity/{id}', UUID],
    [
      `/main.aspx?appid=${UUID}&pagetype=entityrecord&etn=opportunity&id=${UUID}`,
      '/main.aspx?pagetype=entityrecord&etn=opportunity&id={id}',
      UUID,
    ],
    [
      '/index.php?module=Opportunities&action=DetailView&record=77',
      '/index.php?module=Opportunities&action=DetailView&record={id}',
      '77',
    ],
    ['/web#id=16&model=crm.lead&view_type=form', '/web#model=crm.lead&view_type=form&id={id}', '16'],
    ['/#Opportunity/view/6b0241b75eb13d8e9', '/#Opportunity/view/{id}', '6b0241b75eb13d8e9'],
    ['/#crm/model/sale.opportunity/1;name=x1&views=2', '/#crm/model/sale.opportunity/{id}', '1'],
    ['/crm/#/deals/D-2041/edit', '/crm#/deals/{id}', 'D-2041'],
  ];
  for (const [from, pattern, id] of cases) {
    it(`is proposed as ${pattern}`, () => {
      const [best] = proposalsFor(at(from));
      expect(best?.address.pattern).toBe(pattern);
      expect(best?.id).toBe(id);
      expect(idAt(from, from)).toBe(id);
    });
  }

  it('knows the next deal, in whatever order its parameters stand and whatever follows', () => {
    expect(idAt('/deals/12', '/deals/13/notes?x=1#y')).toBe('13');
    expect(idAt('/web#id=16&model=crm.lead', '/web#menu_id=4&model=crm.lead&cids=1&id=17')).toBe('17');
    expect(idAt('/i.php?module=Deals&record=7', '/i.php?record=8&return=1&module=Deals')).toBe('8');
    expect(idAt(`/o/${UUID}`, `/o/${UUID.toUpperCase()}?x`)).toBe(UUID);
  });

  it('is no other page: another kind of record, a list, a form for a new one, an id that goes on', () => {
    expect(idAt('/deals/12', '/contacts/12')).toBeNull();
    expect(idAt('/deals/12', '/deals')).toBeNull();
    expect(idAt('/deals/12', '/deals/new')).toBeNull();
    expect(idAt('/deals/12', '/deals/12x')).toBeNull();
    expect(idAt('/deals/12', '/old/deals/12')).toBeNull();
    expect(idAt('/i.php?module=Deals&record=7', '/i.php?module=Contacts&record=7')).toBeNull();
    expect(idAt('/i.php?module=Deals&record=7', '/i.php?module=Deals&old_record=7')).toBeNull();
    expect(idAt('/#Opportunity/view/6b0241b75eb13d8e9', '/#Contact/view/6b0241b75eb13d8e9')).toBeNull();
  });

  it('offers every part that may be the id, and nothing where there is none', () => {
    expect(proposalsFor(at('/a/12/b/34?record=56')).map(({ id }) => id)).toEqual(['56', '34', '12']);
    expect(proposalsFor(at('/deals?view=board'))).toEqual([]);
  });

  it('may be typed over by a person, as long as one whole part of it is the id', () => {
    expect(asPattern(` ${HOST}/deals/{id} `, HOST)).toBe('/deals/{id}');
    expect(asPattern('*/deals/{id}', HOST)).toBe('/*/deals/{id}');
    for (const typed of ['/deals', '/deals/x{id}', '/deals/{id}/{id}', '/d eals/{id}', '', '{id', '/deals/{name}'])
      expect(asPattern(typed, HOST)).toBeNull();
    expect(namedIn(rulesOf({ pattern: '/*/deals/{id}', id: 'number' }), at('/eu/deals/5'))?.id).toBe('5');
  });

  it('always knows the address that it was made from, and its neighbour', () => {
    const word = fc.stringMatching(/^[a-z][a-z.]{0,8}$/);
    const number = fc.integer({ min: 1, max: 1e9 }).map(String);
    const path = fc.tuple(fc.array(word, { minLength: 1, maxLength: 4 }), number);
    fc.assert(
      fc.property(path, number, fc.constantFrom('/', '/#', '/x#/'), ([parts, id], next, lead) => {
        const address = (record: string) => `${lead}${parts.join('/')}/${record}`;
        expect(idAt(address(id), address(id))).toBe(id);
        expect(idAt(address(id), address(next))).toBe(next);
      }),
    );
  });

  it('is only compared, never run: what is typed has no power over the expression', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (typed) => {
        const pattern = asPattern(`/${typed}/{id}`, HOST);
        if (pattern) expect(() => namedIn(rulesOf({ pattern, id: 'code' }), at('/deals/12'))).not.toThrow();
      }),
    );
  });
});
