/** What the organisation set, where it shows and where it acts. */
import { useEffect, useState } from 'react';
import { crmOf, type DealKey } from '../domain/deal';
import { allowsCrm, NO_POLICY, type ReadPolicy } from '../domain/policy';
import { onPolicy, readPolicy } from '../storage/policy';

const NONE: ReadPolicy = { policy: NO_POLICY, set: [], ignored: [] };

/** What is in force, now and after each change; nothing while it is read. */
export function usePolicy(): ReadPolicy {
  const [now, setNow] = useState(NONE);
  useEffect(() => {
    const life = new AbortController();
    const look = async () => {
      const next = await readPolicy();
      if (!life.signal.aborted) setNow(next);
    };
    onPolicy(() => void look(), life.signal);
    void look();
    return () => life.abort();
  }, []);
  return now;
}

/** Whether the organisation lets Footing run on a CRM. */
export async function mayRunOn(crm: string): Promise<boolean> {
  return allowsCrm((await readPolicy()).policy, crm);
}

/** Whether the organisation lets Footing run on the CRM of a deal; yes while that is read. */
export function usePolicyAllows(deal: DealKey | null): boolean {
  const { policy } = usePolicy();
  return deal === null || allowsCrm(policy, crmOf(deal));
}
