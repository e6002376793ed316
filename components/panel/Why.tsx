import type { ReactNode } from 'react';
import { Button, Dialog, DialogTrigger } from 'react-aria-components';
import { Overlay } from '../Overlay';

interface WhyProps {
  /** What is shown and can be asked "why?". */
  children: ReactNode;
  className?: string;
  /** The full name, where what is shown says too little when read aloud. */
  label?: string;
  /** The title of the explanation. */
  title: string;
  explanation: ReactNode | ((close: () => void) => ReactNode);
}

/** Something that explains itself when pressed. */
export function Why({ children, className = '', label, title, explanation }: WhyProps) {
  return (
    <DialogTrigger>
      <Button className={`why ${className}`} aria-label={label}>
        {children}
      </Button>
      <Overlay placement="bottom start">
        <Dialog className="explanation" aria-label={title}>
          {({ close }) => (typeof explanation === 'function' ? explanation(close) : explanation)}
        </Dialog>
      </Overlay>
    </DialogTrigger>
  );
}
