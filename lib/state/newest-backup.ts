/** The newest backup that Footing made by itself: what a panel says where answers are missing. */
import { useEffect, useState } from 'react';
import { newestSet } from '../domain/backup-plan';
import type { Instant } from '../domain/day';
import { backupsIn, ownFolder } from '../storage/backup-files';

/** When it was made; `null` while it is looked for, and where there is none. */
export function useNewestBackup(): Instant | null {
  const [made, setMade] = useState<Instant | null>(null);
  useEffect(() => {
    ownFolder()
      .then(backupsIn)
      .then((kept) => setMade(newestSet(kept).at(-1)?.made ?? null))
      // Where no backup can be found, none is offered.
      .catch(() => undefined);
  }, []);
  return made;
}
