import { Button, CheckboxGroup, Input, Label, NumberField } from 'react-aria-components';
import { i18n } from '#i18n';
import { PHASES } from '../../../lib/domain/phase';
import { type Playbook, type Question, RECHECK_EVENTS, type RecheckEvent } from '../../../lib/domain/playbook';
import { putInto } from '../../../lib/domain/playbook-change';
import { edit } from '../../../lib/state/playbook-draft';
import { Check } from '../../Check';
import { Pick } from '../../Pick';
import { titleOf } from './PhaseQuestions';
import { TextLine } from './TextLine';

const TEXTS = ['short', 'prompt', 'ask', 'gives', 'proof', 'why', 'coach'] as const;
/** Weight 1, 2 and 3. */
const WEIGHTS = ['good', 'matters', 'decides'] as const;
const MOST_DAYS = 3650;

interface QuestionFormProps {
  draft: Playbook;
  question: Question;
  onGone: () => void;
}

/** Everything that one question says and weighs. */
export function QuestionForm({ draft, question, onGone }: QuestionFormProps) {
  const { id } = question;
  const open = PHASES.filter((phase) => phase !== 'closed' || phase === question.phase);
  const change = (to: Partial<Omit<Question, 'id'>>) => edit(draft, [{ do: 'change', id, to }]);
  return (
    <fieldset className="question-form" aria-label={i18n.t('playbooks.editor.question', [titleOf(question)])}>
      {TEXTS.map((field) => (
        <TextLine
          key={field}
          long={field !== 'short'}
          label={i18n.t(`playbooks.field.${field}`)}
          value={question[field]}
          onType={(text) => change({ [field]: text })}
        />
      ))}
      <div className="numbers">
        <Pick
          labelled
          label={i18n.t('playbooks.field.phase')}
          options={open.map((phase) => ({ id: phase, text: i18n.t(`words.phase.${phase}`) }))}
          value={question.phase}
          onChange={(phase) => phase !== question.phase && edit(draft, putInto(draft, id, phase))}
        />
        <Pick
          labelled
          label={i18n.t('playbooks.field.weight')}
          options={WEIGHTS.map((weight) => ({ id: weight, text: i18n.t(`playbooks.weight.${weight}`) }))}
          value={WEIGHTS[question.weight - 1] ?? null}
          onChange={(weight) => change({ weight: weight === 'good' ? 1 : weight === 'matters' ? 2 : 3 })}
        />
        <NumberField
          className="field"
          value={question.freshDays}
          minValue={1}
          maxValue={MOST_DAYS}
          step={1}
          onChange={(freshDays) => Number.isInteger(freshDays) && change({ freshDays })}
        >
          <Label className="label">{i18n.t('playbooks.field.freshDays')}</Label>
          <Input className="input" />
        </NumberField>
      </div>
      <CheckboxGroup
        className="checks"
        value={[...question.recheckOn]}
        onChange={(events) => change({ recheckOn: RECHECK_EVENTS.filter((event) => events.includes(event)) })}
      >
        <Label className="label">{i18n.t('playbooks.field.recheckOn')}</Label>
        {RECHECK_EVENTS.map((event: RecheckEvent) => (
          <Check key={event} value={event}>
            {i18n.t(`playbooks.event.${event}`)}
          </Check>
        ))}
      </CheckboxGroup>
      <Check isOn={question.stopIfNo === true} onChange={(stop) => change({ stopIfNo: stop ? true : undefined })}>
        {i18n.t('playbooks.field.stopIfNo')}
      </Check>
      <p>
        <Button
          className="button"
          onPress={() => {
            onGone();
            edit(draft, [{ do: 'retire', id }]);
          }}
        >
          {i18n.t('playbooks.editor.retire')}
        </Button>{' '}
        <span className="small quiet">{i18n.t('playbooks.editor.retiredHint')}</span>
      </p>
    </fieldset>
  );
}
