import { teachPage } from '../lib/browser/teach-page';

export const main = () => teachPage();

// As in `page-salesforce.ts`.
export default { main };
