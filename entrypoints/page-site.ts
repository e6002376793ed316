import { watchSite } from '../lib/browser/page-site';

export const main = () => watchSite();

// As in `page-salesforce.ts`.
export default { main };
