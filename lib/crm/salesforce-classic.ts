/**
 * Salesforce Classic: the same records as Lightning's, under the same keys, on pages that load whole.
 * `official`: the hosts (npm `@salesforce/core` 8.32). `seen`: the cells, in ten test suites of others.
 * `guess`: the cell of the owner, the inputs but for the stage's. None was checked on a live org. 2026-11.
 */
import { longId } from './record-id';
import { siteAdapter } from './site-adapter';

/** What Classic's hosts end in, and what an org's key ends in where Lightning's host is not the common one. */
const CLOUDS: readonly [string, string][] = [
  ['.my.salesforce.com', ''],
  ['.my.salesforce.mil', '.crmforce.mil'],
  ['.my.sfcrmproducts.cn', '.sfcrmapps.cn'],
  ['.my-salesforce.com', '.my-lightning.com'],
];

/** The cell by its number in the standard layout, and the input that stands there while the record is edited. */
const cell = (n: number): [string, string][] => [
  ['cell', `#opp${n}_ileinner`],
  ['input', `:is(input,select)#opp${n}`],
];

export const classic = siteAdapter({
  id: 'classic',
  crm: 'salesforce',
  about: {
    name: 'Salesforce Classic',
    address: 'seen',
    reads: { name: 'seen', account: 'seen', stage: 'seen', amount: 'seen', closeDate: 'seen', owner: 'guess' },
    testedOn: 'pages',
    asOf: '2026-11-22',
  },
  hosts: RegExp(`(?:${CLOUDS.map(([end]) => end.replaceAll('.', '\\.')).join('|')})$`),
  // An instance's own host (na1.salesforce.com) serves many orgs and says of which no word: it is none.
  orgOf(host) {
    const [end = '', instead = ''] = CLOUDS.find(([cloud]) => host.endsWith(cloud)) ?? [];
    return host.slice(0, host.length - end.length) + instead;
  },
  idOf: longId,
  rules: {
    deal: '^/(?<id>(?<same>006[^\\W_]{12})(?:[^\\W_]{3})?)(?:/e)?/?(?=[?#]|$)',
    list: '^/006(?:/o)?/?(?=[?#]|$)',
    flags: '',
  },
  // Guess: a list's names are links.
  rows: [['a[href^="/006"]', 'href']],
  moveOf: (of) => (/\bsave\b/.test(of) ? 'saves' : 'chooses'),
  map: {
    // Seen: what marks a page of Classic. Each page is a document of its own.
    pages: ['body.sfdcBody', 'body'],
    spots: {
      name: [...cell(3), ['header', '.pageDescription']],
      account: [['link', '#opp4_ileinner a'], ...cell(4)],
      stage: cell(11),
      amount: cell(7),
      closeDate: cell(9),
      owner: [['link', '#opp1_ileinner a:not([href*=assign])'], ...cell(1)],
    },
    // A picker's other entries; the link to the hierarchy (guess) and to another owner (guess).
    noise: '[href*=Hierarchy],[href*=assign]',
    watched: '#opp11_ileinner,#opp7_ileinner,#opp9_ileinner',
    // Guess: the form of the edit page, the buttons of a field edited in its place.
    editing: 'form#editPage,#InlineEditDialog_buttons',
    // Seen: the stage's cell and list. Guess: the buttons that save.
    moves: '#opp11_ileinner,select#opp11,[name=save],[name=inlineEditSave]',
  },
});
