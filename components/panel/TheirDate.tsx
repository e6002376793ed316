import { i18n } from '#i18n';
import type { Answer } from '../../lib/domain/answer';
import { DayField } from './DayField';

interface TheirDateProps {
  answer: Answer | null;
  onType: (patch: Partial<Answer>) => void;
  onLeave: () => void;
  onClear: () => void;
}

/** The day that the customer named. Given before anything else, it says "yes" as well. */
export function TheirDate({ answer, onType, onLeave, onClear }: TheirDateProps) {
  const claimed = answer?.verdict === 'yes' || answer?.verdict === 'partly';
  const value = answer?.on ?? null;
  return (
    <DayField
      label={i18n.t('panel.answer.on')}
      value={value}
      onType={(on) => onType(claimed ? { on } : { on, verdict: 'yes' })}
      onLeave={(on) => (on === null && value !== null ? onClear() : onLeave())}
    />
  );
}
