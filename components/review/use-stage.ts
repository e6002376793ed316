import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/** Each stage of a check takes the keyboard to its heading, where readers go on from. */
export function useStageHeading(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return heading;
}

/** Single keys, while nothing is typed: what each does. */
export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  const present = useRef(keys);
  useLayoutEffect(() => {
    present.current = keys;
  });
  // With the drawing, not after it: what can be seen can be answered.
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { target, key, repeat } = event;
      const isTyping = target instanceof Element && target.closest('input, textarea, [role=menu]') !== null;
      // A key that is held down, or meant for the browser, says nothing.
      if (isTyping || repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      const isButton = target instanceof Element && target.closest('button, a') !== null;
      if (key === 'Enter' && isButton) return;
      const act = present.current[key];
      if (!act) return;
      // The next stage may take the keyboard to a field: this key is not typed into it.
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
