import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import type { PackPreview } from '../../lib/state/backup';
import { addPreview, giveUp } from '../../lib/state/backup';
import { instant } from '../format';
import { count } from './words';

const CHANGES = ['newDeals', 'newAnswers', 'changedAnswers', 'added', 'known', 'ahead'] as const;

/** What a backup would change, before anything is. */
export function Preview({ name, preview }: { name: string; preview: PackPreview }) {
  const heading = useRef<HTMLHeadingElement>(null);
  // The file was chosen in the browser's own window; what came of it is where one goes on.
  useEffect(() => heading.current?.focus(), []);
  const changes = CHANGES.filter((change) => preview[change] > 0);
  return (
    <div className="preview">
      <h4 ref={heading} tabIndex={-1} className="file-name">
        {name}
      </h4>
      <p className="quiet">
        {i18n.t('options.back.made', [instant(Date.parse(preview.header.made)), preview.header.app])}
      </p>
      {preview.added === 0 ? (
        <p>{i18n.t('options.back.nothingNew')}</p>
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
      <div className="ways">
        {preview.added > 0 && (
          <Button className="button first" onPress={() => void addPreview(preview)}>
            {i18n.t('options.back.add')}
          </Button>
        )}
        <Button className="button" onPress={giveUp}>
          {i18n.t(preview.added > 0 ? 'words.cancel' : 'words.close')}
        </Button>
      </div>
    </div>
  );
}
