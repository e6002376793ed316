/** The sites on which the launcher is hidden, as they stand at each moment. */
import { useEffect, useState } from 'react';
import { changePlacement, hiddenSites, onPlacement } from '../browser/placement';

/** `null` while they are read; `unread` where the browser does not give them. */
export function useHiddenSites(): string[] | 'unread' | null {
  const [sites, setSites] = useState<string[] | 'unread' | null>(null);
  useEffect(() => {
    const life = new AbortController();
    const look = async () => {
      const now = await hiddenSites().catch(() => 'unread' as const);
      if (!life.signal.aborted) setSites(now);
    };
    onPlacement(() => void look(), life.signal);
    void look();
    return () => life.abort();
  }, []);
  return sites;
}

/** Lets the launcher be seen again; an open page shows it when it is loaded anew. Says whether it was kept. */
export async function showLauncherOn(origin: string): Promise<boolean> {
  return changePlacement(origin, { hidden: false }).then(
    () => true,
    () => false,
  );
}
