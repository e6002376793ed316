import { Button, Menu, MenuItem, MenuTrigger } from 'react-aria-components';
import { Sign } from '../Marks';
import { Overlay } from '../Overlay';

interface MarkMenuProps {
  label: string;
  options: readonly { id: string; text: string }[];
  chosen: readonly string[];
  onChange: (ids: ReadonlySet<string>) => void;
}

/** Several of many, from a menu that stays open while they are marked. */
export function MarkMenu({ label, options, chosen, onChange }: MarkMenuProps) {
  return (
    <MenuTrigger>
      <Button className="button">
        {label}
        <span aria-hidden>▾</span>
      </Button>
      <Overlay placement="bottom start">
        <Menu
          className="menu"
          selectionMode="multiple"
          shouldCloseOnSelect={false}
          selectedKeys={chosen}
          onSelectionChange={(keys) => {
            const ids = keys === 'all' ? options.map(({ id }) => id) : [...keys].map(String);
            onChange(new Set(ids));
          }}
        >
          {options.map(({ id, text }) => (
            <MenuItem key={id} id={id} className="menu-item mark-item" textValue={text}>
              {({ isSelected }) => (
                <>
                  <span className="mark-sign">{isSelected && <Sign of="check" />}</span>
                  <bdi>{text}</bdi>
                </>
              )}
            </MenuItem>
          ))}
        </Menu>
      </Overlay>
    </MenuTrigger>
  );
}
