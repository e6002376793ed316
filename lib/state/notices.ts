/** Being told by the system when a deal that was set aside comes back: off until the person turns it on. */
import { useEffect, useState } from 'react';
import { askToNotify, mayNotify, type Notice, notifyOnce, stopNotifying } from '../browser/notices';
import { dayOf } from '../domain/day';
import { comesBack, decisionOf } from '../domain/decision';
import { mineAmong } from '../domain/whose';
import { allSummaries } from '../storage/deals';
import { authors } from '../storage/identity';

/** Whether notices are on, `null` while nobody knows; and the way to change it, within a click. */
export function useNotices(): [on: boolean | null, set: (on: boolean) => Promise<void>] {
  const [on, setOn] = useState<boolean | null>(null);
  useEffect(() => {
    mayNotify().then(setOn, () => setOn(false));
  }, []);
  const set = async (wanted: boolean) => {
    const change = wanted ? askToNotify() : stopNotifying();
    // Whether the browser did it or not: what it grants is what counts.
    await change.catch(() => undefined);
    setOn(await mayNotify().catch(() => on));
  };
  return [on, set];
}

/** Tells of each recycled deal whose day has come, once; `title` says it in words. */
export async function tellReturns(title: (name: string) => string): Promise<void> {
  if (!(await mayNotify())) return;
  const now = new Date();
  const today = dayOf(now.getTime(), -now.getTimezoneOffset());
  const mine = await authors();
  const notices: Notice[] = [];
  for await (const part of allSummaries()) {
    for (const { doc, authors } of mineAmong(part, mine)) {
      const decision = decisionOf(doc, authors);
      if (!decision?.on || !comesBack(decision, today)) continue;
      const { subject: deal, seen } = doc;
      notices.push({ deal, on: decision.on, title: title(seen.name?.text ?? ''), text: decision.trigger });
    }
  }
  await notifyOnce(notices);
}
