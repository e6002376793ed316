/** Answering: what was clicked or is being typed of an answer, until it is a revision. */
import { type Answer, checkAnswer, freshAnswer, type KeptAnswer } from '../domain/answer';
import type { DealKey } from '../domain/deal';
import { answerKey } from '../domain/op';
import { type QuestionId, versionOf } from '../domain/playbook';
import { type Patch, revise } from '../domain/revise';
import { confirmAnswer, saveAnswer } from '../storage/deals';
import { readPlaybookOf } from '../storage/playbooks';
import { Changes, isOpen, useChange } from './changing';
import { alone, save } from './saving';
import { today } from './today';

const PREFIX = answerKey('');
const now = () => today.getState().day;
const unanswered = () => freshAnswer('unknown', now());

/** Every answer that is being changed. */
export const answers = new Changes<Answer, Patch>({
  read: (value) => (value as Answer | null | undefined) ?? null,
  revised: (answer, patch) => revise(answer, patch, now()),
  save: async (deal, key, answer) => saveAnswer(deal, key.slice(PREFIX.length), answer, await version(deal)),
  // A reason may still be missing, or a text be too long to keep whole.
  isWhole: (patch) => checkAnswer(revise(null, { verdict: 'yes', ...patch }, now()), now()).length === 0,
  found: ({ key, patch }) => (key.startsWith(PREFIX) ? { base: unanswered(), parts: patch } : null),
});

/** An answer on the screen. */
export interface Answering {
  /** The answer with everything that was clicked and typed; `null` while there is none. */
  answer: Answer | null;
  /** Set while a change waits for the person to say that it is meant for this deal. */
  held: boolean;
}

/** The answer to a question as the person should see it. */
export function useAnswering(deal: DealKey, question: QuestionId, kept: KeptAnswer | null): Answering {
  const mine = useChange(answers, deal, answerKey(question));
  const saved = mine?.saved?.value ?? kept;
  if (!mine || !isOpen(mine)) return { answer: saved, held: false };
  return { answer: revise(saved, mine.parts, now()), held: mine.state === 'held' };
}

/** A click: saved at once, if the page is still at the deal. */
export async function change(deal: DealKey, question: QuestionId, patch: Patch): Promise<void> {
  await answers.change(deal, answerKey(question), unanswered(), patch);
}

/** An answer that was given to a question that means the same becomes the answer to this one too. */
export async function takeOffered(deal: DealKey, question: QuestionId, answer: Answer): Promise<void> {
  const { verdict, rung, evidenceOn, who, quote, link, knowBy, reason, on, confirmed } = answer;
  const stands = confirmed ? { confirmed } : {};
  await change(deal, question, { verdict, rung, evidenceOn, who, quote, link, knowBy, reason, on, ...stands });
}

/** A key: kept as a draft at once. */
export function type(deal: DealKey, question: QuestionId, patch: Patch): Promise<void> {
  return answers.type(deal, answerKey(question), unanswered(), patch);
}

/** A field was left: what was typed in it becomes a revision. */
export function leave(deal: DealKey, question: QuestionId): Promise<void> {
  return answers.leave(deal, answerKey(question));
}

/** The person says: this change is meant for this deal. Also "try again". */
export function keep(deal: DealKey, question: QuestionId): Promise<void> {
  return answers.keep(deal, answerKey(question));
}

/** The person says: this change was not meant. */
export function drop(deal: DealKey, question: QuestionId): Promise<void> {
  return answers.drop(deal, answerKey(question));
}

/** Takes an answer back; its history stays. */
export async function clear(deal: DealKey, question: QuestionId): Promise<void> {
  const key = answerKey(question);
  await save(deal, key, () =>
    alone(deal, async () => {
      const op = await saveAnswer(deal, question, null, await version(deal));
      // What was being typed of it goes with it, or it would come back as a draft.
      await answers.forget(deal, key);
      return op;
    }),
  );
}

/** "Still true?": the same answer, with today's evidence. */
export async function confirm(deal: DealKey, question: QuestionId): Promise<void> {
  const key = answerKey(question);
  await save(deal, key, () =>
    alone(deal, async () => {
      const answer = await answers.kept(deal, key);
      return answer && confirmAnswer(deal, question, { ...answer, evidenceOn: now() }, await version(deal));
    }),
  );
}

/** The version of the questions that the deal is looked at with at this moment. */
async function version(deal: DealKey): Promise<string> {
  return versionOf(await readPlaybookOf(deal, navigator.language));
}
