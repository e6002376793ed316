import { useState } from 'react';
import type { Site } from '../../../lib/state/site-access';

/**
 * How the last press ended, in words. Words that say that a site is on last as long as it is: the browser
 * takes a site back without a press here.
 */
export function useSaid(sites: readonly Site[] | null): [words: string, say: (words: string, on?: string) => void] {
  const [said, setSaid] = useState<{ words: string; on?: string | undefined }>({ words: '' });
  const holds = said.on === undefined || sites?.some(({ origin }) => origin === said.on);
  return [holds ? said.words : '', (words, on) => setSaid({ words, on })];
}
