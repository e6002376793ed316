/** What the launcher shows while no panel is open, and what is remembered of a page then. */
import type { LauncherNumbers } from '../browser/messages';
import { type AdvanceCheck, checkAhead } from '../domain/advance';
import { dayOf, type IsoDay } from '../domain/day';
import { type DealKey, orgOf, type RawDeal, snapshotSchema } from '../domain/deal';
import { groundOf } from '../domain/ground';
import { type DealView, dealView } from '../domain/view';
import { readDeal, rememberDeal } from '../storage/deals';
import { readOrg } from '../storage/orgs';
import { readPlaybookOf } from '../storage/playbooks';
import { whoseIs } from '../storage/whose';
import { snapshotOf } from './seeing';

/** The launcher's numbers without their words. */
export type Numbers = Omit<LauncherNumbers, 'label'>;

/** A deal as it stands today; `null` of one that nobody opened yet. */
async function viewToday(deal: DealKey): Promise<{ view: DealView; today: IsoDay } | null> {
  const [doc, org] = await Promise.all([readDeal(deal), readOrg(orgOf(deal))]);
  if (!doc) return null;
  const whose = (await whoseIs(doc)).authors;
  const now = new Date();
  const offset = -now.getTimezoneOffset();
  const today = dayOf(now.getTime(), offset);
  const playbook = await readPlaybookOf(deal, navigator.language);
  return { view: dealView({ deal, doc, org, authors: whose, playbook, today, offset }), today };
}

/** The numbers of a deal, without the words that go with them; `known: false` of one that nobody opened yet. */
export async function numbersOf(deal: DealKey): Promise<Numbers> {
  const shown = await viewToday(deal);
  return shown ? numbersIn(shown.view) : { known: false, firmness: null, gaps: 0 };
}

/** The same of a view; without any answer nothing is firm or not, as in the panel. */
export function numbersIn({ score, answers }: DealView): Numbers {
  const firmness = Object.keys(answers).length > 0 ? score.firmness : null;
  return { known: true, firmness, gaps: score.gaps.length };
}

/** What to know before a deal moves one step on; `null` where it is unknown, or nothing is open. */
export async function adviceOn(deal: DealKey): Promise<{ check: AdvanceCheck; today: IsoDay } | null> {
  const shown = await viewToday(deal);
  const check = shown && checkAhead(groundOf(shown.view, shown.today));
  return check && check.gaps.length > 0 ? { check, today: shown.today } : null;
}

/**
 * Keeps what a page shows of a deal that is known already; nothing is kept of any other.
 * @throws NotSaved; ZodError where the page says what no page can
 */
export async function rememberKnown(raw: RawDeal): Promise<void> {
  if (raw.editing || !(await readDeal(raw.key))) return;
  const seen = await snapshotOf(raw);
  snapshotSchema.parse(seen);
  await rememberDeal(seen);
}
