import { useEffect, useRef } from 'react';
import { usePageLink } from '../../lib/state/page-link';

/** Takes the keyboard when the page hands it over: to the first answer of the question on top. */
export function useHandedFocus() {
  const asked = usePageLink((state) => state.focus);
  const given = useRef(0);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asked === given.current) return;
    given.current = asked;
    const find = (selector: string) => place.current?.querySelector<HTMLElement>(selector);
    (find('.ask-next input') ?? find('button') ?? place.current)?.focus();
  }, [asked]);
  return place;
}
