import { useState } from 'react';
import { i18n } from '#i18n';
import type { Answer } from '../../lib/domain/answer';
import { type IsoDay, isDay } from '../../lib/domain/day';
import { LineField } from './LineField';

interface TheirDateProps {
  answer: Answer | null;
  onChange: (patch: Partial<Answer>) => void;
}

/** The day that the customer named. Given before anything else, it says "yes" as well. */
export function TheirDate({ answer, onChange }: TheirDateProps) {
  const value = answer?.on ?? '';
  const [text, setText] = useState(value);
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    setText(value);
  }
  const leave = () => {
    const on: IsoDay | null = isDay(text) ? text : null;
    if (on === (answer?.on ?? null)) return;
    const claimed = answer?.verdict === 'yes' || answer?.verdict === 'partly';
    onChange(claimed || on === null ? { on } : { on, verdict: 'yes' });
  };
  return <LineField type="date" label={i18n.t('panel.answer.on')} value={text} onType={setText} onLeave={leave} />;
}
