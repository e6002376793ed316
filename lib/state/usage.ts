/** How much is kept, as it stands at each moment. */
import { useLiveQuery } from 'dexie-react-hooks';
import { readUsage, type Usage } from '../storage/usage';

/** `undefined` while it is read, `null` where it cannot be; health says why. */
export function useUsage(): Usage | null | undefined {
  return useLiveQuery(async () => readUsage().catch(() => null));
}
