/** Whether what is given as the customer's event is ours: our quarter end, our discount, our price rise. */
import type { Answer } from './answer';
import { type Found, findPattern, phrasePattern } from './phrase';
import type { QuestionId } from './playbook';
import { OUR_EVENTS, REFUSALS, type RefusalCode, THEIRS } from './words/our-events';

/** The question whose answer names the event. */
export const EVENT: QuestionId = 'urgency.event';

/** Why an event is not the customer's, and the words that say so. */
export interface Refusal extends Found {
  code: RefusalCode;
}

const OURS = REFUSALS.map((code) => ({
  code,
  pattern: phrasePattern(Object.values(OUR_EVENTS[code]).flat(), Object.values(THEIRS).flat()),
}));

/** Why what is told as an event is ours, and which words say so; `null` where nothing says so. */
export function refuseEvent(text: string): Refusal | null {
  for (const { code, pattern } of OURS) {
    const [found] = findPattern(text, pattern);
    if (found) return { code, ...found };
  }
  return null;
}

/** A phrase of our own that is refused for the same reason: it stands for a quote that may not be shown. */
export function plainPhrase(code: RefusalCode): string {
  return OUR_EVENTS[code].en.find((phrase) => !phrase.includes('WORD')) ?? '';
}

/** The same, unless the seller stands by it: a customer who is quoted says "our quarter end" too. */
export function refusalOf({ quote, confirmed }: Pick<Answer, 'quote' | 'confirmed'>): Refusal | null {
  return confirmed ? null : refuseEvent(quote);
}
