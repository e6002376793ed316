import { useSyncExternalStore } from 'react';

const media = window.matchMedia('print');
let asked = false;

function subscribe(changed: () => void): () => void {
  const life = new AbortController();
  const { signal } = life;
  const say = (printing: boolean) => () => {
    asked = printing;
    changed();
  };
  // What is printed must stand before the browser lays the pages out; the media change may come after.
  window.addEventListener('beforeprint', say(true), { signal });
  window.addEventListener('afterprint', say(false), { signal });
  media.addEventListener('change', changed, { signal });
  return () => life.abort();
}

/** Whether the page is being printed: then all rows are drawn, and not only those on screen. */
export function usePrinting(): boolean {
  return useSyncExternalStore(subscribe, () => asked || media.matches);
}
