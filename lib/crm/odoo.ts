/**
 * Odoo 16 to 19, at any host. `run`: seen on Odoo 18. `official`: in Odoo's own templates of 16 to 18.
 * `guess`: that 19 is like 18. A card of its board has no id of its record, so none is known by its card.
 * Two databases at one host are not told apart: no address names them. 2026-11.
 */
import type { Spot } from './adapter';
import { siteAdapter } from './site-adapter';

/** Run, official: a field's widget carries its name; in a list a row's cells do too, and are none of it. */
const field = (name: string): Spot[] => [
  ['field', `.o_field_widget[name=${name}]:not(td *,.o_list_view *,.o_kanban_view *)`],
  ['name', `div[name=${name}]:not(td *,.o_list_view *,.o_kanban_view *)`],
];

export const odoo = siteAdapter({
  id: 'odoo',
  about: {
    name: 'Odoo',
    address: 'official',
    reads: { name: 'run', account: 'run', stage: 'run', amount: 'run', closeDate: 'run', owner: 'run' },
    testedOn: 'pages',
    asOf: '2026-11-22',
  },
  hosts: null,
  rules: {
    // 18 and 19: the last two parts of the path. To 17: behind the hash. `action-310` is a view of this
    // database, which may be of opportunities or of anything else.
    deal:
      '^(?:/(?:odoo|scoped_app)/(?:[^?#]*/)?(?:crm|crm\\.lead|(?<unsure>action-[^/?#]+))/' +
      '|/web(?:\\?[^#]*)?#(?=(?:.*&)?model=crm\\.lead(?:&|$))(?!.*view_type=(?!form))(?:.*&)?id=)' +
      '(?<id>\\d+)(?=/?(?:[?#&]|$))',
    list: '^/(?:odoo|scoped_app)/(?:crm|crm\\.lead)/?(?=[?#]|$)|^/web(?:\\?[^#]*)?#(?=(?:.*&)?model=crm\\.lead(?:&|$))',
    flags: '',
    witness: '.o_lead_opportunity_form',
  },
  map: {
    pages: ['.o_form_view.o_lead_opportunity_form', '.o_lead_opportunity_form', '.o_form_view'],
    behind: '.modal,.o_dialog',
    spots: {
      // Run: the last crumb too.
      name: [...field('name'), ['crumb', '.o_last_breadcrumb_item>span,.breadcrumb-item.active']],
      account: field('partner_id'),
      // Run on 18: the name is the first span, before how long it has been so. Official to 17: the text.
      stage: [
        ['step', '[name=stage_id] :is(.o_arrow_button_current,[aria-checked=true])>span:first-child'],
        ['step', '.o_statusbar_status :is(.o_arrow_button_current,[aria-checked=true])>span:first-child'],
        ['step', '[name=stage_id] :is(.o_arrow_button_current,[aria-checked=true])'],
        ['step', '.o_statusbar_status :is(.o_arrow_button_current,[aria-checked=true])'],
      ],
      amount: field('expected_revenue'),
      closeDate: field('date_deadline'),
      owner: field('user_id'),
    },
    // Official: the doubles of an amount and its currency that give its input a width, further lines of a customer,
    // lists to choose from; each by its class and by where it stands.
    noise:
      'button:not(.o_arrow_button),label,.opacity-0,.o_monetary_ghost_value,.o_field_monetary>div>span+span,.o_field_many2one_extra,.o_field_many2one_selection~*,.o-autocomplete--dropdown-menu,.dropdown-menu',
    watched: '.o_statusbar_status,[name=stage_id]',
    // Run, official: the buttons to save or discard show while something is not saved.
    editing: '.o_form_status_indicator_buttons:not(.invisible)',
    // Official: another step of the bar moves at once, and so does the button that marks as won.
    moves:
      '[name=stage_id] .o_arrow_button:not(.o_arrow_button_current,.dropdown-toggle),[name=action_set_won_rainbowman]',
  },
});
