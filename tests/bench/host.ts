/** The host pages of the tests, from a loopback server at the CRM's real addresses. */
import type { DealKey } from '../../lib/domain/deal';
import { DEALS } from '../hosts/deals.ts';
import { hostServer } from '../hosts/serve.ts';
import type { Host } from './visit.ts';

const ORG = 'acme';

export interface ServedHost extends Host {
  /** What Chromium must be started with. */
  args: string[];
  close(): Promise<void>;
}

/** An org of Lightning with its shadow as it is today, its details shown, and five deals. */
export async function lightning(): Promise<ServedHost> {
  const { args, close } = await hostServer();
  const path = (deal: string) => `/lightning/r/Opportunity/${deal}/view`;
  return {
    deals: Object.values(DEALS),
    address: (deal) => `https://${ORG}.lightning.force.com${path(deal)}`,
    key: (deal): DealKey => `salesforce:${ORG}:${deal}`,
    // In a task of the page's own: what runs inside an evaluation is not counted as its script.
    go: (page, deal) => page.evaluate(`void setTimeout(() => __app.go(${JSON.stringify(path(deal))}))`),
    args,
    close,
  };
}
