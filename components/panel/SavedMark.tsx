import { useState } from 'react';
import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import type { DealKey } from '../../lib/domain/deal';
import { copy } from '../../lib/state/copying';
import { openOptions } from '../../lib/state/elsewhere';
import { clearMark, undoLast, useMark } from '../../lib/state/saving';
import { Sign } from '../Marks';
import { Held } from './Held';

interface SavedMarkProps {
  deal: DealKey;
  /** The key of what is saved (`answer:fit.owner`). */
  of: string;
  /** What to do once more, where more hangs on it than the write that failed or waits. */
  again?: () => void;
  /** What was typed, to be carried away by hand where saving fails. */
  text?: string;
}

/** How the last change went, where it was made: saved and can be undone, waiting, or not saved and what to do. */
export function SavedMark({ deal, of, again, text }: SavedMarkProps) {
  const mark = useMark(deal, of);
  if (!mark || mark.state === 'saving') return null;
  const retry = () => {
    if (again) again();
    else if ('again' in mark) void mark.again();
  };
  if (mark.state === 'waiting') {
    return <Held onKeep={retry} onDrop={() => clearMark(deal, of)} />;
  }
  if (mark.state === 'failed') {
    return (
      <div className="note stop">
        <p>{i18n.t('panel.saved.failed')}</p>
        <p className="small">{i18n.t(`panel.saved.why.${mark.reason}`)}</p>
        <Button className="button" onPress={retry}>
          {i18n.t('words.retry')}
        </Button>
        {mark.reason === 'full' && (
          <Button className="button" onPress={() => void openOptions()}>
            {i18n.t('panel.trouble.openData')}
          </Button>
        )}
        {text && <CopyText text={text} />}
      </div>
    );
  }
  if (mark.state === 'overtaken') return <p className="note">{i18n.t('panel.saved.overtaken')}</p>;
  return (
    <p className="saved">
      <Sign of="check" />
      {i18n.t(mark.state === 'undone' ? 'panel.saved.undone' : 'panel.saved.saved')}
      {mark.state === 'saved' && mark.op && (
        <Button className="plain" onPress={() => void undoLast(deal, of)}>
          {i18n.t('panel.saved.undo')}
        </Button>
      )}
    </p>
  );
}

function CopyText({ text }: { text: string }) {
  const [copied, setCopied] = useState<boolean | null>(null);
  return (
    <>
      <Button className="button" onPress={() => void copy({ plain: text }).then(setCopied)}>
        {i18n.t(copied ? 'panel.saved.copied' : 'panel.saved.copy')}
      </Button>
      <span role="status" className="small">
        {copied === false && i18n.t('panel.saved.notCopied')}
      </span>
    </>
  );
}
