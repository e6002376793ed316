/**
 * What takes a walk through all deals. It is read when the log is another, and not by a live query:
 * that would keep a copy of every record which it read, as long as it is on screen.
 */
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import { readLogMark } from '../storage/log-state';

/** What `walk`, one and the same function each time, finds; `undefined` while it is read, `null` where it cannot be. */
export function useLogWalk<T>(walk: () => Promise<T>): T | null | undefined {
  const mark = useLiveQuery(async () => readLogMark().catch(() => null));
  const [found, setFound] = useState<T | null>();
  useEffect(() => {
    if (mark === undefined) return;
    let isWanted = true;
    const show = (next: T | null) => isWanted && setFound(next);
    walk().then(show, () => show(null));
    return () => {
      isWanted = false;
    };
  }, [mark, walk]);
  return found;
}
