import { i18n } from '#i18n';
import type { IsoDay } from '../../lib/domain/day';
import { FIELDS } from '../../lib/domain/deal';
import { PHASE_KEY } from '../../lib/domain/op';
import type { DealView } from '../../lib/domain/view';
import type { ShownDeal } from '../../lib/state/deal';
import { meaningKey, saveMeaning, saveStep } from '../../lib/state/deal-facts';
import { Advances } from '../advance/Advances';
import { CloseBlock } from '../close/CloseBlock';
import { Premortem } from '../close/Premortem';
import { DecisionBlock } from '../decision/DecisionBlock';
import { CrmNote } from '../meeting/CrmNote';
import { Promises } from '../meeting/Promises';
import { Asked } from '../review/Asked';
import { TakenOver } from '../theirs/WhoseNote';
import { Trend } from '../trend/Trend';
import { Changes } from './Changes';
import { FieldRow } from './FieldRow';
import { Questions } from './Questions';
import { SavedMark } from './SavedMark';
import { StepChoice } from './StepChoice';

interface DealTabProps {
  shown: Extract<ShownDeal, { state: 'shown' }>;
  today: IsoDay;
}

/** What is known of the deal itself: what its page says, what was seen to change, which step it is at, which questions it is asked. */
export function DealTab({ shown, today }: DealTabProps) {
  const { view, why, changes } = shown;
  return (
    <div className="deal-tab">
      <Asked view={view} today={today} />
      <CloseBlock view={view} today={today} />
      <section aria-labelledby="deal-read">
        <h3 id="deal-read">{i18n.t('panel.deal.read')}</h3>
        <dl className="fields">
          {FIELDS.map((field) => (
            <FieldRow key={field} view={view} field={field} today={today} />
          ))}
        </dl>
      </section>
      <Promises view={view} />
      <CrmNote view={view} />
      <Steps view={view} />
      <Questions view={view} why={why} />
      <DecisionBlock view={view} today={today} />
      <Premortem view={view} />
      <Trend view={view} playbook={view.playbook} today={today} />
      <TakenOver shown={shown} />
      <Advances view={view} />
      <Changes changes={changes} />
    </div>
  );
}

/** Where the deal stands: what its stage means, or, where no stage is shown, what the person says. */
function Steps({ view }: { view: DealView }) {
  const { deal, stage } = view;
  return (
    <section>
      <h3>{i18n.t('panel.deal.step')}</h3>
      <p className="small quiet">
        <bdi>{stage ? i18n.t('panel.deal.stepHint', [stage]) : i18n.t('panel.deal.stepOwn')}</bdi>
      </p>
      <StepChoice
        quiet
        label={i18n.t('panel.deal.step')}
        value={view.step}
        onChange={(step) => void (stage ? saveMeaning(deal, stage, step) : saveStep(deal, step))}
      />
      <SavedMark deal={deal} of={stage ? meaningKey(stage) : PHASE_KEY} />
    </section>
  );
}
