/**
 * EspoCRM, at any host. `run`: seen on EspoCRM 9. `official`: in its own templates. `guess`: the rest. 2026-11.
 */
import type { Spot } from './adapter';
import { siteAdapter } from './site-adapter';

/** Run, official: a field in its cell. The rows of related lists have such cells too. */
const field = (name: string): Spot[] => [
  ['field', `.field[data-name=${name}]:not(td *)`],
  ['cell', `.cell[data-name=${name}]:not(td,td *)`],
];

export const espocrm = siteAdapter({
  id: 'espocrm',
  about: {
    name: 'EspoCRM',
    address: 'run',
    reads: { name: 'run', account: 'run', stage: 'run', amount: 'run', closeDate: 'run', owner: 'run' },
    testedOn: 'pages',
    asOf: '2026-11-22',
  },
  hosts: null,
  rules: {
    // Run: 17 hexadecimal digits. Official: a database may be set up with UUIDs.
    deal: '^[^#]*#Opportunity/(?:view|edit)/(?<id>[0-9a-f]{17}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?=[/?&]|$)',
    list: '^[^#]*#Opportunity(?:/(?:list|kanban)(?:/[^/]*)?)?/?$',
    flags: '',
  },
  moveOf: (of) => (/action|save/i.test(of) ? 'saves' : 'chooses'),
  // Run: a card of the board, a row of the list.
  rows: [
    [
      '.list-kanban[data-scope=Opportunity] .item[data-id],tr.list-row[data-id]',
      'data-id',
      '.+',
      '#Opportunity/view/*',
    ],
  ],
  map: {
    pages: ['.detail[data-scope=Opportunity],.edit[data-scope=Opportunity]', '#content', 'body'],
    behind: '.modal,.dialog',
    spots: {
      name: [...field('name'), ['header', '.header-title']],
      account: field('account'),
      stage: field('stage'),
      amount: field('amount'),
      closeDate: field('closeDate'),
      owner: field('assignedUser'),
    },
    // Official: the label in a cell, its pencil. Guess: the links to save or cancel a field edited in its place.
    noise: 'label,button,.inline-edit-link,.inline-save-link,.inline-cancel-link,.pull-right',
    watched: ['stage', 'amount', 'closeDate']
      .flatMap(field)
      .map(([, element]) => element)
      .join(),
    // Official: the buttons to save are there all the time, hidden by a class.
    editing: '.edit-buttons:not(.hidden),.inline-save-link',
    moves: `${field('stage')
      .map(([, element]) => element)
      .join()},button[data-name=save],button[data-action=save]`,
  },
});
