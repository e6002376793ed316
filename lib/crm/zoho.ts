/**
 * Zoho CRM: who a deal is, and its name on the older pages. `seen`: the address in ten places, the name
 * in three. The pages of today have no mark that can be trusted. 2026-11.
 */
import { siteAdapter } from './site-adapter';

export const zoho = siteAdapter({
  id: 'zoho',
  about: {
    name: 'Zoho CRM',
    address: 'seen',
    reads: { name: 'seen' },
    testedOn: 'pages',
    asOf: '2026-11-22',
  },
  hosts: /^(?:(?:crm|crmsandbox|one)\.zoho\.(?:com|eu|in|com\.au|jp|com\.cn|sa)|crm\.zohocloud\.ca)$/,
  // A sandbox may have its company's number (guess), and is another org.
  orgOf: (host, found) => (found && !host.startsWith('crmsandbox.') ? found : `${host}${found ? `/${found}` : ''}`),
  rules: {
    // Deals were Potentials once, and still are in addresses. The company's number may be absent.
    deal: '^/(?:[^?#]*/)?crm/(?:org(?<org>\\d+)/)?tab/(?:Potentials|Deals)/(?<id>\\d+)(?=[/?#]|$)',
    list: '^/(?:[^?#]*/)?crm/(?:org\\d+/)?tab/(?:Potentials|Deals)(?=/(?!\\d)|[?#]|$)',
    flags: '',
  },
  map: {
    pages: ['body'],
    spots: {
      name: [['value', '#subvalue_POTENTIALNAME']],
    },
    noise: 'button',
  },
});
