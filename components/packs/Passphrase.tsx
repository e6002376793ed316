import { useState } from 'react';
import { FieldError, Input, Label, Text, TextField, ToggleButton } from 'react-aria-components';
import { i18n } from '#i18n';

interface PassphraseProps {
  value: string;
  onChange: (value: string) => void;
  /** Empty for none. */
  hint: string;
  /** What is wrong with it; `null` for nothing. */
  wrong: string | null;
  autoFocus?: boolean;
}

/** A passphrase, hidden while it is typed unless one wants to see it. */
export function Passphrase({ value, onChange, hint, wrong, autoFocus }: PassphraseProps) {
  const [isShown, setShown] = useState(false);
  return (
    <TextField
      className="field"
      value={value}
      onChange={onChange}
      isInvalid={wrong !== null}
      type={isShown ? 'text' : 'password'}
      autoFocus={autoFocus}
    >
      <Label className="label">{i18n.t('packs.passphrase')}</Label>
      <div className="packs-line">
        <Input className="input" autoComplete="off" spellCheck={false} />
        <ToggleButton className="button" isSelected={isShown} onChange={setShown}>
          {i18n.t(isShown ? 'packs.hide' : 'packs.show')}
        </ToggleButton>
      </div>
      {hint && (
        <Text slot="description" className="small quiet">
          {hint}
        </Text>
      )}
      <FieldError className="field-error">{wrong}</FieldError>
    </TextField>
  );
}
