/**
 * Tryton's web client (sao), at any host. `run`: on Tryton 6.0 from Debian's packages, which the tests
 * start and use (tests/hosts/tryton). Later versions were not run. 2026-11.
 */
import type { Spot } from './adapter';
import { siteAdapter } from './site-adapter';

/** Run: within a record there may be the forms of others (the sales of an opportunity), whose fields have the same names. */
const OWN = ':not(.form-one2many *,.modal *)';

const field = (name: string): Spot => ['field', `input[name=${name}]${OWN}`];

export const tryton = siteAdapter({
  id: 'tryton',
  about: {
    name: 'Tryton',
    address: 'run',
    reads: { name: 'run', account: 'run', stage: 'run', amount: 'run', closeDate: 'run', owner: 'run' },
    testedOn: 'system',
    asOf: '2026-11-22',
  },
  hosts: null,
  rules: {
    // Run: `#database/model/...`, soon with `;name=...&views=...` behind it. While a tab opens, the address
    // goes to it, back to the tab before, and to it again. A record that is not saved yet has no id, or a negative one.
    deal: '^[^#]*#(?<org>[^/;:#]+)/model/sale\\.opportunity/(?<id>\\d+)(?=;|$)',
    list: '^[^#]*#[^/;:#]+/model/sale\\.opportunity(?=;|$)',
    flags: '',
  },
  // One server may have many databases.
  orgOf: (host, database) => (database ? `${host}/${database}` : host),
  map: {
    // Run: every record that was opened stays as a pane. The pages within a record (its lines, its sales) are panes too.
    pages: ['#tabcontent>.tab-pane.active', '.tab-form'],
    behind: '.tab-pane:not(.active)',
    spots: {
      // Run: the description is what people call it. It may be empty, the number beside it never is.
      name: [field('description'), ['number', `table:has([name=description]) input[name=number]${OWN}`]],
      account: [field('party')],
      stage: [['field', `select[name=state]${OWN}`]],
      // Run: the currency stands beside it, on the side that the person's language has it on.
      amount: [['field', `div:has(>[name=amount])${OWN}`]],
      // Run: written as the server's language has it, which its administrator may change: the page does not say how.
      closeDate: [field('end_date')],
      owner: [field('employee')],
    },
    // Run: a number's second input, as a number, and a date's, as a picker: one of each is shown.
    noise: 'input+input',
    // Run: its entries are made anew whenever the record is shown anew, so with every change of any field.
    watched: `select[name=state]${OWN}`,
    // Nothing in the page tells a value that is typed from one that is saved (looked for in a running 6.0),
    // so such a value is taken for the present one. The stage cannot be typed: its buttons save.
    // Run: the two buttons that go on. Those that lead back, or out, are no advance.
    moves: `:is([name=opportunity],[name=convert])${OWN}`,
  },
});
