import { Input, Label, TextArea, TextField } from 'react-aria-components';

interface TextLineProps {
  label: string;
  value: string;
  /** Whether it may need more than one line. */
  long?: boolean;
  onType: (text: string) => void;
}

/** A text that is kept key by key. */
export function TextLine({ label, value, long, onType }: TextLineProps) {
  return (
    <TextField className="field" value={value} onChange={onType}>
      <Label className="label">{label}</Label>
      {long ? <TextArea className="input" dir="auto" rows={2} /> : <Input className="input" dir="auto" />}
    </TextField>
  );
}
