/** The time, for what changes while somebody looks on: a meeting that begins, or is over. */
import { useEffect, useState } from 'react';
import type { Instant } from '../domain/day';

/** Now, told anew every so often; often enough for minutes. */
export function useNow(everyMs = 15_000): Instant {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = window.setInterval(() => setNow(Date.now()), everyMs);
    return () => window.clearInterval(timer);
  }, [everyMs]);
  return now;
}
