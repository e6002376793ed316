import { Button, Label, ListBox, ListBoxItem, Select, SelectValue, Text } from 'react-aria-components';
import { Sign } from './Marks';
import { Overlay } from './Overlay';

/** One thing to pick. */
export interface PickOption<T extends string> {
  id: T;
  text: string;
  /** A second line in the list. */
  more?: string;
}

interface PickProps<T extends string> {
  label: string;
  /** Whether the label stands above it; else only readers hear it. */
  labelled?: boolean;
  options: readonly PickOption<T>[];
  value: T | null;
  placeholder?: string;
  onChange: (id: T) => void;
}

/** One of many, from a list that opens: the arrows move, letters jump, Enter takes. */
export function Pick<T extends string>({ label, labelled, options, value, placeholder, onChange }: PickProps<T>) {
  return (
    <Select
      className={labelled ? 'pick field' : 'pick'}
      aria-label={labelled ? undefined : label}
      placeholder={placeholder}
      value={value}
      onChange={(next) => onChange(next as T)}
    >
      {labelled && <Label className="label">{label}</Label>}
      <Button className="button pick-button">
        <SelectValue className="pick-value">
          {({ selectedText, defaultChildren }) => selectedText || defaultChildren}
        </SelectValue>
        <Sign of="down" />
      </Button>
      <Overlay placement="bottom start">
        <ListBox className="menu">
          {options.map(({ id, text, more }) => (
            <ListBoxItem key={id} id={id} className="menu-item" textValue={text}>
              <Text slot="label">{text}</Text>
              {more && (
                <Text slot="description" className="small quiet">
                  {more}
                </Text>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Overlay>
    </Select>
  );
}
