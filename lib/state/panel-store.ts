/** What the panel may forget: which question is open where, what was skipped, which part is shown. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { DealKey } from '../domain/deal';
import type { QuestionId } from '../domain/playbook';
import { keepTab, readTab } from '../storage/panel-memory';

/** The parts of the panel, in the order of their tabs. */
export const TABS = ['checklist', 'urgency', 'agenda', 'deal'] as const;
export type Tab = (typeof TABS)[number];

interface PanelState {
  tab: Tab;
  /** The one question that is shown in full in the checklist; `null`: the one on top is. */
  open: QuestionId | null;
  /** The question on top, once it was touched: it stays until the person goes on, though it is no gap any more. */
  asked: QuestionId | null;
  skipped: readonly QuestionId[];
}

const FRESH = { open: null, asked: null, skipped: [] } as const;

const panel = createStore<PanelState>()(() => ({ tab: 'checklist', ...FRESH }));

/** A part of what the panel remembers. */
export function usePanel<T>(select: (state: PanelState) => T): T {
  return useStore(panel, select);
}

let shown: DealKey | null = null;

/** Another deal is shown: nothing of the last one is open in it. */
export function enterDeal(deal: DealKey): void {
  if (deal !== shown) panel.setState(FRESH);
  shown = deal;
}

/** Opens a question in the checklist; `null` closes it. */
export function openQuestion(question: QuestionId | null): void {
  panel.setState({ open: question });
}

/** Opens a question where the checklist has it, whatever part was shown. */
export function showInChecklist(question: QuestionId): void {
  panel.setState({ tab: 'checklist', open: question });
}

/** The question on top was touched. */
export function stayOn(question: QuestionId): void {
  panel.setState({ asked: question });
}

/** On from a question, answered or not; it comes back when all others were looked at. */
export function goOn(from: QuestionId): void {
  panel.setState(({ skipped }) => ({ asked: null, skipped: [...skipped, from] }));
}

/** All questions that were skipped are asked again. */
export function askAgain(): void {
  panel.setState({ asked: null, skipped: [] });
}

/** Shows a part, and remembers it for the next page. */
export function showTab(tab: Tab): void {
  panel.setState({ tab });
  void keepTab(tab);
}

/** Shows the part that was shown last, on any page. */
export async function recallTab(): Promise<void> {
  const last = await readTab();
  const tab = TABS.find((one) => one === last);
  if (tab) panel.setState({ tab });
}
