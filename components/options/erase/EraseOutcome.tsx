import { useState } from 'react';
import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import type { EraseCount, Erasing } from '../../../lib/state/erasing';
import { count } from '../words';

const COUNTS = ['deals', 'answers', 'changes', 'drafts', 'backups'] as const;

interface EraseOutcomeProps {
  erasing: Erasing;
  onErase: () => void;
  onEnd: () => void;
}

/** What would go, the second press that it takes, and what came of it. */
export function EraseOutcome({ erasing, onErase, onEnd }: EraseOutcomeProps) {
  const counted = 'count' in erasing ? erasing.count : null;
  return (
    <>
      {erasing.state !== 'idle' && erasing.state !== 'done' && counted && (
        <Counted
          key={JSON.stringify(counted)}
          counted={counted}
          isErasing={erasing.state === 'erasing'}
          onErase={onErase}
          onEnd={onEnd}
        />
      )}
      <p role="status" className="outcome">
        {erasing.state === 'counting' && i18n.t('erase.counting')}
        {erasing.state === 'erasing' && i18n.t('erase.working')}
        {erasing.state === 'done' && `${i18n.t('erase.done')} ${listed(erasing.count)}`}
      </p>
      {erasing.state === 'failed' && (
        <p role="alert" className="note stop">
          {i18n.t('erase.failed')} {i18n.t(`panel.trouble.${erasing.reason}`)}
        </p>
      )}
    </>
  );
}

/** "1 deal, 12 answers, 40 changes" */
function listed(counted: EraseCount): string {
  const parts = COUNTS.filter((one) => one !== 'backups' && counted[one] > 0);
  return `${parts.map((one) => i18n.t(`erase.count.${one}`, counted[one], [count(counted[one])])).join(', ')}.`;
}

interface CountedProps {
  counted: EraseCount;
  isErasing: boolean;
  onErase: () => void;
  onEnd: () => void;
}

function Counted({ counted, isErasing, onErase, onEnd }: CountedProps) {
  const [asked, setAsked] = useState(false);
  if (counted.changes + counted.drafts === 0) return <p>{i18n.t('erase.nothing')}</p>;
  const shown = COUNTS.filter((one) => counted[one] > 0);
  return (
    <div className="preview">
      <h4 className="minor">{i18n.t('erase.would')}</h4>
      <ul className="changes">
        {shown.map((one) => (
          <li key={one}>{i18n.t(`erase.count.${one}`, counted[one], [count(counted[one])])}</li>
        ))}
      </ul>
      <h4 className="minor">{i18n.t('erase.not')}</h4>
      <ul className="changes">
        <li>{i18n.t('erase.elsewhere')}</li>
        {counted.closed !== null && <li>{i18n.t('erase.closed', [counted.closed])}</li>}
        <li>{i18n.t('erase.engine')}</li>
      </ul>
      {asked && <p className="note stop">{i18n.t('erase.sure')}</p>}
      <div className="ways">
        {asked ? (
          <>
            <Button className="button" isPending={isErasing} onPress={onErase}>
              {i18n.t('erase.yes')}
            </Button>
            <Button className="button" autoFocus isDisabled={isErasing} onPress={onEnd}>
              {i18n.t('words.cancel')}
            </Button>
          </>
        ) : (
          <Button className="button" onPress={() => setAsked(true)}>
            {i18n.t('erase.go')}
          </Button>
        )}
      </div>
    </div>
  );
}
