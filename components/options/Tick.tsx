import { Checkbox } from 'react-aria-components';
import { Sign } from '../Marks';

interface TickProps {
  text: string;
  value?: string;
  isSelected?: boolean;
  onChange?: (selected: boolean) => void;
}

/** One thing to tick or to leave. */
export function Tick({ text, ...rest }: TickProps) {
  return (
    <Checkbox className="check" {...rest}>
      <span className="box" aria-hidden>
        <Sign of="check" />
      </span>
      {text}
    </Checkbox>
  );
}
