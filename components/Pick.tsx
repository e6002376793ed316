import { Button, ListBox, ListBoxItem, Select, SelectValue, Text } from 'react-aria-components';
import { Overlay } from './Overlay';

export interface PickOption<T extends string> {
  id: T;
  text: string;
  /** A second line in the list. */
  more?: string;
}

interface PickProps<T extends string> {
  label: string;
  options: readonly PickOption<T>[];
  value: T | null;
  placeholder?: string;
  onChange: (id: T) => void;
}

/** One of many, from a list that opens: the arrows move, letters jump, Enter takes. */
export function Pick<T extends string>({ label, options, value, placeholder, onChange }: PickProps<T>) {
  return (
    <Select
      className="pick"
      aria-label={label}
      placeholder={placeholder}
      value={value}
      onChange={(next) => onChange(next as T)}
    >
      <Button className="button pick-button">
        <SelectValue className="pick-value">
          {({ selectedText, defaultChildren }) => selectedText ?? defaultChildren}
        </SelectValue>
        <span aria-hidden>▾</span>
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
