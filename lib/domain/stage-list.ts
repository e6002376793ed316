/** What each org calls its stages, and what they stand for: the list that a person looks over and mends. */
import { crmOf, dealKeySchema, type OrgKey, orgOf } from './deal';
import { type SubjectDoc, stageMapOf, typedOf } from './fold';
import type { AuthorId } from './op';
import { STEPS, type Step, stageName, stepOf } from './phase';

/** One stage of an org. */
export interface StageRow {
  /** As a page showed it last, or as it is kept where no known deal is in it. */
  name: string;
  /** What it stands for; `null` while nobody said. */
  step: Step | null;
  /** What the CRM usually means by the name; `null` where it does not know it. */
  usual: Step | null;
  /** Whether a person said what it stands for. */
  own: boolean;
}

/** The stages of an org, those first that nobody explained. */
export interface OrgStages {
  org: OrgKey;
  stages: StageRow[];
}

/** `deals` are documents or summaries; `orgs` are the documents of orgs. */
export function stageList(
  deals: readonly SubjectDoc[],
  orgs: readonly SubjectDoc[],
  authors: readonly AuthorId[],
): OrgStages[] {
  const names = new Map<OrgKey, Map<string, string>>();
  const note = (org: OrgKey, name: string) => {
    const ofOrg = names.get(org) ?? new Map<string, string>();
    names.set(org, ofOrg);
    if (!ofOrg.has(stageName(name))) ofOrg.set(stageName(name), name);
  };
  for (const deal of deals) {
    const key = dealKeySchema.safeParse(deal.subject);
    const stage = deal.seen.stage?.text ?? typedOf(deal, 'stage', authors);
    if (key.success && stage) note(orgOf(key.data), stage);
  }
  const maps = new Map(orgs.map((org) => [org.subject as OrgKey, stageMapOf(org, authors)]));
  for (const [org, map] of maps) for (const name of Object.keys(map)) note(org, name);
  return [...names].sort(byFirst).map(([org, ofOrg]) => {
    const own = maps.get(org) ?? {};
    const stages = [...ofOrg].map(([key, name]): StageRow => {
      const crm = crmOf(org);
      return { name, step: stepOf(name, crm, own), usual: stepOf(name, crm, {}), own: Object.hasOwn(own, key) };
    });
    return { org, stages: stages.sort((a, b) => place(a) - place(b) || (a.name < b.name ? -1 : 1)) };
  });
}

/** What nobody knows comes first: it waits for an answer. */
function place({ step }: StageRow): number {
  return step === null ? -1 : STEPS.indexOf(step);
}

function byFirst([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
