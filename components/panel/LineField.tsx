import { type ReactNode, useId } from 'react';
import { FieldError, Input, Label, TextField } from 'react-aria-components';

interface LineFieldProps {
  label: string;
  value: string;
  type?: 'text' | 'date' | 'time';
  /** The latest day that a date may be. */
  max?: string;
  /** Values that are offered while typing. */
  offers?: readonly string[];
  /** What is wrong with the value, in words; nothing is saved while it is. */
  wrong?: ReactNode;
  autoFocus?: boolean;
  placeholder?: string;
  onType: (value: string) => void;
  /** What was typed is final; absent where a button says so. */
  onLeave?: () => void;
}

/** One line of text or one day; each key is passed on at once, leaving it makes it final. Enter leaves. */
export function LineField(props: LineFieldProps) {
  const { label, value, type = 'text', max, offers = [], wrong, autoFocus, placeholder, onType, onLeave } = props;
  const list = useId();
  return (
    <TextField
      className="field"
      value={value}
      onChange={onType}
      onBlur={onLeave}
      isInvalid={Boolean(wrong)}
      autoFocus={autoFocus}
    >
      <Label className="label">{label}</Label>
      <Input
        className="input"
        type={type}
        max={max}
        dir={type === 'text' ? 'auto' : undefined}
        list={offers.length > 0 ? list : undefined}
        placeholder={placeholder}
        autoComplete="off"
        onKeyDown={(event) => event.key === 'Enter' && onLeave?.()}
      />
      {offers.length > 0 && (
        <datalist id={list}>
          {offers.map((offer) => (
            <option key={offer} value={offer} />
          ))}
        </datalist>
      )}
      <FieldError className="field-error">{wrong}</FieldError>
    </TextField>
  );
}
