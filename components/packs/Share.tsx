import { Button, ProgressBar } from 'react-aria-components';
import { i18n } from '#i18n';

interface ShareProps {
  label: string;
  /** 0 to 1. */
  share: number;
  onStop: () => void;
}

/** How far something long has come, and the way to stop it. */
export function Share({ label, share, onStop }: ShareProps) {
  return (
    <div className="reading">
      <ProgressBar aria-label={label} value={share * 100}>
        {({ percentage }) => (
          <>
            <span className="small quiet">{label}</span>
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
