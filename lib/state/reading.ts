/** What the panel says of how the page is read: a field that was lost, once; and a page that was taught, until it is proven. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { DealKey, Field, RawDeal } from '../domain/deal';
import type { Taught } from '../domain/taught';
import { noteLook } from '../storage/readings';
import { readTaught, saveTaught } from '../storage/taught';

const lost = createStore<{ deal: DealKey; fields: Field[] } | null>()(() => null);

/** Notes how a page was read. What was lost is said on the deal where it was noticed, and not again. */
export async function noteRead(raw: RawDeal): Promise<void> {
  // How pages are read is worth no alarm where it cannot be kept.
  const fields = await noteLook(raw, Date.now()).catch(() => []);
  if (fields.length > 0) lost.setState({ deal: raw.key, fields }, true);
  else {
    const said = lost.getState();
    const found = said?.fields.filter((field) => raw.fields[field] !== null) ?? [];
    if (said?.deal === raw.key && found.length > 0) dismissLost();
  }
}

/** The person has read it. */
export function dismissLost(): void {
  lost.setState(null, true);
}

/** The fields of this deal's site that were lost, where that was noticed on this deal. */
export function useLost(deal: DealKey): readonly Field[] {
  const said = useStore(lost);
  return said?.deal === deal ? said.fields : [];
}

/**
 * What was taught of a page that shows this deal, while no person has seen it read another deal
 * rightly; `null` too where that cannot be read: it reads all the same.
 */
export function useUnproven(deal: DealKey, url: string | null): Taught | null {
  const taught = useLiveQuery(async () => readTaught().catch(() => []), []) ?? [];
  const origin = url === null ? null : URL.parse(url)?.origin;
  const found = taught.find((one) => one.origin === origin);
  return found && !found.proven && found.on !== deal ? found : null;
}

/** The person saw that it reads rightly. Whether that could be kept. */
export function confirmTaught(taught: Taught): Promise<boolean> {
  return saveTaught([{ ...taught, proven: true }]).then(
    () => true,
    () => false,
  );
}
