import { type ReactNode, useEffect, useRef } from 'react';

/** The head of a screen of its own; it takes the keyboard there, and says to readers where they are. */
export function ScreenHead({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  const head = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another title is another screen
  useEffect(() => head.current?.focus(), [title]);
  return (
    <header className="screen-head">
      <h1 id={id} tabIndex={-1} ref={head}>
        {title}
      </h1>
      {children}
    </header>
  );
}
