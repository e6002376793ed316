import { watchPage } from '../lib/browser/page';
import { CARD, dealHint, isList } from '../lib/crm/salesforce-hint';

export const main = () => watchPage(dealHint, isList, CARD);

// What WXT's `defineUnlistedScript` returns, without its bytes.
export default { main };
