/** The sites on which the launcher is hidden, as they stand at each moment. */
import { useEffect, useState } from 'react';
import { changePlacement, hiddenSites, onPlacement } from '../browser/placement';

/** `null` while they are read. */
export function useHiddenSites(): string[] | null {
  const [sites, setSites] = useState<string[] | null>(null);
  useEffect(() => {
    const life = new AbortController();
    const look = async () => {
      const now = await hiddenSites();
      if (!life.signal.aborted) setSites(now);
    };
    onPlacement(() => void look(), life.signal);
    void look();
    return () => life.abort();
  }, []);
  return sites;
}

/** Lets the launcher be seen again; an open page shows it when it is loaded anew. */
export async function showLauncherOn(origin: string): Promise<void> {
  await changePlacement(origin, { hidden: false });
}
