/**
 * The stages that each CRM comes with, beside Salesforce's: from its documentation or its own defaults in
 * English, as of 2026-11. Most teams rename theirs; a name that is not here is asked once per org.
 */
import type { StageMap } from './phase';

const ENDS: StageMap = { 'closed won': 'won', 'closed lost': 'lost' };

/** SugarCRM's, which SuiteCRM and Zoho CRM carry on; EspoCRM has a part of them. */
const SUGAR: StageMap = {
  prospecting: 'qualify',
  qualification: 'qualify',
  'needs analysis': 'discover',
  'value proposition': 'validate',
  'identifying decision makers': 'validate',
  'identify decision makers': 'validate',
  'id. decision makers': 'validate',
  'perception analysis': 'validate',
  proposal: 'propose',
  'proposal/price quote': 'propose',
  negotiation: 'commit',
  'negotiation/review': 'commit',
  ...ENDS,
};

/** By the id that the keys of its deals begin with. */
export const OTHER_STAGES: Readonly<Record<string, StageMap>> = {
  hubspot: {
    'appointment scheduled': 'qualify',
    'qualified to buy': 'discover',
    'presentation scheduled': 'validate',
    'decision maker bought-in': 'propose',
    'contract sent': 'commit',
    ...ENDS,
  },
  dynamics: {
    qualify: 'qualify',
    develop: 'discover',
    propose: 'propose',
    close: 'commit',
    '1-qualify': 'qualify',
    '2-develop': 'discover',
    '3-propose': 'propose',
    '4-close': 'commit',
  },
  odoo: { new: 'qualify', qualified: 'discover', proposition: 'propose', won: 'won' },
  espocrm: SUGAR,
  suitecrm: SUGAR,
  zoho: SUGAR,
  twenty: { new: 'qualify', screening: 'discover', meeting: 'validate', proposal: 'propose', customer: 'won' },
  pipedrive: {
    qualified: 'qualify',
    'contact made': 'discover',
    'demo scheduled': 'validate',
    'proposal made': 'propose',
    'negotiations started': 'commit',
  },
};
