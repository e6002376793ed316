import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import type { Instant } from '../../lib/domain/day';
import type { PackPreview } from '../../lib/state/backup';
import { addPreview, giveUp } from '../../lib/state/backup';
import { Check } from '../Check';
import { instant } from '../format';
import { count } from './words';

const CHANGES = ['newDeals', 'newAnswers', 'changedAnswers', 'added', 'known', 'ahead'] as const;

interface PreviewProps {
  name: string;
  preview: PackPreview;
  /** Set where the file holds only what came after that moment. */
  since: Instant | null;
}

/** What a backup would change, before anything is. */
export function Preview({ name, preview, since }: PreviewProps) {
  const [revive, setRevive] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  // The file was chosen in the browser's own window; what came of it is where one goes on.
  useEffect(() => heading.current?.focus(), []);
  const erased = preview.erased.length;
  const isNew = preview.added > 0 || revive;
  const changes = CHANGES.filter((change) => preview[change] > 0);
  return (
    <div className="preview">
      <h4 ref={heading} tabIndex={-1} className="file-name">
        {name}
      </h4>
      <p className="quiet">
        {i18n.t('options.back.made', [instant(Date.parse(preview.header.made)), preview.header.app])}
      </p>
      {since !== null && <p className="note">{i18n.t('backups.part', [instant(since)])}</p>}
      {preview.added === 0 ? (
        <p>{i18n.t(erased > 0 ? 'erase.nothingElse' : 'options.back.nothingNew')}</p>
      ) : (
        <>
          <p>{i18n.t('options.back.would')}:</p>
          <ul className="changes">
            {changes.map((change) => (
              <li key={change}>{i18n.t(`options.back.${change}`, preview[change], [count(preview[change])])}</li>
            ))}
          </ul>
        </>
      )}
      {preview.isSealed && <p>{i18n.t('options.back.sealed')}</p>}
      {erased > 0 && (
        <div className="note">
          <p>{i18n.t('erase.inFile', erased, [count(erased)])}</p>
          <Check isOn={revive} onChange={setRevive}>
            {i18n.t('erase.revive')}
          </Check>
        </div>
      )}
      <div className="ways">
        {isNew && (
          <Button className="button first" onPress={() => void addPreview(preview, revive)}>
            {i18n.t('options.back.add')}
          </Button>
        )}
        <Button className="button" onPress={giveUp}>
          {i18n.t(isNew ? 'words.cancel' : 'words.close')}
        </Button>
      </div>
    </div>
  );
}
