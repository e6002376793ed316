/**
 * Dynamics 365 Sales, the Unified Interface. `official`: the address (Microsoft's documents) and the
 * patterns of `data-id` (Microsoft's EasyRepro). `seen`: those of amount and close date. `guess`: which
 * columns a form shows, the stage's among them. None was checked on a live organisation. 2026-11.
 */
import type { Spot } from './adapter';
import { siteAdapter } from './site-adapter';

/** A column by its logical name: in the form or in its header, and the box that is drawn around either. */
const column = (name: string, part: string): Spot[] => [
  ['field', `[data-id="${name}.fieldControl-${part}"]`],
  ['header', `[data-id="header_${name}.fieldControl-${part}"]`],
  ['box', `[data-id="${name}-FieldSectionItemContainer"] :is(input,select)`],
];
const lookup = (name: string): Spot[] => {
  const tag = `fieldControl-LookupResultsDropdown_${name}_selected_tag`;
  return [
    ['field', `[data-id="${name}.${tag}_text"]`],
    ['field', `[data-id="${name}.${tag}"]`],
    ['header', `[data-id^="header_${name}.${tag}"]`],
  ];
};

const STAGE = [...column('stepname', 'text-box-text'), ...column('salesstage', 'option-set-select')];
const AMOUNT = column('estimatedvalue', 'currency-text-input');
const CLOSE_DATE = column('estimatedclosedate', 'date-time-input');

export const dynamics = siteAdapter({
  id: 'dynamics',
  about: {
    name: 'Dynamics 365 Sales',
    address: 'official',
    reads: {
      name: 'official',
      account: 'official',
      stage: 'guess',
      amount: 'seen',
      closeDate: 'seen',
      owner: 'official',
    },
    testedOn: 'pages',
    asOf: '2026-11-22',
  },
  // Seen: crm, crm2 to crm12. Guess: the clouds of governments and of China.
  hosts: /\.crm\d*\.(?:dynamics\.com|microsoftdynamics\.us|appsplatform\.us|dynamics\.cn)$/,
  rules: {
    // An id may stand in braces, in either case.
    deal:
      '^/main\\.aspx\\?(?=(?:[^#]*&)?pagetype=entityrecord(?:[&#]|$))(?=(?:[^#]*&)?etn=opportunity(?:[&#]|$))' +
      '(?:[^#]*&)?id=(?:%7b|\\{)?(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:%7d|\\})?(?=[&#]|$)',
    list: '^/main\\.aspx\\?(?=(?:[^#]*&)?pagetype=entitylist(?:[&#]|$))(?=(?:[^#]*&)?etn=opportunity(?:[&#]|$))',
    flags: 'i',
  },
  map: {
    // Official; what holds the form's header (guess). Where an app keeps several forms alive (guess), one alone is laid out.
    pages: ['[data-id=editFormRoot]', ':has(>[data-id=form-header])'],
    behind: '[aria-hidden=true]',
    spots: {
      name: column('name', 'text-box-text'),
      account: lookup('parentaccountid'),
      stage: STAGE,
      amount: AMOUNT,
      closeDate: CLOSE_DATE,
      owner: lookup('ownerid'),
    },
    noise: 'button',
    // What is typed stands in inputs, which tell nothing when they change: their boxes are redrawn on saving (guess).
    watched: [...STAGE, ...AMOUNT, ...CLOSE_DATE].map(([, element]) => element).join(),
    // Official: the buttons of the command bar. Won and lost alone: how the process's stages are pressed is not known.
    moves: 'button[data-id*=MarkAsWon],button[data-id*=MarkAsLost]',
  },
});
