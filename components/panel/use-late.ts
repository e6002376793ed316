import { useEffect, useState } from 'react';

/** A wait as short as this is over before anybody could read that there is one. */
const PATIENCE_MS = 50;

/** Whether `waits` has been true for longer than it takes to read a deal. */
export function useLate(waits: boolean): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    if (!waits) return;
    const timer = window.setTimeout(() => setLate(true), PATIENCE_MS);
    return () => {
      window.clearTimeout(timer);
      setLate(false);
    };
  }, [waits]);
  return waits && isLate;
}
