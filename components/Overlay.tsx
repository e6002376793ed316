import type { ReactNode } from 'react';
import { Popover, type PopoverProps } from 'react-aria-components';

interface OverlayProps {
  placement?: PopoverProps['placement'];
  children: ReactNode;
}

/** What lies on top for a moment: a menu, an explanation. It stays inside the page's main part, where readers look for it. */
export function Overlay({ placement, children }: OverlayProps) {
  return (
    <Popover
      className="popover"
      placement={placement}
      containerPadding={8}
      UNSTABLE_portalContainer={document.querySelector('main') ?? document.body}
    >
      {children}
    </Popover>
  );
}
