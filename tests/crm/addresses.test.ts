/** The addresses of every CRM but Salesforce Lightning, whose own test has its forms. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AdapterId } from '../../lib/crm/adapter';
import { namedIn } from '../../lib/crm/address';
import { adapterAt, adapters, dealOf, likelyAt } from '../../lib/crm/index';

const GUID = '0f8fad5b-d9cb-469f-a165-70867728950e';
const DYNAMICS = 'https://org.crm4.dynamics.com/main.aspx';

const at = (crm: AdapterId, address: string) =>
  dealOf(address, [{ origin: new URL(address).origin, crm }]) ??
  (adapters.find(({ id }) => id === crm)?.place(new URL(address))?.kind || null);

const table: [AdapterId, address: string, is: string | null][] = [
  ['classic', 'https://acme.my.salesforce.com/0064F000006lAKh', 'salesforce:acme:0064F000006lAKhQAM'],
  ['classic', 'https://acme.my.salesforce.com/0064F000006lAKhQAM/e?x=1', 'salesforce:acme:0064F000006lAKhQAM'],
  [
    'classic',
    'https://acme--uat.sandbox.my.salesforce.com/0064F000006lAKh',
    'salesforce:acme--uat.sandbox:0064F000006lAKhQAM',
  ],
  ['classic', 'https://acme.my.salesforce.mil/0064F000006lAKh', 'salesforce:acme.crmforce.mil:0064F000006lAKhQAM'],
  ['classic', 'https://acme.my-salesforce.com/0064F000006lAKh', 'salesforce:acme.my-lightning.com:0064F000006lAKhQAM'],
  ['classic', 'https://acme.my.salesforce.com.mcas.ms/0064F000006lAKh', 'salesforce:acme:0064F000006lAKhQAM'],
  ['classic', 'https://acme.my.salesforce.com/006/o', 'list'],
  ['classic', 'https://acme.my.salesforce.com/0014F000006lAKh', null],
  ['classic', 'https://acme.my.salesforce.com/0064F000006lAKhQAL', null],
  ['classic', 'https://na1.salesforce.com/0064F000006lAKh', null],
  ['classic', 'https://my.salesforce.com.evil.example/0064F000006lAKh', null],
  ['hubspot', 'https://app-eu1.hubspot.com/contacts/1/record/0-3/2/?x=1', 'hubspot:1:2'],
  ['hubspot', 'https://app.hubspot.com/contacts/1/deal/2', 'hubspot:1:2'],
  ['hubspot', 'https://app.hubspot.com/contacts/1/record/0-3/2/view/1?eventId=9', 'hubspot:1:2'],
  ['hubspot', 'https://app.hubspot.com/contacts/1/objects/0-3/views/all/list', 'list'],
  ['hubspot', 'https://app.hubspot.com/contacts/1/record/0-1/2', null],
  ['hubspot', 'https://app.hubspot.com/reports/1?from=/contacts/1/record/0-3/2', null],
  ['hubspot', 'https://app.hubspot.com.evil.example/contacts/1/deal/2', null],
  [
    'dynamics',
    `${DYNAMICS}?appid=${GUID}&pagetype=entityrecord&etn=opportunity&id=${GUID}`,
    `dynamics:org.crm4.dynamics.com:${GUID}`,
  ],
  [
    'dynamics',
    `${DYNAMICS}?id=%7B${GUID.toUpperCase()}%7D&etn=opportunity&pagetype=entityrecord#1`,
    `dynamics:org.crm4.dynamics.com:${GUID}`,
  ],
  ['dynamics', `${DYNAMICS}?pagetype=entityrecord&etn=opportunity`, null],
  ['dynamics', `${DYNAMICS}?pagetype=entityrecord&etn=opportunityproduct&id=${GUID}`, null],
  ['dynamics', `${DYNAMICS}?pagetype=entityrecord&etn=lead&x=etn=opportunity&id=${GUID}`, null],
  ['dynamics', `${DYNAMICS}?pagetype=entityrecord&etn=opportunity&appid=${GUID}`, null],
  ['dynamics', `${DYNAMICS}?pagetype=entitylist&etn=opportunity&viewid=${GUID}`, 'list'],
  ['odoo', 'https://erp.acme.example/odoo/crm/16', 'odoo:erp.acme.example:16'],
  ['odoo', 'https://erp.acme.example/odoo/crm/16?debug=1', 'odoo:erp.acme.example:16'],
  ['odoo', 'https://erp.acme.example/odoo/action-310/16', 'odoo:erp.acme.example:16'],
  ['odoo', 'https://erp.acme.example/odoo/contacts/5/crm.lead/16', 'odoo:erp.acme.example:16'],
  ['odoo', 'http://localhost:8069/web#id=16&model=crm.lead&view_type=form', 'odoo:localhost~8069:16'],
  [
    'odoo',
    'http://localhost:8069/web?debug=1#cids=1&menu_id=2&model=crm.lead&view_type=form&id=16',
    'odoo:localhost~8069:16',
  ],
  ['odoo', 'http://localhost:8069/web#active_id=16&model=crm.lead&view_type=kanban', 'list'],
  ['odoo', 'http://localhost:8069/web#id=16&model=res.partner&view_type=form', null],
  ['odoo', 'https://erp.acme.example/odoo/crm', 'list'],
  ['odoo', 'https://erp.acme.example/odoo/crm/new', null],
  ['odoo', 'https://erp.acme.example/odoo/crm/16/res.partner/5', null],
  ['odoo', 'https://erp.acme.example/odoo/contacts/16', null],
  [
    'espocrm',
    'https://crm.acme.example/#Opportunity/view/6b0241b75eb13d8e9',
    'espocrm:crm.acme.example:6b0241b75eb13d8e9',
  ],
  ['espocrm', 'https://crm.acme.example/#Opportunity/list/primaryFilter=open', 'list'],
  ['espocrm', 'https://crm.acme.example/#Opportunity/create', null],
  ['espocrm', 'https://crm.acme.example/#Account/view/6b0241b75eb13d8e9', null],
  [
    'suitecrm',
    `https://crm.acme.example/index.php?module=Opportunities&action=DetailView&record=${GUID}`,
    `suitecrm:crm.acme.example:${GUID}`,
  ],
  [
    'suitecrm',
    `https://crm.acme.example/crm/index.php?offset=1&action=DetailView&module=Opportunities&record=${GUID}&return=1`,
    `suitecrm:crm.acme.example:${GUID}`,
  ],
  [
    'suitecrm',
    `https://crm.acme.example/#/opportunities/record/${GUID}?return_module=opportunities`,
    `suitecrm:crm.acme.example:${GUID}`,
  ],
  ['suitecrm', `https://crm.acme.example/index.php?module=Accounts&action=DetailView&record=${GUID}`, null],
  ['suitecrm', 'https://crm.acme.example/#/opportunities', 'list'],
  ['tryton', 'https://erp.acme.example/sao/#live/model/sale.opportunity/16', 'tryton:erp.acme.example/live:16'],
  [
    'tryton',
    'http://localhost:8000/#crm/model/sale.opportunity/1;name=%22Sale%20Opportunity%22&views=%5Bnull%5D',
    'tryton:localhost~8000/crm:1',
  ],
  ['tryton', 'https://erp.acme.example/#crm/model/sale.opportunity;name=%22Opportunities%22', 'list'],
  ['tryton', 'https://erp.acme.example/#crm/model/sale.opportunity/-1', null],
  ['tryton', 'https://erp.acme.example/#crm/model/sale.opportunity.line/1', null],
  ['tryton', 'https://erp.acme.example/#crm/model/party.party/1;name=%22sale.opportunity/1%22', null],
  ['twenty', `https://acme.twenty.com/object/opportunity/${GUID}`, `twenty:acme.twenty.com:${GUID}`],
  ['twenty', `https://acme.twenty.com/object/person/${GUID}`, null],
  ['twenty', 'https://acme.twenty.com/objects/opportunities', 'list'],
  ['pipedrive', 'https://acme.pipedrive.com/deal/12', 'pipedrive:acme.pipedrive.com:12'],
  ['pipedrive', 'https://acme.pipedrive.com/deals/user/everyone', 'list'],
  ['pipedrive', 'https://app.pipedrive.com/deal/12', null],
  ['zoho', 'https://crm.zoho.eu/crm/org1/tab/Potentials/2', 'zoho:1:2'],
  ['zoho', 'https://crm.zoho.com/crm/tab/Deals/2', 'zoho:crm.zoho.com:2'],
  ['zoho', 'https://crmsandbox.zoho.com/crm/org1/tab/Deals/2', 'zoho:crmsandbox.zoho.com/1:2'],
  ['zoho', 'https://crm.zoho.eu/crm/org1/tab/Potentials/custom-view/3/kanban', 'list'],
  ['zoho', 'https://crm.zoho.eu/crm/org1/tab/Contacts/2', null],
];

describe('an address', () => {
  for (const [crm, address, is] of table) it(`of ${crm}: ${address}`, () => expect(at(crm, address)).toBe(is));

  it('is of no deal on a site that is not turned on, or is another CRM’s', () => {
    for (const [crm, address] of table) {
      expect(dealOf(address, [])).toBeNull();
      expect(dealOf(address, [{ origin: 'https://elsewhere.example', crm }])).toBeNull();
      expect(dealOf(address, [{ origin: new URL(address).origin, crm: 'taught' }])).toBeNull();
    }
  });

  it('is told apart by the page as it is by the extension: the hint of a deal is in its key alone', () => {
    const deals = table.flatMap(([crm, address]) => {
      const { rules } = adapters.find(({ id }) => id === crm) ?? {};
      const named = rules && namedIn(rules, new URL(address));
      const key = at(crm, address);
      return named && key?.includes(':') ? [{ hint: named.hint, key: `${key}:` }] : [];
    });
    expect(deals.length).toBeGreaterThan(20);
    for (const { hint, key } of deals) expect(key).toContain(hint);
    for (const crm of ['odoo', 'hubspot', 'pipedrive', 'tryton', 'zoho'] as const) {
      const [, first] = table.find(([id, , is]) => id === crm && is?.includes(':')) ?? [];
      const { rules } = adapters.find(({ id }) => id === crm) ?? {};
      const longer = first?.replace(/(\d+)(\/\?x=1)?$/, '$10');
      const short = rules && namedIn(rules, new URL(first ?? ''));
      expect(`${longer && at(crm, longer)}:`).not.toContain(short?.hint);
    }
  });
});

it('an address looks like the CRM whose it is, be it turned on or not', () => {
  for (const [crm, address, is] of table) {
    const guess = likelyAt(new URL(address))?.id ?? null;
    if (is) expect(guess, address).toBe(crm);
  }
  expect(likelyAt(new URL('https://www.example.com/'))).toBeNull();
  // Its makers' host is enough.
  expect(likelyAt(new URL('https://app.hubspot.com/home'))?.id).toBe('hubspot');
});

it('the extension goes by the site’s CRM, and by Lightning’s addresses without one', () => {
  const sites = [{ origin: 'https://crm.acme.example', crm: 'odoo' }] as const;
  expect(adapterAt(new URL('https://crm.acme.example/web'), sites)?.id).toBe('odoo');
  expect(adapterAt(new URL('http://crm.acme.example/web'), sites)).toBeNull();
  expect(adapterAt(new URL('https://acme.lightning.force.com/'), sites)?.id).toBe('salesforce');
});

it('no address makes any adapter throw, or makes a key of another shape', () => {
  const roots = ['', '/odoo', '/web#', '/#Opportunity/view', '/contacts/1/record/0-3', '/main.aspx', '/crm/tab/Deals'];
  const origins = table.map(([, address]) => new URL(address).origin);
  fc.assert(
    fc.property(
      fc.constantFrom(...origins),
      fc.constantFrom(...roots),
      fc.webPath(),
      fc.webQueryParameters(),
      fc.webFragments(),
      (origin, root, path, query, hash) => {
        const url = new URL(`${origin}${root}${path}?${query}#${hash}`);
        for (const adapter of adapters) {
          const place = adapter.place(url);
          if (place?.kind === 'deal') expect(place.key).toMatch(/^[a-z]+:[^:\s]+:[^:\s]+$/);
        }
      },
    ),
  );
});
