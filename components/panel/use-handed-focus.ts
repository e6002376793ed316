import { useEffect, useRef } from 'react';
import { usePageLink } from '../../lib/state/page-link';

/**
 * Takes the keyboard when the page hands it over: to the first answer of the question on top. What the
 * page shows is read a moment later and may put another question there: until a person does something,
 * the keyboard goes along.
 */
export function useHandedFocus() {
  const asked = usePageLink((state) => state.focus);
  const given = useRef(0);
  const goesAlong = useRef(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const stay = () => {
      goesAlong.current = false;
    };
    window.addEventListener('keydown', stay, true);
    window.addEventListener('pointerdown', stay, true);
    return () => {
      window.removeEventListener('keydown', stay, true);
      window.removeEventListener('pointerdown', stay, true);
    };
  }, []);
  useEffect(() => {
    const isNew = asked !== given.current;
    const isLost = goesAlong.current && document.hasFocus() && document.activeElement === document.body;
    if (!isNew && !isLost) return;
    given.current = asked;
    goesAlong.current = true;
    const find = (selector: string) => place.current?.querySelector<HTMLElement>(selector);
    (find('.ask-next input') ?? find('button') ?? place.current)?.focus();
  });
  return place;
}
