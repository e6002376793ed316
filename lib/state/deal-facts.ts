/** What a person says of a deal beside the answers: a field that no page showed, a step, a stage's meaning. */
import { type DealKey, type Field, orgOf } from '../domain/deal';
import { fieldKey, PHASE_KEY, stageKey } from '../domain/op';
import { type Step, stageName } from '../domain/phase';
import { setPhase, typeField } from '../storage/deals';
import { mapStage } from '../storage/orgs';
import { save } from './saving';

/** Keeps what was typed for a field; nothing clears it. `kept` is called when it is, now or at a later try. */
export async function saveField(deal: DealKey, field: Field, text: string, kept: () => void): Promise<void> {
  await save(deal, fieldKey(field), async () => {
    const op = await typeField(deal, field, text);
    kept();
    return op;
  });
}

/** Says where the deal stands, where its page shows no stage. */
export async function saveStep(deal: DealKey, step: Step): Promise<void> {
  await save(deal, PHASE_KEY, () => setPhase(deal, step));
}

/** The key of the mark beside what a stage means. */
export const meaningKey = (stage: string) => stageKey(stageName(stage));

/** Says which step a stage's name stands for, in every deal of this org. */
export async function saveMeaning(deal: DealKey, stage: string, step: Step): Promise<void> {
  await save(deal, meaningKey(stage), async () => {
    await mapStage(orgOf(deal), stage, step);
    return null;
  });
}
