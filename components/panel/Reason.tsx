import { i18n } from '#i18n';
import type { QuestionId } from '../../lib/domain/playbook';
import type { DealView } from '../../lib/domain/view';
import { leave, type } from '../../lib/state/answering';
import { LineField } from './LineField';

interface ReasonProps {
  view: DealView;
  question: QuestionId;
  value: string;
  /** Just chosen: takes the keyboard. */
  fresh: boolean;
  onDone: () => void;
}

/** Why a question does not apply; without a reason nothing is saved. */
export function Reason({ view, question, value, fresh, onDone }: ReasonProps) {
  return (
    <LineField
      label={i18n.t('panel.answer.reason')}
      value={value}
      autoFocus={fresh}
      onType={(reason) => void type(view.deal, question, { verdict: 'notApplicable', reason })}
      onLeave={() => {
        onDone();
        void leave(view.deal, question);
      }}
    />
  );
}
