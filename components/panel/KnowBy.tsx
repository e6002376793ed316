import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import type { IsoDay } from '../../lib/domain/day';
import { day } from '../format';
import { DayField } from './DayField';

interface KnowByProps {
  label?: string;
  value: IsoDay | null;
  earliest: IsoDay;
  /** A day that one click takes. */
  offered: IsoDay;
  /** Each whole day on the way, before it is final. */
  onType?: (day: IsoDay) => void;
  /** The day that was typed is final. */
  onLeave?: () => void;
  onChange: (day: IsoDay | null) => void;
}

/** "Unknown" is an honourable answer; best with the day by which it will be known. */
export function KnowBy(props: KnowByProps) {
  const { label = i18n.t('panel.answer.knowBy'), value, earliest, offered, onType, onLeave, onChange } = props;
  return (
    <div className="know-by">
      <DayField
        label={label}
        value={value}
        onType={(next) => onType?.(next)}
        onLeave={(next) => {
          if (next !== value) onChange(next);
          else onLeave?.();
        }}
      />
      {!value && (
        <Button className="plain" onPress={() => onChange(offered)}>
          {day(offered, earliest)}
        </Button>
      )}
    </div>
  );
}
