/** The end of a loss that no backup makes good. */
import { acceptLoss } from '../storage/health';
import { askHealth } from './health';

/** Takes what is there as the start, with the person's word for it. */
export async function goOnWithout(): Promise<void> {
  await acceptLoss().catch(() => undefined); // Health, which is asked next, says so again.
  await askHealth();
}
