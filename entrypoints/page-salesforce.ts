import { watchPage } from '../lib/browser/page';
import { dealAt } from '../lib/crm/salesforce-url';

// What WXT's `defineUnlistedScript` returns, without its bytes.
export default { main: () => watchPage(dealAt) };
