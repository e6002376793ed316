/** One line of text on its way to being kept: a draft at each key, found again after a crash or another deal. */
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { DealKey } from '../domain/deal';
import { discardDraft, holdDraft, takeOverDrafts } from './draft-rows';

/** The line on the screen. */
export interface DraftLine {
  /** What is in the line: what was typed, or else what is kept. */
  text: string;
  type: (text: string) => void;
  /** It is kept now, or not wanted: the draft goes. */
  done: () => void;
}

/** What is typed and not kept, as long as the document lives: what stands over the line must not take it along. */
const lines = createStore<Record<string, string>>()(() => ({}));

/** The line for `key` of a deal; each line needs a key of its own. */
export function useDraftLine(deal: DealKey, key: string, kept: string): DraftLine {
  const typed = useStore(lines, (all) => all[idOf(deal, key)]);
  useEffect(() => {
    let isHere = true;
    const find = async () => {
      const line = await leftLine(deal, key);
      if (isHere && line !== null) lines.setState((now) => ({ [idOf(deal, key)]: line, ...now }));
    };
    // Drafts that cannot be read are still where they are.
    find().catch(() => undefined);
    return () => {
      isHere = false;
    };
  }, [deal, key]);
  useEffect(() => {
    if (typed === kept) drop(deal, key);
  }, [deal, key, typed, kept]);
  return {
    text: typed ?? kept,
    type(text) {
      lines.setState({ [idOf(deal, key)]: text });
      void holdDraft(deal, key, { patch: { line: text }, held: false });
    },
    done: () => drop(deal, key),
  };
}

const idOf = (deal: DealKey, key: string) => `${deal} ${key}`;

function drop(deal: DealKey, key: string): void {
  const { [idOf(deal, key)]: _, ...others } = lines.getState();
  lines.setState(others, true);
  void discardDraft(deal, key);
}

async function leftLine(deal: DealKey, key: string): Promise<string | null> {
  const left = (await takeOverDrafts(deal)).find((draft) => draft.key === key);
  const { line } = (left?.patch ?? {}) as { line?: unknown };
  return typeof line === 'string' ? line : null;
}
