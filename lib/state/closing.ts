/** At close: what was said of a deal that is over, and the pre-mortems that open beside it. */
import { useLiveQuery } from 'dexie-react-hooks';
import type { OpId } from '../domain/clock';
import {
  type CloseLine,
  type Closing,
  closeKey,
  closingOf,
  OUTCOME_KEY,
  type Outcome,
  otherwiseKey,
  PREMORTEM_KEY,
  premortemsOf,
  type SealedPremortem,
  type Told,
} from '../domain/close';
import type { DealKey } from '../domain/deal';
import type { QuestionId } from '../domain/playbook';
import { saveOtherwise, saveOutcome, saveTold, sealPremortem } from '../storage/closings';
import { historyOf } from '../storage/history';
import { readWhole } from '../storage/whose';
import { alone, save } from './saving';

/** What was said at the close, and what had been sealed before it. */
export interface ClosingOfDeal extends Closing {
  premortems: SealedPremortem[];
}

const NOTHING: ClosingOfDeal = { outcome: null, lines: {}, otherwise: {}, premortems: [] };

/** `undefined` while it is read. */
export function useClosing(deal: DealKey): ClosingOfDeal | undefined {
  const read = useLiveQuery(async () => {
    try {
      const [{ doc, authors }, ops] = await Promise.all([readWhole(deal), historyOf(deal, PREMORTEM_KEY)]);
      return { deal, ...NOTHING, ...(doc && closingOf(doc, authors)), premortems: premortemsOf(ops, authors) };
    } catch {
      return { deal, ...NOTHING }; // That it cannot be read is said where the deal is shown.
    }
  }, [deal]);
  return read?.deal === deal ? read : undefined;
}

/** Keeps how the deal ended. */
export async function sayOutcome(deal: DealKey, outcome: Outcome): Promise<void> {
  await save(deal, OUTCOME_KEY, () => saveOutcome(deal, outcome));
}

const UNSAID: Told = { text: '', from: 'us', who: '' };

/**
 * Keeps a change of one line as far as it was said, on what is kept at that moment; a line without
 * a text is none. Says whether it is kept.
 */
export async function tell(deal: DealKey, line: CloseLine, change: Partial<Told>): Promise<boolean> {
  const write = async () => {
    const { doc, authors } = await readWhole(deal);
    const { text, from, who } = { ...UNSAID, ...(doc && closingOf(doc, authors).lines[line]), ...change };
    return saveTold(deal, line, text.trim() === '' ? null : { text, from, who });
  };
  return (await save(deal, closeKey(line), () => alone(deal, write))) !== null;
}

/** Keeps whether an answer, in the revision that stood at the end, turned out otherwise. */
export async function turnedOut(
  deal: DealKey,
  question: QuestionId,
  answer: OpId,
  isOtherwise: boolean,
): Promise<void> {
  const key = otherwiseKey(question);
  await save(deal, key, () => saveOtherwise(deal, question, isOtherwise ? { answer } : null));
}

/** Seals the likeliest reason to lose; says whether it is kept. */
export async function seal(deal: DealKey, reason: string): Promise<boolean> {
  return (await save(deal, PREMORTEM_KEY, () => sealPremortem(deal, { reason }))) !== null;
}
