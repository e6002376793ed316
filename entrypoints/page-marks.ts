import { markLists } from '../lib/browser/page-marks';

export const main = () => markLists();

// As in `page-salesforce.ts`.
export default { main };
