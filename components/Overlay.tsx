import { type ReactNode, useLayoutEffect, useState } from 'react';
import { Popover } from 'react-aria-components';

interface OverlayProps {
  placement: 'bottom start' | 'bottom end';
  children: ReactNode;
}

/** What lies on top for a moment: a menu, an explanation. It stays inside the page's main part, where readers look for it. */
export function Overlay({ placement, children }: OverlayProps) {
  const [main, setMain] = useState<Element>();
  // The main part comes on screen together with this, in the place of what was there while it was read.
  useLayoutEffect(() => setMain(document.querySelector('main') ?? document.body), []);
  return (
    <Popover className="popover" placement={placement} containerPadding={8} UNSTABLE_portalContainer={main}>
      {children}
    </Popover>
  );
}
