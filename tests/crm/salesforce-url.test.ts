import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adapterAt } from '../../lib/crm/index';
import { longId } from '../../lib/crm/record-id';
import { MATCHES, salesforce } from '../../lib/crm/salesforce';
import { dealHint, isList } from '../../lib/crm/salesforce-hint';

const ID = '0064F000006lAKhQAM';
const ACME = 'https://acme.lightning.force.com';
const at = (url: string) => salesforce.place(new URL(url));
const deal = (org: string, id = ID) => ({ kind: 'deal', key: `salesforce:${org}:${id}` });
const list = { kind: 'list' };
const packed = (data: unknown) => btoa(JSON.stringify(data));

describe('an address of a deal', () => {
  const paths: [string, string][] = [
    ['with its object', `/lightning/r/Opportunity/${ID}/view`],
    ['with a slash at its end', `/lightning/r/Opportunity/${ID}/view/`],
    ['with nothing after the id', `/lightning/r/Opportunity/${ID}`],
    ['without its object', `/lightning/r/${ID}/view`],
    ['with the object that stands for any', `/lightning/r/sObject/${ID}/view`],
    ['with an object in lower case', `/lightning/r/opportunity/${ID}/view`],
    ['with an object in capitals', `/lightning/r/OPPORTUNITY/${ID}/view`],
    ['with the object that stands for any, in another case', `/lightning/r/SObject/${ID}/view`],
    ['with an id in small letters', `/lightning/r/Opportunity/${ID.toLowerCase()}/view`],
    ['with an id in capitals', `/lightning/r/Opportunity/${ID.toUpperCase()}/view`],
    ['being edited', `/lightning/r/Opportunity/${ID}/edit?count=1`],
    ['with 15 characters', `/lightning/r/Opportunity/0064F000006lAKh/view`],
    ['within an app', `/lightning/app/06m7Q0000001l7SQAQ/r/Opportunity/${ID}/view`],
    ['within an app, without its object', `/lightning/app/06m7Q0000001l7SQAQ/r/${ID}/view`],
    ['within an app by name', `/lightning/app/standard__LightningSales/r/Opportunity/${ID}/view`],
    ['of a related list', `/lightning/r/${ID}/related/Home_Assessments__r/view`],
    ['of a related list, with its object', `/lightning/r/Opportunity/${ID}/related/OpportunityContactRoles/view`],
    ['in a console', `/lightning/r/Opportunity/${ID}/view?ws=%2Flightning%2Fr%2FAccount%2F0017Q00000AbCdEQAV%2Fview`],
    [
      'of a related list in a console',
      `/lightning/r/${ID}/related/Home_Assessments__r/view?ws=%2Flightning%2Fr%2FOpportunity%2F${ID}%2Fview`,
    ],
    ['with a broken query', `/lightning/r/Opportunity/${ID}/view?x=%E0%A4%A`],
    ['with a query and a hash', `/lightning/r/Opportunity/${ID}/view?0.source=alohaHeader#top`],
    ['with a broken hash', `/lightning/r/Opportunity/${ID}/view#%E0%A4%A`],
    ['of before Spring 18', `/one/one.app#/sObject/${ID}/view`],
    ['of before Spring 18, with a query', `/one/one.app?source=alohaHeader#/sObject/${ID}/view`],
    ['of before Spring 18, with 15 characters', '/one/one.app#/sObject/0064F000006lAKh/view?t=1'],
    [
      'packed, of a record',
      `/one/one.app#${packed({ componentDef: 'force:recordHome', attributes: { recordId: ID } })}`,
    ],
    [
      'packed, of a related list',
      `/one/one.app#${packed({ componentDef: 'force:relatedList', attributes: { parentRecordId: ID, name: 'Products' } })}`,
    ],
    [
      'packed, of a page about it',
      `/one/one.app#${packed({ componentDef: 'one:alohaPage', attributes: { address: `${ACME}/apex/Quote?a=1&id=${ID}` } })}`,
    ],
    [
      'packed, of a record that belongs to another',
      `/one/one.app#${packed({ attributes: { parentRecordId: '0034F000006lAKhQAM', recordId: ID } })}`,
    ],
    [
      'packed and percent-encoded',
      `/one/one.app#${encodeURIComponent(packed({ attributes: { recordId: '0064F000006lAKh' }, state: {} }))}`,
    ],
  ];
  for (const [name, path] of paths) {
    it(`is known ${name}`, () => {
      expect(at(ACME + path)).toEqual(deal('acme'));
      // The page sees that there is something to ask about.
      expect(dealHint(new URL(ACME + path))).not.toBeNull();
    });
  }
});

describe('an address of a list of deals', () => {
  for (const path of [
    '/lightning/o/Opportunity/list?filterName=Recent',
    '/lightning/o/Opportunity/list',
    '/lightning/o/Opportunity/home',
    '/lightning/o/Opportunity/pipelineInspection?filterName=00B4F000006lAKhUAM',
    '/lightning/app/06m7Q0000001l7SQAQ/o/Opportunity/list?filterName=Recent',
    '/one/one.app#/sObject/Opportunity/list?filterName=Recent',
    '/one/one.app#/sObject/Opportunity/home',
  ]) {
    it(`is known: ${path}`, () => expect(at(ACME + path)).toEqual(list));
  }
});

describe('no deal and no list', () => {
  for (const path of [
    '/',
    '/lightning',
    '/lightning/page/home',
    '/lightning/page/home#%E0%A4%A',
    '/lightning/setup/SetupOneHome/home',
    '/lightning/setup/ObjectManager/Opportunity/FieldsAndRelationships/view',
    `/lightning/r/Contact/0034F000006lAKhQAM/view?ws=%2Flightning%2Fr%2FOpportunity%2F${ID}%2Fview`,
    `/lightning/r/Contact/${ID}/view`,
    `/lightning/r/OpportunityLineItem/00k4F000006lAKhQAM/view`,
    `/lightning/r/Opportunity__c/a004F000006lAKhQAM/view`,
    '/lightning/r/Opportunity/0014F000006lAKhQAM/view',
    '/lightning/r/0014F000006lAKhQAM/view',
    '/lightning/r/Opportunity/0064F000006lAK/view',
    '/lightning/r/Opportunity/0064F000006lAKhQ/view',
    '/lightning/r/Opportunity/0064F000006lAKhQAMx/view',
    '/lightning/r/Opportunity/0064F0000_6lAKh/view',
    '/lightning/r/Opportunity/%E0%A4%A/view',
    '/lightning/r/Opportunity/0064F00000%36lAKh/view',
    '/lightning/o/Opportunity/new?count=1',
    `/lightning/o/Opportunity/${ID}`,
    '/lightning/o/OpportunityLineItem/list',
    '/lightning/o/Account/list?filterName=Opportunity',
    `/lightning/n/Forecast?id=${ID}`,
    `/lightning/n/Forecast#?id=${ID}`,
    `/lightning/page/home#${packed({ attributes: { recordId: ID } })}`,
    `/lightning/cmp/c__quote?c__url=/lightning/r/Opportunity/${ID}/view`,
    `/x/lightning/r/Opportunity/${ID}/view`,
    '/one/one.app#/home',
    '/one/one.app#/sObject/0034F000006lAKhQAM/view',
    '/one/one.app#%E0%A4%A',
    '/one/one.app#!!!',
    `/one/one.app#${packed({ attributes: { recordId: '0034F000006lAKhQAM' } })}`,
    `/one/one.app#${packed({ attributes: { relatedRecordId: ID, recordId: '0034F000006lAKhQAM' } })}`,
    `/one/one.app#${packed({ attributes: { recordId: '0034F000006lAKhQAM', relatedRecordId: ID } })}`,
    '/lightning/r/Opportunity/0064F000006lAKhQAL/view',
    `/one/one.app#${packed(`name ${ID}`)}`,
    `/${ID}`,
  ]) {
    it(`is seen in ${path}`, () => expect(at(ACME + path)).toBeNull());
  }
});

describe('a host', () => {
  const hosts: [string, string][] = [
    ['acme.lightning.force.com', 'acme'],
    ['ACME.lightning.force.com', 'acme'],
    ['acme.lightning.force.com.mcas.ms', 'acme'],
    ['acme--uat.sandbox.lightning.force.com', 'acme--uat.sandbox'],
    ['acme--uat.sandbox.lightning.force.com.mcas.ms', 'acme--uat.sandbox'],
    ['acme--uat.lightning.force.com', 'acme--uat'],
    ['acme-dev-ed.develop.lightning.force.com', 'acme-dev-ed.develop'],
    ['acme.scratch.lightning.force.com', 'acme.scratch'],
    ['acme.patch.lightning.force.com', 'acme.patch'],
    ['acme.demo.lightning.force.com', 'acme.demo'],
    ['acme.free.lightning.force.com', 'acme.free'],
    ['acme.trailblaze.lightning.force.com', 'acme.trailblaze'],
    ['acme.lightning.crmforce.mil', 'acme.crmforce.mil'],
    ['acme.lightning.force.mil', 'acme.force.mil'],
    ['acme.lightning.sfcrmapps.cn', 'acme.sfcrmapps.cn'],
    ['acme.my-lightning.com', 'acme.my-lightning.com'],
  ];
  for (const [host, org] of hosts) {
    it(`names its org: ${host}`, () => {
      expect(at(`https://${host}/lightning/r/Opportunity/${ID}/view`)).toEqual(deal(org));
      expect(adapterAt(new URL(`https://${host}/`), [])).toBe(salesforce);
    });
  }

  for (const host of [
    'lightning.force.com.evil.example',
    'acme.lightning.force.com.evil.example',
    'acmelightning.force.com',
    'lightning.force.com',
    'acme.lightning.force.com.mcas.ms.evil.example',
    'acme.force.com',
    'acme.my.salesforce.com',
    'acme.lightning.force.co',
    'xmy-lightning.com',
    'my-lightning.com',
    'acme.lightning.example.com',
    'localhost',
  ]) {
    it(`is none of Salesforce Lightning's: ${host}`, () => {
      expect(at(`https://${host}/lightning/r/Opportunity/${ID}/view`)).toBeNull();
      expect(adapterAt(new URL(`https://${host}/`), [])).toBeNull();
    });
  }

  it('counts only over a secure connection', () => {
    expect(at(`http://acme.lightning.force.com/lightning/r/Opportunity/${ID}/view`)).toBeNull();
  });

  it('is in the match patterns of the adapter that knows it', () => {
    for (const pattern of MATCHES) {
      expect(adapterAt(new URL(pattern.replace('*.', 'acme.').replace('/*', '/')), [])).toBe(salesforce);
    }
  });
});

describe('a record id', () => {
  for (const [short, check] of [
    ['0067Q00000ARuZX', 'QA1'],
    ['0068c00000qgKWW', 'AA2'],
    ['0064F000006lAKh', 'QAM'],
    ['006Ts00000V5K5t', 'IAF'],
  ] as const) {
    it(`gets its last three characters: ${short}`, () => expect(longId(short)).toBe(short + check));
  }

  const short = fc.stringMatching(/^006[0-9A-Za-z]{12}$/);

  it('keeps its case, and two that differ in case alone stay two', () => {
    fc.assert(
      fc.property(short, (id) => {
        const long = longId(id) ?? '';
        expect(long.slice(0, 15)).toBe(id);
        expect(long).toMatch(/^[0-9A-Za-z]{15}[A-Z0-5]{3}$/);
        const swapped = id.replace(/[A-Za-z]/g, (c) => (c < 'a' ? c.toLowerCase() : c.toUpperCase()));
        if (swapped !== id) expect(longId(swapped)?.slice(15)).not.toBe(long.slice(15));
      }),
    );
  });

  it('gets its case back from its last three characters', () => {
    fc.assert(
      fc.property(short, (id) => {
        const long = longId(id) ?? '';
        for (const lost of [long, long.toLowerCase(), long.toUpperCase()]) expect(longId(lost)).toBe(long);
      }),
    );
  });

  it('makes the same key in either form, and another in another org', () => {
    fc.assert(
      fc.property(short, (id) => {
        const key = at(`${ACME}/lightning/r/${id}/view`);
        expect(at(`${ACME}/lightning/r/Opportunity/${longId(id)}/view`)).toEqual(key);
        expect(at(`https://globex.lightning.force.com/lightning/r/${id}/view`)).not.toEqual(key);
      }),
    );
  });
});

it('no address makes it throw', () => {
  fc.assert(
    fc.property(fc.webPath(), fc.webQueryParameters(), fc.webFragments(), (path, query, hash) => {
      for (const root of ['', '/one/one.app', '/lightning/r', '/lightning/r/Opportunity/006']) {
        at(`${ACME}${root}${path}?${query}#${hash}`);
      }
    }),
  );
});

describe('what a page tells by itself', () => {
  const hint = (path: string) => dealHint(new URL(ACME + path));

  it('is the same for both forms of an id, wherever it stands', () => {
    const ways = [`/lightning/r/Opportunity/${ID}/view`, `/lightning/r/${ID.slice(0, 15)}/view`];
    expect(new Set([...ways, `/one/one.app#/sObject/${ID}/view`].map(hint))).toEqual(new Set([ID.slice(0, 15)]));
  });

  it('is nothing on pages of other records and on lists', () => {
    const workspace = encodeURIComponent(`/lightning/r/Opportunity/${ID}/view`);
    for (const path of [
      `/lightning/r/Contact/0034F000006lAKhQAM/view?ws=${workspace}`,
      '/lightning/app/06m7Q0000001l7SQAQ/home',
      '/lightning/o/Opportunity/list?filterName=Recent',
      '/one/one.app#/home',
    ]) {
      expect(hint(path)).toBeNull();
    }
  });

  it('is where a board may be', () => {
    const lists = (path: string) => isList(new URL(ACME + path));
    expect(lists('/lightning/o/Opportunity/list?filterName=Recent')).toBe(true);
    expect(lists('/lightning/app/06m7Q0000001l7SQAQ/o/Opportunity/list')).toBe(true);
    expect(lists('/lightning/o/Lead/list')).toBe(false);
  });
});
