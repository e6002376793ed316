import { useState } from 'react';
import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import type { IsoDay } from '../../lib/domain/day';
import type { MetCriterion } from '../../lib/domain/decision';
import type { DealView } from '../../lib/domain/view';
import { CRITERIA_KEY, dropCriterion, type WrittenCriterion } from '../../lib/state/decisions';
import { instant } from '../format';
import { Sign, StandingMark } from '../Marks';
import { SavedMark } from '../panel/SavedMark';
import { CriterionForm } from './CriterionForm';
import { criterionWords } from './words';

interface CriteriaProps {
  view: DealView;
  criteria: readonly MetCriterion<WrittenCriterion>[];
  today: IsoDay;
}

/** What was written down before the effort, and whether the evidence meets it. */
export function Criteria({ view, criteria, today }: CriteriaProps) {
  const [writing, setWriting] = useState(false);
  return (
    <>
      <p className="small quiet">{i18n.t('decision.hint')}</p>
      <ul className="criteria">
        {criteria.map((judged) => (
          <Line key={judged.criterion.key} judged={judged} view={view} today={today} />
        ))}
      </ul>
      {writing ? (
        <CriterionForm view={view} today={today} onDone={() => setWriting(false)} />
      ) : (
        <div>
          <Button className="button" onPress={() => setWriting(true)}>
            {i18n.t('decision.write')}
          </Button>
        </div>
      )}
      <SavedMark deal={view.deal} of={CRITERIA_KEY} />
    </>
  );
}

interface LineProps {
  judged: MetCriterion<WrittenCriterion>;
  view: DealView;
  today: IsoDay;
}

function Line({ judged, view, today }: LineProps) {
  const { criterion, met, afterwards } = judged;
  const words = criterionWords(criterion, view.playbook, today);
  const state = afterwards ? 'afterwards' : met ? 'met' : 'notYet';
  return (
    <li>
      <StandingMark standing={afterwards ? 'partial' : met ? 'firm' : 'open'} />
      <div className="row-text">
        <p>{words}</p>
        <p className="small quiet">
          {i18n.t(`decision.state.${state}`)} {i18n.t('decision.writtenAt', [instant(criterion.writtenAt)])}
        </p>
      </div>
      <Button
        className="sign"
        aria-label={i18n.t('decision.drop', [words])}
        onPress={() => void dropCriterion(view.deal, criterion.key)}
      >
        <Sign of="close" />
      </Button>
    </li>
  );
}
