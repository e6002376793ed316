import { Fragment } from 'react';
import { i18n } from '#i18n';
import type { OpId } from '../../lib/domain/clock';
import { otherwiseKey } from '../../lib/domain/close';
import { type QuestionId, questionOf } from '../../lib/domain/playbook';
import type { DealView } from '../../lib/domain/view';
import { turnedOut } from '../../lib/state/closing';
import { Check } from '../Check';
import { SavedMark } from '../panel/SavedMark';

interface OtherwiseProps {
  view: DealView;
  otherwise: Readonly<Record<QuestionId, OpId>>;
}

/** Every yes that stood at the end: a tick at those that turned out otherwise is what calibration counts. */
export function Otherwise({ view, otherwise }: OtherwiseProps) {
  const { deal, playbook } = view;
  const claims = Object.entries(view.answers).filter(([, { verdict, rung }]) => verdict === 'yes' && rung);
  if (claims.length === 0) return null;
  return (
    <fieldset className="otherwise">
      <legend className="label">{i18n.t('close.otherwise')}</legend>
      {claims.map(([question, { rung, op }]) => (
        <Fragment key={question}>
          <Check isOn={otherwise[question] === op} onChange={(is) => void turnedOut(deal, question, op, is)}>
            {questionOf(playbook, question)?.short ?? question}
            {rung && <span className="small quiet"> {i18n.t(`words.rung.${rung}`)}</span>}
          </Check>
          <SavedMark deal={deal} of={otherwiseKey(question)} />
        </Fragment>
      ))}
    </fieldset>
  );
}
