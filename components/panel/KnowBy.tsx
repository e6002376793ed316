import { useState } from 'react';
import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import { type IsoDay, isDay } from '../../lib/domain/day';
import { day } from '../format';
import { LineField } from './LineField';

interface KnowByProps {
  value: IsoDay | null;
  earliest: IsoDay;
  /** A day that one click takes. */
  offered: IsoDay;
  onChange: (day: IsoDay | null) => void;
}

/** "Unknown" is an honourable answer; best with the day by which it will be known. */
export function KnowBy({ value, earliest, offered, onChange }: KnowByProps) {
  const [text, setText] = useState(value ?? '');
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    setText(value ?? '');
  }
  return (
    <div className="know-by">
      <LineField
        type="date"
        label={i18n.t('panel.answer.knowBy')}
        value={text}
        onType={setText}
        onLeave={() => {
          const next = isDay(text) ? text : null;
          if (next !== value) onChange(next);
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
