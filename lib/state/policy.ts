/** What the organisation set, where it shows and where it acts. */
import { useEffect, useState } from 'react';
import { crmOf, type DealKey } from '../domain/deal';
import { allowsCrm, NOTHING_SET, type ReadPolicy } from '../domain/policy';
import { onPolicy, readPolicy } from '../storage/policy';

/** What is in force, now and after each change; nothing while it is read. */
export function usePolicy(): ReadPolicy {
  const [now, setNow] = useState(NOTHING_SET);
  useEffect(() => {
    const life = new AbortController();
    const show = async () => {
      const next = await readPolicy();
      if (!life.signal.aborted) setNow(next);
    };
    onPolicy(() => void show(), life.signal);
    void show();
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
