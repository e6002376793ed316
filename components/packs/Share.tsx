import { Button, ProgressBar } from 'react-aria-components';
import { i18n } from '#i18n';
import type { Far } from '../../lib/state/far';
import { doingWords } from './words';

interface ShareProps {
  label: string;
  far: Far;
  onStop: () => void;
}

/** How far something long has come, and the way to stop it. */
export function Share({ label, far, onStop }: ShareProps) {
  const { share, now } = far;
  return (
    <div className="reading">
      <ProgressBar aria-label={label} value={share * 100}>
        {({ percentage }) => (
          <>
            <span className="small quiet">
              {label}
              {now && ` · ${doingWords(now)}`}
            </span>
            <span className="bar">
              <span style={{ inlineSize: `${percentage ?? 0}%` }} />
            </span>
          </>
        )}
      </ProgressBar>
      <Button className="plain" onPress={onStop}>
        {i18n.t('words.cancel')}
      </Button>
    </div>
  );
}
