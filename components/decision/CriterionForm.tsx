import { useState } from 'react';
import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import { addDays, type IsoDay, isDay } from '../../lib/domain/day';
import { CHOICES, CONDITIONS, type Criterion } from '../../lib/domain/decision';
import type { DealView } from '../../lib/domain/view';
import { writeCriterion } from '../../lib/state/decisions';
import { Pick } from '../Pick';
import { Choice } from '../panel/Choice';
import { LineField } from '../panel/LineField';

/** How long "still open after" gives by default. */
const PATIENCE_DAYS = 30;

interface CriterionFormProps {
  view: DealView;
  today: IsoDay;
  onDone: () => void;
}

/** A criterion in three choices: what it calls for, which fact, and what becomes of it. */
export function CriterionForm({ view, today, onDone }: CriterionFormProps) {
  const { questions } = view.playbook;
  const [written, setWritten] = useState<Omit<Criterion, 'by'>>({
    calls: 'stop',
    question: (questions.find(({ stopIfNo }) => stopIfNo) ?? questions[0])?.id ?? '',
    when: 'no',
  });
  const [by, setBy] = useState(addDays(today, PATIENCE_DAYS));
  const { calls, question, when } = written;
  const isLasting = when === 'notFirmBy';
  const isWhole = question !== '' && (!isLasting || isDay(by));
  const keep = async () => {
    if (await writeCriterion(view.deal, { ...written, by: isLasting ? by : null })) onDone();
  };
  return (
    <fieldset className="criterion-form">
      <legend className="unseen">{i18n.t('decision.write')}</legend>
      <Choice
        label={i18n.t('decision.form.calls')}
        options={CHOICES.map((value) => ({ value, text: i18n.t(`decision.choice.${value}`) }))}
        value={calls}
        onChange={(next) => setWritten({ ...written, calls: next })}
      />
      <Choice
        className="steps"
        label={i18n.t('decision.form.when')}
        options={CONDITIONS.map((value) => ({ value, text: i18n.t(`decision.form.${value}`) }))}
        value={when}
        onChange={(next) => setWritten({ ...written, when: next })}
      />
      <Pick
        label={i18n.t('decision.form.question')}
        options={questions.map(({ id, short }) => ({ id, text: short }))}
        value={question}
        onChange={(next) => setWritten({ ...written, question: next })}
      />
      {isLasting && <LineField type="date" label={i18n.t('decision.form.by')} value={by} onType={setBy} />}
      <div className="criterion-ways">
        <Button className="button first" isDisabled={!isWhole} onPress={() => void keep()}>
          {i18n.t('decision.form.keep')}
        </Button>
        <Button className="plain" onPress={onDone}>
          {i18n.t('words.cancel')}
        </Button>
      </div>
    </fieldset>
  );
}
