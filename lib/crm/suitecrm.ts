/**
 * SuiteCRM 7 and 8, at any host. `official`: in the templates of SuiteCRM 7 (theme SuiteP) and the
 * components of SuiteCRM 8. `seen`: the address of 8. None was checked on a system that runs. 2026-11.
 */
import type { Spot } from './adapter';
import { siteAdapter } from './site-adapter';

/** A field by its name: in 7, in 8 (in whose lists the same component stands in another mode). */
const field = (name: string): Spot[] => [
  ['field', `.detail-view-field[field=${name}]`],
  ['item', `[data-field=${name}] [field=${name}]`],
  ['component', `.dynamic-field-name-${name}:not(.dynamic-field-mode-list,.dynamic-field-mode-filter)`],
];

export const suitecrm = siteAdapter({
  id: 'suitecrm',
  about: {
    name: 'SuiteCRM',
    address: 'official',
    reads: {
      name: 'official',
      account: 'official',
      stage: 'official',
      amount: 'official',
      closeDate: 'official',
      owner: 'official',
    },
    testedOn: 'pages',
    asOf: '2026-11-22',
  },
  hosts: null,
  rules: {
    // Ids are UUIDs, but an import may bring its own.
    deal:
      '^(?:[^?#]*index\\.php\\?(?=(?:[^#]*&)?module=Opportunities(?:[&#]|$))(?=(?:[^#]*&)?action=(?:DetailView|EditView)(?:[&#]|$))' +
      '(?:[^#]*&)?record=|[^#]*#/opportunities/(?:record|edit)/)(?<id>[\\w-]{8,36})(?=[&/?#]|$)',
    list:
      '^[^?#]*index\\.php\\?(?=(?:[^#]*&)?module=Opportunities(?:[&#]|$))(?=(?:[^#]*&)?action=(?:index|ListView)(?:[&#]|$))' +
      '|^[^#]*#/opportunities(?:/index)?(?=[?/]?$|\\?)',
    flags: '',
  },
  moveOf: (of) => (/save/i.test(of) ? 'saves' : 'chooses'),
  rows: [
    // Official: a row of a list of 7.
    ['tr[data-id]', 'data-id', '.+', 'index.php?module=Opportunities&action=DetailView&record=*'],
    // Guess: a name in a list of 8 is a link.
    ['a[href*="#/opportunities/record/"]', 'href'],
  ],
  map: {
    pages: ['body'],
    spots: {
      // Official: the headings of 7 and of 8.
      name: [...field('name'), ['heading', '.module-title-text,.record-view-name-label']],
      account: field('account_name'),
      stage: field('sales_stage'),
      amount: field('amount'),
      closeDate: field('date_closed'),
      owner: field('assigned_user_name'),
    },
    noise: 'button,label,.invalid-feedback',
    watched: ['sales_stage', 'amount', 'date_closed']
      .flatMap(field)
      .map(([, element]) => element)
      .join(),
    // Official: the form of 7 (guess: its name), the mode of a field of 8.
    editing: 'form#EditView,.dynamic-field-mode-edit',
    // Official: the stage's field. Guess: the buttons that save, in 7 and in 8.
    moves: `${field('sales_stage')
      .map(([, element]) => element)
      .join()},[name=button][id^=SAVE],.record-view-actions .save`,
  },
});
