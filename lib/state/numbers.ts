/** What the launcher shows while no panel is open, and what is remembered of a page then. */
import type { LauncherNumbers } from '../browser/messages';
import { dayOf } from '../domain/day';
import { type DealKey, orgOf, type RawDeal, snapshotSchema } from '../domain/deal';
import { toSnapshot } from '../domain/parse';
import { dealView } from '../domain/view';
import { readDeal, rememberDeal } from '../storage/deals';
import { authors } from '../storage/identity';
import { readOrg } from '../storage/orgs';
import { readPlaybookOf } from '../storage/playbooks';

/** The numbers of a deal, without the words that go with them; `known: false` of one that nobody opened yet. */
export async function numbersOf(deal: DealKey): Promise<Omit<LauncherNumbers, 'label'>> {
  const [doc, org, mine] = await Promise.all([readDeal(deal), readOrg(orgOf(deal)), authors()]);
  if (!doc) return { known: false, firmness: null, gaps: 0 };
  const now = new Date();
  const offset = -now.getTimezoneOffset();
  const today = dayOf(now.getTime(), offset);
  const playbook = await readPlaybookOf(deal, navigator.language);
  const { score } = dealView({ deal, doc, org, authors: mine, playbook, today, offset });
  return { known: true, firmness: score.firmness, gaps: score.gaps.length };
}

/**
 * Keeps what a page shows of a deal that is known already; nothing is kept of any other.
 * @throws NotSaved; ZodError where the page says what no page can
 */
export async function rememberKnown(raw: RawDeal): Promise<void> {
  if (!(await readDeal(raw.key))) return;
  const seen = toSnapshot(raw, { locale: raw.language ?? navigator.language, now: Date.now() });
  snapshotSchema.parse(seen);
  await rememberDeal(seen);
}
