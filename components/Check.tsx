import type { ReactNode } from 'react';
import { Checkbox } from 'react-aria-components';
import { Sign } from './Marks';

interface CheckProps {
  /** For readers, where nothing is written beside it. */
  label?: string;
  /** Within a group of them. */
  value?: string;
  isOn?: boolean;
  isDisabled?: boolean;
  onChange?: (isOn: boolean) => void;
  children?: ReactNode;
}

/** Yes or no, in a box. */
export function Check({ label, isOn, children, ...rest }: CheckProps) {
  return (
    <Checkbox className="check" aria-label={label} isSelected={isOn} {...rest}>
      {({ isSelected }) => (
        <>
          <span className="box" aria-hidden>
            {isSelected && <Sign of="check" />}
          </span>
          {children && <span>{children}</span>}
        </>
      )}
    </Checkbox>
  );
}
