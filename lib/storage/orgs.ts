/** What holds for all deals of one CRM org: what its stages stand for. */
import type { OrgKey } from '../domain/deal';
import type { SubjectDoc } from '../domain/fold';
import { stageKey } from '../domain/op';
import { type Step, stageName } from '../domain/phase';
import type { Summary } from '../domain/summary';
import { database } from './db';
import { appendOne } from './log';

/** Everything that is kept of an org; `null` of an unknown one. */
export async function readOrg(key: OrgKey): Promise<SubjectDoc | null> {
  return (await database().orgs.get(key)) ?? null;
}

/**
 * Says what one of the org's stages stands for, for all its deals; `null` forgets it.
 * @throws NotSaved
 */
export async function mapStage(org: OrgKey, stage: string, step: Step | null): Promise<void> {
  const key = stageKey(stageName(stage));
  await appendOne({ kind: 'stage.mapped', subject: org, key, value: step, version: null });
}

/** The documents of all orgs, and what is known of the deals in them. */
export async function allStages(): Promise<{ deals: Summary[]; orgs: SubjectDoc[] }> {
  const db = database();
  return { deals: await db.summaries.toArray(), orgs: await db.orgs.toArray() };
}
