/**
 * What the CRM behind the host pages knows. The first four ids are real forms from public code;
 * every name is made up. `acme` and its sandbox hold the same records, `globex` is another company
 * whose first deal has the *same record id* as one of acme's.
 */

/** One opportunity, with values; the page formats them for its locale. */
export interface HostDeal {
  id: string;
  name: string;
  account: string;
  accountId: string;
  owner: string;
  ownerId: string;
  stage: string;
  /** In whole units of the currency. */
  amount: number;
  currency: string;
  /** ISO day. */
  closeDate: string;
  nextStep: string;
  probability: number;
}

export interface HostContact {
  id: string;
  name: string;
  title: string;
  account: string;
}

export interface HostOrg {
  deals: HostDeal[];
  contacts: HostContact[];
}

/** The stages that a new Salesforce org has. */
export const STAGES = [
  'Prospecting',
  'Qualification',
  'Needs Analysis',
  'Value Proposition',
  'Id. Decision Makers',
  'Perception Analysis',
  'Proposal/Price Quote',
  'Negotiation/Review',
  'Closed Won',
  'Closed Lost',
] as const;

/** Record ids that tests name. */
export const DEALS = {
  widgets: '0067Q00000ARuZXQA1',
  pumps: '0068c00000qgKWWAA2',
  rollout: '0064F000006lAKhQAM',
  service: '006Ts00000V5K5tIAF',
  retrofit: '006Aw00000kQ2ZbIAK',
} as const;

export const CONTACT = '0034F000006lAKhQAM';

const OWNER = { owner: 'Jo Berg', ownerId: '0057Q00000AbCdEQAV' };

const acme: HostOrg = {
  deals: [
    {
      id: DEALS.widgets,
      name: 'Acme - 1,200 Widgets',
      account: 'Acme Manufacturing',
      accountId: '0017Q00000BcDeFQAV',
      ...OWNER,
      stage: 'Needs Analysis',
      amount: 140_000,
      currency: 'USD',
      closeDate: '2026-12-31',
      nextStep: 'Plant visit with Ana Ruiz',
      probability: 20,
    },
    {
      id: DEALS.pumps,
      name: 'Northwind Pumps: second line',
      account: 'Northwind Pumps',
      accountId: '0018c00000PqRsTQAV',
      ...OWNER,
      stage: 'Proposal/Price Quote',
      amount: 86_500,
      currency: 'USD',
      closeDate: '2027-01-29',
      nextStep: 'Send the second draft',
      probability: 75,
    },
    {
      id: DEALS.rollout,
      name: 'Hofbauer Werke Rollout',
      account: 'Hofbauer Werke GmbH',
      accountId: '0014F00000AaBbCQAZ',
      owner: 'Mira Okafor',
      ownerId: '0054F00000DdEeFQAZ',
      stage: 'Qualification',
      amount: 1_240_000,
      currency: 'EUR',
      closeDate: '2027-03-15',
      nextStep: '',
      probability: 10,
    },
    {
      id: DEALS.service,
      name: 'Lakeside Clinics service plan',
      account: 'Lakeside Clinics',
      accountId: '001Ts00000GgHhIIAV',
      ...OWNER,
      stage: 'Negotiation/Review',
      amount: 52_300.5,
      currency: 'USD',
      closeDate: '2026-12-11',
      nextStep: 'Legal review',
      probability: 90,
    },
    {
      id: DEALS.retrofit,
      name: 'Delta Yards crane retrofit',
      account: 'Delta Yards',
      accountId: '001Aw00000JjKkLIAV',
      owner: 'Mira Okafor',
      ownerId: '0054F00000DdEeFQAZ',
      stage: 'Prospecting',
      amount: 310_000,
      currency: 'GBP',
      closeDate: '2027-06-30',
      nextStep: '',
      probability: 5,
    },
  ],
  contacts: [{ id: CONTACT, name: 'Ana Ruiz', title: 'Plant manager', account: 'Acme Manufacturing' }],
};

const globex: HostOrg = {
  deals: [
    {
      id: DEALS.widgets,
      name: 'Globex depot automation',
      account: 'Globex Logistics',
      accountId: '0017Q00000MmNnOQAV',
      owner: 'Sam Ito',
      ownerId: '0057Q00000PpQqRQAV',
      stage: 'Value Proposition',
      amount: 475_000,
      currency: 'USD',
      closeDate: '2027-02-26',
      nextStep: 'Board paper',
      probability: 50,
    },
  ],
  contacts: [],
};

const ORGS: Readonly<Record<string, HostOrg>> = { acme, 'acme--uat': acme, globex };

/** The org behind a host name such as `acme--uat.sandbox.lightning.force.com`; acme's for any other. */
export function orgAt(hostname: string): HostOrg {
  return ORGS[hostname.split('.')[0] ?? ''] ?? acme;
}
