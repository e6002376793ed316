/** Whether the person wants firmness in lists: off unless `storage.local` says otherwise. */
import { browser } from '#imports';

const KEY = 'list-marks';

/** Whether they do. */
export async function readListMarks(): Promise<boolean> {
  return (await browser.storage.local.get(KEY))[KEY] === true;
}

/** Remembers what they said; what runs in open pages follows by `settleSites` and `enterLists`. */
export async function keepListMarks(on: boolean): Promise<void> {
  await browser.storage.local.set({ [KEY]: on });
}
