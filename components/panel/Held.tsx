import { Button } from 'react-aria-components';
import { i18n } from '#i18n';

interface HeldProps {
  /** It is meant for this deal. */
  onKeep: () => void;
  /** It was not meant. */
  onDrop: () => void;
}

/** A change that met a page on its way to another deal: the person says whether it is meant for this one. */
export function Held({ onKeep, onDrop }: HeldProps) {
  return (
    <div className="note">
      <p>{i18n.t('panel.saved.held')}</p>
      <Button className="button" onPress={onKeep}>
        {i18n.t('panel.saved.keep')}
      </Button>
      <Button className="button" onPress={onDrop}>
        {i18n.t('panel.saved.drop')}
      </Button>
    </div>
  );
}
