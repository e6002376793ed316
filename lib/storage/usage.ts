/** How much is kept, and how much room it takes. */
import { answerKey } from '../domain/op';
import { database } from './db';

export interface Usage {
  deals: number;
  /** Questions that have an answer, over all deals. */
  answers: number;
  /** Ops in the log. */
  changes: number;
  /** Records that could not be read and are kept apart. */
  aside: number;
  /** In bytes, as the browser estimates it; `null` where it does not say. */
  used: number | null;
  room: number | null;
  /** Whether the browser has promised not to evict it. */
  persisted: boolean;
}

const ANSWER_PREFIX = answerKey('');

export async function readUsage(): Promise<Usage> {
  const db = database();
  const deals = await db.deals.count();
  const changes = await db.ops.count();
  const aside = await db.aside.count();
  let answers = 0;
  await db.summaries.each((summary) => {
    for (const [key, byAuthor] of Object.entries(summary.cells)) {
      if (key.startsWith(ANSWER_PREFIX) && Object.values(byAuthor).some((cell) => cell.value !== null)) answers += 1;
    }
  });
  // The browser's own promises come last: a live query watches only what was read before them.
  const { usage, quota } = (await navigator.storage?.estimate?.()) ?? {};
  const persisted = (await navigator.storage?.persisted?.()) ?? false;
  return { deals, answers, changes, aside, used: usage ?? null, room: quota ?? null, persisted };
}
