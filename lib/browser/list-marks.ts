/** Whether the person wants firmness in lists: off unless `storage.local` says otherwise. */
import { browser } from '#imports';

const KEY = 'list-marks';

export async function readListMarks(): Promise<boolean> {
  return (await browser.storage.local.get(KEY))[KEY] === true;
}

export async function keepListMarks(on: boolean): Promise<void> {
  await browser.storage.local.set({ [KEY]: on });
}
