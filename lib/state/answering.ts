/**
 * Answering: what was clicked or is being typed, from the first key to the kept revision.
 * A click is saved at once. Typed text is kept as a draft at each key, and becomes a revision
 * when the field is left, the panel is hidden, or the page goes to another deal.
 */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { type Answer, checkAnswer, type KeptAnswer } from '../domain/answer';
import { type OpId, timeOf } from '../domain/clock';
import type { DealKey } from '../domain/deal';
import { newestCell } from '../domain/fold';
import { answerKey, type Op } from '../domain/op';
import { type QuestionId, versionOf } from '../domain/playbook';
import { changesNothing, type Patch, revise } from '../domain/revise';
import { confirmAnswer, readDeal, saveAnswer } from '../storage/deals';
import { authors } from '../storage/identity';
import { readPlaybookOf } from '../storage/playbooks';
import { discardDraft, holdDraft, type LeftDraft, takeOverDrafts } from './draft-rows';
import { pageAgrees, save, saveAnyway, setMark } from './saving';
import { today } from './today';

/** What is not yet seen in the kept answer. */
interface Pending {
  deal: DealKey;
  question: QuestionId;
  /** What is not saved yet; empty when everything is. */
  patch: Patch;
  /**
   * `asking`: the page is being asked whether it is still at the deal. `agreed`: it was.
   * `held`: it was not; the person says whether the change is meant for this deal.
   */
  state: 'asking' | 'agreed' | 'held';
  /** What is saved, in which revision; it goes on showing until that revision is read back. */
  saved?: { patch: Patch; op: OpId };
}

const id = (deal: DealKey, question: QuestionId) => `${deal} ${question}`;

const pending = createStore<Record<string, Pending>>()(() => ({}));

/** An answer on the screen. */
export interface Answering {
  /** The answer with everything that was clicked and typed; `null` while there is none. */
  answer: Answer | null;
  /** Set while a change waits for the person to say that it is meant for this deal. */
  held: boolean;
}

/** The answer to a question as the person should see it. */
export function useAnswering(deal: DealKey, question: QuestionId, kept: KeptAnswer | null): Answering {
  const mine = useStore(pending, (all) => all[id(deal, question)]);
  if (!mine) return { answer: kept, held: false };
  const { day } = today.getState();
  const saved = mine.saved ? revise(kept, mine.saved.patch, day) : kept;
  if (!isOpen(mine)) return { answer: saved, held: false };
  return { answer: revise(saved, mine.patch, day), held: mine.state === 'held' };
}

/** A click: saved at once, if the page is still at the deal. */
export async function change(deal: DealKey, question: QuestionId, patch: Patch): Promise<void> {
  put(deal, question, patch, 'asking');
  await settle(deal, question);
}

/** An answer that was given to a question that means the same becomes the answer to this one too. */
export async function takeOffered(deal: DealKey, question: QuestionId, answer: Answer): Promise<void> {
  const { verdict, rung, evidenceOn, who, quote, link, knowBy, reason, on, confirmed } = answer;
  const stands = confirmed ? { confirmed } : {};
  await change(deal, question, { verdict, rung, evidenceOn, who, quote, link, knowBy, reason, on, ...stands });
}

/** A key: kept as a draft at once. */
export async function type(deal: DealKey, question: QuestionId, patch: Patch): Promise<void> {
  const began = find(deal, question);
  const goesOn = began !== undefined && isOpen(began);
  void hold(put(deal, question, patch, goesOn ? began.state : 'asking'));
  if (goesOn) return;
  const agreed = await pageAgrees(deal);
  const then = find(deal, question);
  if (then?.state !== 'asking') return;
  void hold(put(deal, question, {}, agreed ? 'agreed' : 'held'));
  if (!agreed) setMark(deal, answerKey(question), { state: 'waiting', again: () => keep(deal, question) });
}

/** A field was left: what was typed in it becomes a revision. */
export async function leave(deal: DealKey, question: QuestionId): Promise<void> {
  const mine = find(deal, question);
  if (mine && isOpen(mine) && mine.state !== 'held') await settle(deal, question);
}

/** Everything typed and not yet a revision becomes one; the panel is hidden, or the page moved on. */
export async function leaveAll(): Promise<void> {
  await Promise.all(Object.values(pending.getState()).map(({ deal, question }) => leave(deal, question)));
}

/** The person says: this change is meant for this deal. Also "try again". */
export async function keep(deal: DealKey, question: QuestionId): Promise<void> {
  put(deal, question, {}, 'asking');
  await settle(deal, question);
}

/** The person says: this change was not meant. */
export async function drop(deal: DealKey, question: QuestionId): Promise<void> {
  forget(deal, question);
  setMark(deal, answerKey(question), { state: 'undone' });
  await discardDraft(deal, answerKey(question));
}

/** Takes an answer back; its history stays. */
export async function clear(deal: DealKey, question: QuestionId): Promise<void> {
  await save(deal, answerKey(question), () =>
    alone(deal, async () => {
      const op = await saveAnswer(deal, question, null, await version(deal));
      // What was being typed of it goes with it, or it would come back as a draft.
      forget(deal, question);
      await discardDraft(deal, answerKey(question));
      return op;
    }),
  );
}

/** "Still true?": the same answer, with today's evidence. */
export async function confirm(deal: DealKey, question: QuestionId): Promise<void> {
  await save(deal, answerKey(question), () =>
    alone(deal, async () => {
      const answer = await keptAnswer(deal, question);
      if (!answer) return null;
      return confirmAnswer(deal, question, { ...answer, evidenceOn: today.getState().day }, await version(deal));
    }),
  );
}

/** The deal was read back up to `newest`: what was kept by then is seen in the kept answers. */
export function caughtUp(deal: DealKey, newest: OpId): void {
  for (const one of Object.values(pending.getState())) {
    if (one.deal !== deal || !one.saved || one.saved.op > newest) continue;
    if (isOpen(one)) set({ ...one, saved: undefined });
    else forget(deal, one.question);
  }
}

/** A deal is shown: what a crash left behind of it becomes revisions; what was held is asked again. */
export async function recover(deal: DealKey): Promise<void> {
  for (const left of await takeOverDrafts(deal)) {
    if (!left.key.startsWith(answerKey(''))) continue;
    const question = left.key.slice(answerKey('').length);
    const mine = find(deal, question);
    if (mine && isOpen(mine)) continue;
    // What was answered since is not overruled by it: the person says which holds.
    const isHeld = left.held || (await isOverruled(deal, question, left));
    put(deal, question, left.patch, isHeld ? 'held' : 'agreed');
    if (!isHeld) await settle(deal, question);
  }
}

async function isOverruled(deal: DealKey, question: QuestionId, { patch, at }: LeftDraft): Promise<boolean> {
  const [doc, mine] = await Promise.all([readDeal(deal), authors()]);
  const cell = doc && newestCell(doc, answerKey(question), mine);
  return !!cell && at !== undefined && timeOf(cell.op) > at && !changesNothing(cell.value as Answer | null, patch);
}

function find(deal: DealKey, question: QuestionId): Pending | undefined {
  return pending.getState()[id(deal, question)];
}

function put(deal: DealKey, question: QuestionId, patch: Patch, state: Pending['state']): Pending {
  const last = find(deal, question);
  return set({ deal, question, patch: { ...last?.patch, ...patch }, state, saved: last?.saved });
}

function set(now: Pending): Pending {
  pending.setState({ [id(now.deal, now.question)]: now });
  return now;
}

function isOpen({ patch }: Pending): boolean {
  return Object.keys(patch).length > 0;
}

function forget(deal: DealKey, question: QuestionId): void {
  const { [id(deal, question)]: _, ...others } = pending.getState();
  pending.setState(others, true);
}

/** The draft's row; a text that could not even be kept so is still in the field, and the save will say. */
async function hold(mine: Pending): Promise<void> {
  await holdDraft(mine.deal, answerKey(mine.question), { patch: mine.patch, held: mine.state !== 'agreed' });
}

/** Makes a revision of a pending change. What was typed while the page agreed belongs to its deal wherever the page is. */
async function settle(deal: DealKey, question: QuestionId): Promise<void> {
  const key = answerKey(question);
  const again = () => keep(deal, question);
  const mine = find(deal, question);
  if (!mine || !isOpen(mine)) return;
  if (mine.state === 'asking' && !(await pageAgrees(deal))) {
    setMark(deal, key, { state: 'waiting', again });
    await hold(put(deal, question, {}, 'held'));
    return;
  }
  const { patch } = find(deal, question) ?? mine;
  if (!isComplete(patch)) return;
  const done = await saveAnyway(deal, key, () => alone(deal, () => reviseKept(deal, question, patch)), { again });
  if (done) await settled(deal, question, patch, done.op);
  else await hold(put(deal, question, {}, 'agreed'));
}

/** What is half said stays a draft: a reason that is still missing, a text that is too long to keep whole. */
function isComplete(patch: Patch): boolean {
  const { day } = today.getState();
  return checkAnswer(revise(null, { verdict: 'yes', ...patch }, day), day).length === 0;
}

/** Lets go of what is now in a revision, and of nothing that was typed meanwhile. */
async function settled(deal: DealKey, question: QuestionId, patch: Patch, op: Op | null): Promise<void> {
  const now = find(deal, question);
  if (!now) return;
  const rest = Object.entries(now.patch).filter(([field, value]) => patch[field as keyof Patch] !== value);
  const saved = op ? { patch: { ...now.saved?.patch, ...patch }, op: op.id } : now.saved;
  const then = set({ ...now, patch: Object.fromEntries(rest), saved });
  if (isOpen(then)) return hold(then);
  if (!saved) forget(deal, question);
  await discardDraft(deal, answerKey(question));
}

/** The next revision, on what is kept at this moment: another panel may have added to it. */
async function reviseKept(deal: DealKey, question: QuestionId, patch: Patch): Promise<Op | null> {
  const kept = await keptAnswer(deal, question);
  if (changesNothing(kept, patch)) return null;
  return saveAnswer(deal, question, revise(kept, patch, today.getState().day), await version(deal));
}

/** The version of the questions that the deal is looked at with at this moment. */
async function version(deal: DealKey): Promise<string> {
  return versionOf(await readPlaybookOf(deal, navigator.language));
}

async function keptAnswer(deal: DealKey, question: QuestionId): Promise<Answer | null> {
  const [doc, mine] = await Promise.all([readDeal(deal), authors()]);
  const cell = doc && newestCell(doc, answerKey(question), mine);
  return (cell?.value as Answer | null | undefined) ?? null;
}

/** Reading and revising is one step among all panels on the deal. */
function alone<T>(deal: DealKey, work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(`footing ${deal}`, work) as Promise<T>;
}
