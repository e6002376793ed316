import type { ReactNode } from 'react';
import { Checkbox } from 'react-aria-components';
import { Sign } from '../Marks';

interface CheckProps {
  label?: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
  children?: ReactNode;
}

/** Yes or no, in a box. */
export function Check({ label, isOn, onChange, children }: CheckProps) {
  return (
    <Checkbox className="check" aria-label={label} isSelected={isOn} onChange={onChange}>
      <span className="box" aria-hidden>
        {isOn && <Sign of="check" />}
      </span>
      {children}
    </Checkbox>
  );
}
