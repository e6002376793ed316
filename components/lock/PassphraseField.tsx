import { type ReactNode, type Ref, useState } from 'react';
import { Button, FieldError, Input, Label, Text, TextField } from 'react-aria-components';
import { i18n } from '#i18n';

interface PassphraseFieldProps {
  label: string;
  hint?: string;
  value: string;
  onChange: (typed: string) => void;
  /** What is wrong with it, in words. */
  wrong?: ReactNode;
  isNew?: boolean;
  input?: Ref<HTMLInputElement>;
}

/** A line for a passphrase: hidden, unless the person wants to see what they type. */
export function PassphraseField({ label, hint, value, onChange, wrong, isNew, input }: PassphraseFieldProps) {
  const [isSeen, setSeen] = useState(false);
  return (
    <TextField
      className="field passphrase"
      type={isSeen ? 'text' : 'password'}
      autoComplete={isNew ? 'new-password' : 'current-password'}
      value={value}
      isInvalid={Boolean(wrong)}
      onChange={onChange}
    >
      <Label className="label">{label}</Label>
      <span className="passphrase-line">
        <Input ref={input} className="input" dir="auto" spellCheck="false" autoCapitalize="off" />
        <Button className="plain" aria-label={i18n.t('lock.showLong', [label])} onPress={() => setSeen(!isSeen)}>
          {i18n.t(isSeen ? 'lock.hide' : 'lock.show')}
        </Button>
      </span>
      {hint && !wrong && (
        <Text slot="description" className="small quiet">
          {hint}
        </Text>
      )}
      <FieldError className="small wrong">{wrong}</FieldError>
    </TextField>
  );
}
