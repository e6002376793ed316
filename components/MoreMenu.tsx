import type { Key, ReactNode } from 'react';
import { Button, Menu, MenuTrigger } from 'react-aria-components';
import { Sign } from './Marks';
import { Overlay } from './Overlay';

interface MoreMenuProps {
  /** The name of the three dots. */
  label: string;
  /** What to do with the item that was taken, by its id; absent where each item says it itself. */
  onAction?: (item: Key) => void;
  children: ReactNode;
}

/** Three dots, and the menu behind them: what is done now and then. */
export function MoreMenu({ label, onAction, children }: MoreMenuProps) {
  return (
    <MenuTrigger>
      <Button className="sign" aria-label={label}>
        <Sign of="more" />
      </Button>
      <Overlay placement="bottom end">
        <Menu className="menu" onAction={onAction}>
          {children}
        </Menu>
      </Overlay>
    </MenuTrigger>
  );
}
