/** A report of how a site is read, copied for a bug report. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { type FieldOutline, reportText } from '../domain/reading';
import { readReading } from '../storage/readings';
import { copy } from './copying';
import { ourManifest } from './manifest';

/** The site whose report was copied last, and whether it could be. */
const copied = createStore<{ origin: string; done: boolean } | null>()(() => null);

/** What came of the last copying; `null` before the first. */
export const useCopiedReport = () => useStore(copied);

/** Copies how a site is read, and of its page at hand what that is made of. Nothing that stands there is in it. */
export async function copyReport(crm: string, origin: string, outline: readonly FieldOutline[] | null): Promise<void> {
  const { version } = ourManifest();
  const browser = /(Firefox|Edg|Chrome)\/[\d.]+/.exec(navigator.userAgent)?.[0] ?? '';
  // A report without the days of reading still tells what the page is made of.
  const health = await readReading(origin).catch(() => ({}));
  const done = await copy({ plain: reportText({ app: version, browser, crm, health, outline }, Date.now()) });
  copied.setState({ origin, done }, true);
}
