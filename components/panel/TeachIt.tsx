import { Button } from 'react-aria-components';
import type { Field } from '../../lib/domain/deal';
import { usePageLink } from '../../lib/state/page-link';
import { teachBeside } from '../../lib/state/site-access';

/** Whether there is a page beside the panel that could be taught. */
export function useTeachable(): boolean {
  return usePageLink(({ mode, raw }) => mode !== 'alone' && raw !== null);
}

/** The way to teach these fields of the page beside the panel. Where its site was not allowed yet, the browser asks first. */
export function TeachIt({ words, label, fields }: { words: string; label?: string; fields: readonly Field[] }) {
  const url = usePageLink((state) => state.raw?.url ?? null);
  if (!url) return null;
  return (
    <Button className="plain" aria-label={label} onPress={() => void teachBeside(url, fields)}>
      {words}
    </Button>
  );
}
