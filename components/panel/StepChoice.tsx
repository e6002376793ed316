import { i18n } from '#i18n';
import { STEPS, type Step } from '../../lib/domain/phase';
import { Choice } from './Choice';

interface StepChoiceProps {
  label: string;
  /** Whether something above says the label already. */
  quiet?: boolean;
  value: Step | null;
  onChange: (step: Step) => void;
}

/** Which of the steps that every CRM's stages come down to. */
export function StepChoice({ label, quiet, value, onChange }: StepChoiceProps) {
  return (
    <Choice
      className="steps"
      label={label}
      quiet={quiet}
      options={STEPS.map((step) => ({ value: step, text: i18n.t(`words.step.${step}`) }))}
      value={value}
      onChange={onChange}
    />
  );
}
