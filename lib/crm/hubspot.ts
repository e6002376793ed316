/**
 * HubSpot deals. All of it `seen` in public code (addresses in ten places and more, the title in seven),
 * nothing official: HubSpot publishes no page model, and its class names are hashes. None was checked
 * on a live account. 2026-11.
 */
import type { Spot } from './adapter';
import { siteAdapter } from './site-adapter';

/**
 * A property by its internal name: in the card of the deal itself, in the strip at the top. Cards of
 * associated records use the same names, so a place counts only where it can be no other's.
 */
const property = (name: string): Spot[] => [
  ['card', `[data-test-id=left-sidebar] [data-selenium-test=property-input-${name}]`],
  ['list', `[data-selenium-test=profile-properties-list]>[data-test-id=${name}] [data-selenium-test^=property-input]`],
  ['strip', `[data-test-id=highlight-property-display-${name}]`],
];

export const hubspot = siteAdapter({
  id: 'hubspot',
  about: {
    name: 'HubSpot',
    address: 'seen',
    reads: { name: 'seen', account: 'seen', stage: 'seen', amount: 'seen', closeDate: 'seen', owner: 'seen' },
    testedOn: 'pages',
    asOf: '2026-11-22',
  },
  // `app` and `app-eu1`, `app-na2`, ... (seen); further ones of the form are a guess.
  hosts: /^app(?:-[a-z0-9]+)?\.hubspot\.com$/,
  rules: {
    // One host for all: the portal's number says whose a deal is. `/deal/` is the older form.
    deal: '^/contacts/(?<org>\\d+)/(?:record/0-3|deal)/(?<id>\\d+)(?=[/?#]|$)',
    list: '^/contacts/\\d+/(?:objects/0-3|deals)(?=[/?#]|$)',
    flags: '',
  },
  // Guess: names in a table and on a board are links, to addresses that are seen.
  rows: [['a[href*="/record/0-3/"],a[href*="/deal/"]', 'href']],
  map: {
    // No container of the record alone is known: the address says which it is, and a name that stays is not believed.
    pages: ['body'],
    spots: {
      name: [
        ['title', '[data-selenium-test=highlightTitle]'],
        ['heading', '[data-test-id=record-highlight-title]'],
        ...property('dealname'),
      ],
      account: [['company', '[data-selenium-test=company-chicklet-title-link]']],
      stage: property('dealstage'),
      amount: property('amount'),
      closeDate: property('closedate'),
      owner: property('hubspot_owner_id'),
    },
    watched: ['dealstage', 'amount', 'closedate']
      .flatMap(property)
      .map(([, element]) => element)
      .join(),
    // A press on the stage opens its list, and choosing there saves it.
    moves: '[data-test-id=left-sidebar] [data-selenium-test=property-input-dealstage]',
  },
});
