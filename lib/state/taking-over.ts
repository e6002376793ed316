/** Taking a deal over from the seller who handed it over, and leaving it to them again. */
import type { DealKey } from '../domain/deal';
import { OWNER_KEY } from '../domain/op';
import { leaveIt, takeOver } from '../storage/whose';
import { save } from './saving';

/** Makes the deal mine; what others did in it stays theirs, and counts. */
export async function takeDealOver(deal: DealKey): Promise<void> {
  await save(deal, OWNER_KEY, () => takeOver(deal));
}

/** Makes the deal theirs again. */
export async function leaveDeal(deal: DealKey): Promise<void> {
  await save(deal, OWNER_KEY, () => leaveIt(deal));
}
