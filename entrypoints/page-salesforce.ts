import { watchPage } from '../lib/browser/page';
import { dealAt } from '../lib/crm/salesforce-url';

export const main = () => watchPage(dealAt);

// What WXT's `defineUnlistedScript` returns, without its bytes.
export default { main };
