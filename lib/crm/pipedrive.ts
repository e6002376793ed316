/**
 * Pipedrive: who a deal is and its name. `seen`: the address in eight places, the title in one of 2025
 * and an older one in four. No place of a stage or an amount is known that can be trusted. 2026-11.
 */
import { siteAdapter } from './site-adapter';

export const pipedrive = siteAdapter({
  id: 'pipedrive',
  about: {
    name: 'Pipedrive',
    address: 'seen',
    reads: { name: 'seen' },
    testedOn: 'pages',
    asOf: '2026-11-22',
  },
  // A company's own host. `app.pipedrive.com` serves all of them and says of which no word: deals would mix.
  hosts: /^(?!(?:app|www)\.)[a-z0-9-]+\.pipedrive\.com$/,
  rules: {
    deal: '^/deal/(?<id>\\d+)(?=[/?#]|$)',
    list: '^/(?:deals|pipeline)(?=[/?#]|$)',
    flags: '',
  },
  map: {
    pages: ['body'],
    spots: {
      name: [
        ['title', '[data-testid=header-title]'],
        ['older', '[data-test=deal-title]'],
      ],
    },
    noise: 'button',
  },
});
