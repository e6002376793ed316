import { i18n } from '#i18n';
import type { DealView } from '../../lib/domain/view';
import { meaningKey, saveMeaning } from '../../lib/state/deal-facts';
import { SavedMark } from './SavedMark';
import { StepChoice } from './StepChoice';

/** A stage that no map knows: asked once, for all deals of its org. */
export function StageAsk({ view }: { view: DealView }) {
  const { stage, deal } = view;
  if (!stage || !view.phaseUnknown) return null;
  return (
    <section className="stage-ask">
      <StepChoice
        label={i18n.t('panel.stage.ask', [stage])}
        value={null}
        onChange={(step) => void saveMeaning(deal, stage, step)}
      />
      <p className="small quiet">{i18n.t('panel.stage.hint')}</p>
      <SavedMark deal={deal} of={meaningKey(stage)} />
    </section>
  );
}
