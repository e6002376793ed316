/** What each org's stages stand for, over all its deals. */
import { useLiveQuery } from 'dexie-react-hooks';
import type { OrgKey } from '../domain/deal';
import type { Step } from '../domain/phase';
import { type OrgStages, stageList } from '../domain/stage-list';
import { type FaultReason, reasonOf } from '../storage/db';
import { authors } from '../storage/identity';
import { allStages, mapStage } from '../storage/orgs';

/** The stages on the screen. */
export type Stages =
  | { state: 'loading' }
  | { state: 'shown'; orgs: OrgStages[] }
  | { state: 'failed'; reason: FaultReason };

/** The stages of all orgs, now and after each change. */
export function useStages(): Stages {
  return useLiveQuery(read) ?? { state: 'loading' };
}

async function read(): Promise<Stages> {
  try {
    const { deals, orgs } = await allStages();
    return { state: 'shown', orgs: stageList(deals, orgs, await authors()) };
  } catch (error) {
    return { state: 'failed', reason: reasonOf(error) };
  }
}

/** Says what a stage stands for; `null` goes back to what the CRM usually means by it. Says why it was not kept. */
export async function saveStage(org: OrgKey, stage: string, step: Step | null): Promise<FaultReason | null> {
  try {
    await mapStage(org, stage, step);
    return null;
  } catch (error) {
    return reasonOf(error);
  }
}
