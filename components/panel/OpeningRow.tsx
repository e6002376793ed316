import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from 'react-aria-components';
import { StandingMark } from '../Marks';
import type { Standing } from './words';

interface OpeningRowProps {
  /** What it is about; the name of its open part. */
  name: string;
  standing: Standing;
  /** Under the name while the row is closed, or always. */
  more?: ReactNode;
  /** How it stands, in a word. */
  word: ReactNode;
  /** Whether the word calls for a look. */
  callsForLook?: boolean;
  isOpen: boolean;
  onToggle: () => void;
  /** The open part. */
  children: ReactNode;
}

/** One thing in one line: its mark, its name, a word; it opens in place, and what opens is brought into view. */
export function OpeningRow({ name, standing, more, word, callsForLook, isOpen, onToggle, children }: OpeningRowProps) {
  const body = useId();
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isOpen) line.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  return (
    <li className={`question${isOpen ? ' open' : ''}`} ref={line}>
      <Button className="row" aria-expanded={isOpen} aria-controls={isOpen ? body : undefined} onPress={onToggle}>
        <StandingMark standing={standing} />
        <span className="row-text">
          {name}
          {more}
        </span>
        <span className={`small standing-word ${callsForLook ? 'look' : 'quiet'}`}>{word}</span>
      </Button>
      {isOpen && (
        <section className="question-body" id={body} aria-label={name}>
          {children}
        </section>
      )}
    </li>
  );
}
