import { useState } from 'react';
import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import { usePageLink } from '../../lib/state/page-link';
import { teachBeside } from '../../lib/state/site-access';

/** Whether there is a page beside the panel that could be taught. */
export function useTeachable(): boolean {
  return usePageLink(({ mode, raw }) => mode !== 'alone' && raw !== null);
}

/** The way to teach the page beside the panel. Where its site was not allowed yet, the browser asks first. */
export function TeachIt({ words, label }: { words: string; label?: string }) {
  const url = usePageLink((state) => state.raw?.url ?? null);
  const [outcome, setOutcome] = useState<Awaited<ReturnType<typeof teachBeside>>>('done');
  if (!url) return null;
  return (
    <>
      <Button className="plain" aria-label={label} onPress={() => void teachBeside(url).then(setOutcome)}>
        {words}
      </Button>
      {outcome !== 'done' && (
        <span role="alert" className="look small block">
          {i18n.t(`sites.note.${outcome}`)}
        </span>
      )}
    </>
  );
}
