/** The newest backup that Footing made by itself: what is said of it where answers are missing, and the way out with it. */
import { useEffect, useState } from 'react';
import { offerFile } from '../browser/offer-file';
import { newestSet } from '../domain/backup-plan';
import type { Instant } from '../domain/day';
import { backupsIn, filesOfNewest, ownFolder } from '../storage/backup-files';

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

/**
 * Hands its files to the browser's downloads, as they are: where the database cannot be opened at all,
 * nothing can be added to it. Says whether it could.
 */
export async function saveNewestBackup(): Promise<boolean> {
  try {
    for (const file of await filesOfNewest(await ownFolder())) offerFile(file, file.name);
    return true;
  } catch {
    return false;
  }
}
