import { Label, Radio, RadioGroup } from 'react-aria-components';

interface ChoiceProps<T extends string> {
  label: string;
  /** Whether the label is only for readers; the choices say enough to the eye. */
  quiet?: boolean;
  options: readonly { value: T; text: string }[];
  value: T | null;
  onChange: (value: T) => void;
  className?: string;
}

/** One of a few, side by side: the arrows move, Space takes. */
export function Choice<T extends string>({ label, quiet, options, value, onChange, className = '' }: ChoiceProps<T>) {
  return (
    <RadioGroup
      className={`choice ${className}`}
      value={value}
      orientation="horizontal"
      onChange={(next) => onChange(next as T)}
    >
      <Label className={quiet ? 'unseen' : 'choice-label'}>{label}</Label>
      <div className="choice-options">
        {options.map((option) => (
          <Radio key={option.value} value={option.value} className="option">
            {option.text}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
