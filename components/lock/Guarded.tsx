import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { guard } from '../../lib/state/lock';
import { Fallible } from '../Fallible';

interface Screens {
  open: ReactNode;
  locked: ReactNode;
  /** What begins with the open screen, once. */
  begin: () => void;
}

/** Draws a document of Footing's own: one screen once the notes can be read, and another until then. */
export function drawGuarded({ open, locked, begin }: Screens, signal: AbortSignal): void {
  const root = document.getElementById('root');
  if (!root) return;
  const page = createRoot(root);
  const show = (screen: ReactNode) => page.render(<Fallible>{screen}</Fallible>);
  const start = () => {
    begin();
    show(open);
  };
  guard({ begin: start, locked: () => show(locked) }, signal);
}
