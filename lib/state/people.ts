/** Everybody whose answers are here. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { type Person, peopleOf } from '../domain/person';
import type { ReviewRow } from '../domain/review-row';
import { type KeptPeople, readPeople } from '../storage/people';

/**
 * The person at this browser first, then the others by name; `undefined` while it is read. Where that
 * cannot be, the rows say so, and there is nobody beside me.
 */
export function usePeople(rows: readonly ReviewRow[]): readonly Person[] | undefined {
  const kept = useLiveQuery(async (): Promise<KeptPeople> => readPeople().catch(() => ({ mine: [], docs: [] })));
  return useMemo(() => kept && peopleOf(rows, kept.mine, kept.docs), [rows, kept]);
}
