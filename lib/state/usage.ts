/** How much is kept, as it stands at each moment. */
import { readUsage, type Usage } from '../storage/usage';
import { useLogWalk } from './log-walk';

/** `undefined` while it is read, `null` where it cannot be; health says why. */
export const useUsage = (): Usage | null | undefined => useLogWalk(readUsage);
