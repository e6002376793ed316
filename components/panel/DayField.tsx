import { useState } from 'react';
import { type IsoDay, isDay } from '../../lib/domain/day';
import { LineField } from './LineField';

interface DayFieldProps {
  label: string;
  value: IsoDay | null;
  /** The latest day that is taken. */
  max?: IsoDay;
  /** What is wrong with a day after the latest, in words. */
  tooLate?: string;
  /** Each whole day on the way, before it is final. */
  onType: (day: IsoDay) => void;
  /** The field was left with a day in it, or, as `null`, with none. */
  onLeave: (day: IsoDay | null) => void;
}

/** One day; half a day is only on the screen, each whole one is passed on at once. */
export function DayField({ label, value, max, tooLate, onType, onLeave }: DayFieldProps) {
  const [text, setText] = useState(value ?? '');
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    setText(value ?? '');
  }
  const isLate = (day: string) => max !== undefined && isDay(day) && day > max;
  return (
    <LineField
      type="date"
      label={label}
      value={text}
      max={max}
      wrong={isLate(text) ? tooLate : null}
      onType={(next) => {
        setText(next);
        if (isDay(next) && next !== value && !isLate(next)) onType(next);
      }}
      onLeave={() => {
        if (isLate(text)) return;
        if (!isDay(text)) setText(value ?? '');
        onLeave(isDay(text) ? text : null);
      }}
    />
  );
}
