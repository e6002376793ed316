/**
 * Editing a playbook: every key is kept as a draft, so that a closed tab loses nothing; it
 * becomes a version only after its difference was looked at.
 */
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { playbookKey, TEAM } from '../domain/op';
import type { Phase } from '../domain/phase';
import type { Playbook } from '../domain/playbook';
import { blankQuestion, endOf, nextVersion, ownCopy, type PlaybookChange } from '../domain/playbook-change';
import { type FaultReason, reasonOf } from '../storage/db';
import { draftsOf, dropDraft, keepDraft } from '../storage/drafts';
import { newEnding, savePlaybook } from '../storage/playbooks';

/** What is being written, by the playbook's id. It may not hold yet: a line may still be empty. */
const drafts = createStore<Record<string, Playbook>>()(() => ({}));

/** The playbook as it is being written; what was left unsaved another day comes back. */
export function useDraft(kept: Playbook): Playbook {
  const { id } = kept;
  useEffect(() => void recall(id), [id]);
  return useStore(drafts, (all) => all[id]) ?? kept;
}

/** Ids of the playbooks that have changes which are no version yet. */
export function useUnsaved(): readonly string[] {
  useEffect(() => void recall(), []);
  const all = useStore(drafts);
  return Object.keys(all);
}

/** Makes changes to what is being written; the version that is in use stays as it is. */
export function edit(draft: Playbook, changes: readonly PlaybookChange[]): void {
  write({ ...nextVersion(draft, changes), version: draft.version });
}

/** Adds an empty question at the end of a phase, and gives its id. */
export function addQuestion(draft: Playbook, phase: Phase, coach: string): string {
  const question = { ...blankQuestion(draft, phase, newEnding()), coach };
  edit(draft, [{ do: 'add', question, before: endOf(draft.questions, phase) }]);
  return question.id;
}

/** Goes on from another version's words. */
export function write(draft: Playbook): void {
  drafts.setState({ [draft.id]: draft });
  void hold(draft.id);
}

/** Throws away what is no version yet. */
export async function discard(id: string): Promise<void> {
  const { [id]: _, ...others } = drafts.getState();
  drafts.setState(others, true);
  await dropDraft(TEAM, playbookKey(id)).catch(() => undefined); // It would only come back to be thrown away again.
}

/** `behind`: another tab saved a version first, so this difference was never looked at. */
export type Adopted = 'saved' | 'behind' | { failed: FaultReason };

/** Saves a version of a playbook that was looked at. What was typed stays where it cannot. */
export async function adopt(next: Playbook): Promise<Adopted> {
  try {
    if (!(await savePlaybook(next))) return 'behind';
    await discard(next.id);
    return 'saved';
  } catch (error) {
    return { failed: reasonOf(error) };
  }
}

/** Makes a playbook the team's own; gives its id, or `null` where it could not be kept. */
export async function copyToEdit(playbook: Playbook, words: { name: string; origin: string }): Promise<string | null> {
  const copy = ownCopy(playbook, newEnding(), words);
  return (await adopt(copy)) === 'saved' ? copy.id : null;
}

const holding = new Set<string>();

/** The draft's row: one write at a time, and the last text always. */
async function hold(id: string): Promise<void> {
  if (holding.has(id)) return;
  holding.add(id);
  try {
    for (let held: Playbook | undefined; ; ) {
      const draft = drafts.getState()[id];
      if (!draft || draft === held) break;
      held = draft;
      await keepDraft(TEAM, playbookKey(id), draft);
    }
  } catch {
    // The text is still on the screen, and saving says why it cannot be kept.
  } finally {
    holding.delete(id);
  }
}

async function recall(only?: string): Promise<void> {
  // Drafts that cannot be read are still where they are.
  const rows = await draftsOf(TEAM).catch(() => []);
  for (const { value } of rows) {
    if (isDraft(value) && (only ?? value.id) === value.id && !drafts.getState()[value.id]) {
      drafts.setState({ [value.id]: value });
    }
  }
}

/** Drafts are ours alone; what is looked at is whether a row is whole. */
function isDraft(value: unknown): value is Playbook {
  return typeof value === 'object' && value !== null && 'id' in value && 'questions' in value;
}
